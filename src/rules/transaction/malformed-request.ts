// A request that was called malformed, and what is really wrong with its bytes.
import type { Sighting } from '../../flow/model.ts';
import { finalResponseOf } from '../../flow/transaction.ts';
import { headerTitle, type SipDefect } from '../../sip/defects.ts';
import type { Phrase } from '../../text/phrase.ts';
import { senderHopOf } from '../course.ts';
import { evidenceOf } from '../evidence.ts';
import { defineRule, fail, notApplicable, pass, type Evidence } from '../rule.ts';
import { scannerIn } from '../scanner.ts';

/** Responses that speak of the form of a request: Bad Request, Unsupported URI Scheme, Version Not Supported. */
const ABOUT_FORM: ReadonlySet<number> = new Set([400, 416, 505]);
/** Defects that are told; whoever mends these will find the rest. */
const MAX_TOLD = 5;

export const malformedRequest = defineRule({
  id: 'malformed-request',
  unit: 'transaction',
  needs: 'complaint',
  severity: 'error',
  basis: 'must',
  references: ['RFC 3261 §21.4.1', 'RFC 3261 §7', 'RFC 3261 §25.1'],
  text: {
    summary: 'A request was refused as malformed, and its bytes show what is wrong with it.',
    title: '{method} refused with {status}: something is wrong with its bytes',
    what: '{server} refused {method} with {status} ({reason}). This is wrong in the request:',
    named: 'The response itself names {header}.',
    guess: 'None of it has to trouble a tolerant server, but nothing else in the request explains the refusal.',
    fix: 'Correct the request as it leaves {client}; the offending bytes are marked.',
    fixNetwork:
      'Compare the request at {client} with the one that arrives: a SIP ALG or a fragment that was lost changes messages on the way.',
    fixServer: 'Say in the reason phrase which part of the request is wrong.',
  },
  check(transaction, flow) {
    const final = finalResponseOf(transaction);
    const [request] = transaction.requests;
    const status = final?.message.status ?? 0;
    if (!final || !request || !ABOUT_FORM.has(status) || senderHopOf(transaction, status) !== transaction)
      return notApplicable;

    const defects = request.message.defects.filter(({ severity }) => severity !== 'info');
    const hints = hintsIn(final);
    const [worst, ...others] = [...defects].sort((a, b) => rankOf(b, hints) - rankOf(a, hints) || a.offset - b.offset);
    if (!worst) return pass;
    const isNamed = names(hints, worst);
    const confidence = isNamed ? 'certain' : worst.severity === 'error' ? 'likely' : 'possible';
    return fail({
      confidence,
      severity: scannerIn(flow) !== undefined ? 'info' : confidence === 'possible' ? 'warning' : 'error',
      title: 'title',
      explanation: [
        'what',
        ...[worst, ...others].slice(0, MAX_TOLD).map(phraseOf),
        ...(isNamed ? (['named'] as const) : []),
        ...(confidence === 'possible' ? (['guess'] as const) : []),
      ],
      fix: [
        { who: 'client', action: 'fix' },
        { who: 'network', action: 'fixNetwork' },
        ...(isNamed ? [] : ([{ who: 'server', action: 'fixServer' }] as const)),
      ],
      evidence: [
        bytesOf(request, worst),
        ...others.slice(0, MAX_TOLD - 1).map((defect) => bytesOf(request, defect)),
        evidenceOf(final),
      ],
      values: {
        method: transaction.method,
        status,
        reason: final.message.reason,
        server: final.source,
        client: transaction.client,
        header: headerTitle(worst.header ?? ''),
      },
      method: transaction.method,
      status,
      peer: transaction.client,
      explains: transaction.responses.filter(({ message }) => message.status === status),
    });
  },
});

/** What the refusal says in words, in lower case. */
function hintsIn({ message }: Sighting): string {
  return [message.reason, ...message.headers('warning')].join(' ').slice(0, 500).toLowerCase();
}

function names(hints: string, { header }: SipDefect): boolean {
  return (
    header !== undefined && header.length > 2 && (hints.includes(header) || hints.includes(header.replaceAll('-', ' ')))
  );
}

function rankOf(defect: SipDefect, hints: string): number {
  return (names(hints, defect) ? 2 : 0) + (defect.severity === 'error' ? 1 : 0);
}

function phraseOf({ code, header, value }: SipDefect): Phrase {
  return {
    key: `defect/${code}`,
    values: { header: headerTitle(header ?? 'start-line'), value: value ?? '' },
  };
}

function bytesOf(sighting: Sighting, { offset, length }: SipDefect): Evidence {
  return { sighting, offset, length };
}
