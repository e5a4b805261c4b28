// A 401 or 407 that the client never answered with credentials.
import { ACK_WAIT_US } from '../../knowledge/timers.ts';
import { openChallengesIn } from '../authentication.ts';
import { CHALLENGE_HEADER, CREDENTIALS_HEADER } from '../digest.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable, pass, undecided } from '../rule.ts';
import { scannerIn } from '../scanner.ts';

/** How long a client may take for its credentials; a person may have to type them, but few phones ask. */
const PATIENCE_US = ACK_WAIT_US;

export const unansweredChallenge = defineRule({
  id: 'unanswered-challenge',
  unit: 'flow',
  needs: 'challenge',
  severity: 'warning',
  basis: 'observation',
  references: ['RFC 3261 §22.2', 'RFC 3261 §22.3'],
  text: {
    summary: 'A client never answered a 401 or 407 with credentials.',
    title: 'No credentials after the {status} to {method}',
    silent:
      '{server} asked for credentials for realm "{realm}" with {status}, but {client} sent none in the {after} s that the recording goes on.',
    repeated:
      '{server} asked for credentials for realm "{realm}" with {status}, but {client} only sent {method} again without any.',
    why: 'The client has no user name and password for this realm, does not support the offered algorithm, or the challenge did not reach it.',
    fixCredentials: 'Configure user name and password for realm "{realm}".',
    fixAlgorithm:
      'Check that the client supports the algorithm of the challenge ({algorithm}) and answers with {header}.',
    fixNetwork: 'Check that the {status} reaches the client: rport, NAT and firewall on the way back.',
    stopped:
      'whether {client} answered the {status} to {method} with credentials: the recording would have to go on for 32 s',
  },
  check(_, flow) {
    const open = openChallengesIn(flow);
    if (open.length === 0) return notApplicable;
    // A scanner only wants to know who is there, and a ping is content with any answer.
    const isProbe = scannerIn(flow) !== undefined;
    return open.map(({ transaction, response, challenge, repeated }) => {
      if (isProbe || transaction.method === 'OPTIONS') return pass;
      const afterUs = flow.window.lastUs - response.timeUs;
      const values = {
        method: transaction.method,
        status: response.message.status,
        server: response.source,
        client: transaction.client,
        realm: challenge.realm,
        algorithm: challenge.algorithm === '' ? 'MD5' : challenge.algorithm,
        header: CREDENTIALS_HEADER[challenge.side],
        after: Math.round(afterUs / 1e6),
      };
      const isLossy = flow.window.lossy || flow.end === 'evicted' || flow.omittedSightings > 0;
      if (!repeated && (isLossy || afterUs < PATIENCE_US)) return undecided('stopped', values);
      return fail({
        confidence: repeated && !isLossy && afterUs >= PATIENCE_US ? 'certain' : 'likely',
        title: 'title',
        explanation: [repeated ? 'repeated' : 'silent', 'why'],
        fix: [
          { who: 'client', action: 'fixCredentials' },
          { who: 'client', action: 'fixAlgorithm' },
          { who: 'network', action: 'fixNetwork' },
        ],
        evidence: [
          evidenceOf(response, CHALLENGE_HEADER[challenge.side].toLowerCase()),
          ...(repeated ? [evidenceOf(repeated)] : []),
        ],
        values,
        method: transaction.method,
        status: response.message.status,
        peer: transaction.client,
        explains: transaction.responses.filter(({ message }) => message.status === response.message.status),
      });
    });
  },
});
