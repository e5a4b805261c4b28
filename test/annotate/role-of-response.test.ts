// What a response means depends on its flow: the same number in different stories.
import { expect, test } from 'vitest';
import { judgeScript } from '../rules/judge-script.ts';

const HOSTS = `alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
proxy edge = 203.0.113.5 record-route
carol = 198.51.100.30:5060
`;

const ANSWERED = `0.0 alice -> bob INVITE
+1.0 bob -> alice 200 OK
+0.02 alice -> bob ACK
`;

/** [story, script, status, verdict, severity of its finding, role] */
const stories: readonly (readonly [string, string, number, string, string | undefined, string])[] = [
  [
    'a ringing call',
    ANSWERED.replace('+1.0', '+0.1 bob -> alice 180 Ringing\n+1.0'),
    180,
    'expected',
    undefined,
    'progress',
  ],
  [
    'an OPTIONS ping refused',
    '0.0 alice -> bob OPTIONS\n+0.02 bob -> alice 404 Not Found',
    404,
    'expected',
    'info',
    'alive',
  ],
  [
    'an OPTIONS ping whose bytes are called wrong',
    '0.0 alice -> bob OPTIONS\n+0.02 bob -> alice 400 Bad Request',
    400,
    'fault',
    'warning',
    'refusedInside',
  ],
  [
    'an OPTIONS ping that meets a sick server',
    '0.0 alice -> bob OPTIONS\n+0.02 bob -> alice 503 Service Unavailable',
    503,
    'fault',
    'warning',
    'refusedInside',
  ],
  [
    'a redirect that is followed',
    '0.0 alice -> bob INVITE\n+0.02 bob -> alice 302 Moved Temporarily\n       | Contact: <sip:carol@198.51.100.30>\n+0.02 alice -> bob ACK\n+0.02 alice -> carol INVITE\n+0.02 carol -> alice 200 OK\n+0.02 alice -> carol ACK',
    302,
    'expected',
    'info',
    'redirectFollowed',
  ],
  [
    'a redirect that nobody follows',
    '0.0 alice -> bob INVITE\n+0.02 bob -> alice 302 Moved Temporarily\n+0.02 alice -> bob ACK',
    302,
    'notable',
    'warning',
    'redirectUnfollowed',
  ],
  [
    'a redirect at the end of the recording',
    '0.0 alice -> bob INVITE\n+0.02 bob -> alice 302 Moved Temporarily\nend +1',
    302,
    'notable',
    'info',
    'redirectPending',
  ],
  [
    'a 487 after CANCEL',
    '0.0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n+3 alice -> bob CANCEL\n+0.02 bob -> alice 200 OK\n+0.01 bob -> alice 487 Request Terminated\n+0.02 alice -> bob ACK',
    487,
    'expected',
    'info',
    'cancelled',
  ],
  [
    'a 487 out of nowhere',
    '0.0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n+3 bob -> alice 487 Request Terminated\n+0.02 alice -> bob ACK',
    487,
    'notable',
    'info',
    'endedUnseen',
  ],
  [
    'a CANCEL that comes too late',
    '0.0 alice -> bob INVITE\n+3 bob -> alice 486 Busy Here\n+0.0 alice -> bob ACK\n+0.01 alice -> bob CANCEL\n+0.02 bob -> alice 481 Gone',
    481,
    'expected',
    'info',
    'cancelTooLate',
  ],
  [
    'both sides hang up',
    `${ANSWERED}+5 alice -> bob BYE\n+0.00 bob -> alice BYE\n+0.02 alice -> bob 481 Gone\n+0.01 bob -> alice 481 Gone`,
    481,
    'expected',
    'info',
    'byeCrossed',
  ],
  [
    'a BYE for a call that is gone',
    `${ANSWERED}+5 alice -> bob BYE\n+0.02 bob -> alice 481 Gone`,
    481,
    'fault',
    'warning',
    'goneAlready',
  ],
  [
    'a re-INVITE for a call that is gone',
    `${ANSWERED}+5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 481 Gone\n+0.01 alice -> bob ACK`,
    481,
    'fault',
    'error',
    'refused',
  ],
  [
    'an interval that is raised',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 423 Interval Too Brief\n+0.02 alice -> bob REGISTER\n+0.02 bob -> alice 200 OK',
    423,
    'expected',
    'info',
    'intervalRaised',
  ],
  [
    'an interval that is refused for good',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 423 Interval Too Brief',
    423,
    'fault',
    'error',
    'refused',
  ],
  [
    'an interval that is refused at the end of the recording',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 423 Interval Too Brief\nend +1',
    423,
    'notable',
    'info',
    'retryPending',
  ],
  [
    'an interval that is raised, the answer to which was not recorded',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 423 Interval Too Brief\n+0.02 alice -> bob REGISTER\nend +1',
    423,
    'expected',
    'info',
    'intervalRaised',
  ],
  [
    'changes that cross and are tried again at the end of the recording',
    `${ANSWERED}+5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 491 Request Pending\n+0.01 alice -> bob ACK\n+2.5 alice -> bob INVITE in-dialog\nend +1`,
    491,
    'notable',
    'info',
    'retryPending',
  ],
  [
    'changes that cross and are tried again',
    `${ANSWERED}+5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 491 Request Pending\n+0.01 alice -> bob ACK\n+2.5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 200 OK\n+0.01 alice -> bob ACK`,
    491,
    'expected',
    'info',
    'glareResolved',
  ],
  [
    'changes that cross and stay undone',
    `${ANSWERED}+5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 491 Request Pending\n+0.01 alice -> bob ACK`,
    491,
    'fault',
    'warning',
    'glare',
  ],
  [
    'a state that is published anew',
    '0.0 alice -> bob PUBLISH\n+0.02 bob -> alice 412 Conditional Request Failed\n+0.02 alice -> bob PUBLISH\n+0.02 bob -> alice 200 OK',
    412,
    'expected',
    'info',
    'republished',
  ],
  [
    'digits that are dialled one after another',
    '0.0 alice -> bob INVITE\n+0.02 bob -> alice 484 Address Incomplete\n+0.01 alice -> bob ACK\n+1 alice -> bob INVITE out-of-dialog\n+0.02 bob -> alice 200 OK\n+0.01 alice -> bob ACK',
    484,
    'expected',
    'info',
    'moreDigits',
  ],
  [
    'a call that nobody takes',
    '0.0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n+60 bob -> alice 480 Temporarily Unavailable\n+0.02 alice -> bob ACK',
    480,
    'notable',
    'info',
    'notAnswered',
  ],
  [
    'a callee whom the network cannot reach',
    '0.0 alice -> bob INVITE\n+0.1 bob -> alice 480 Temporarily Unavailable\n       | Reason: Q.850;cause=20;text="Subscriber absent"\n+0.02 alice -> bob ACK',
    480,
    'notable',
    'warning',
    'unavailable',
  ],
  [
    'a person who declines',
    '0.0 alice -> bob INVITE\n+0.1 bob -> alice 603 Decline\n+0.02 alice -> bob ACK',
    603,
    'notable',
    'info',
    'choice',
  ],
  [
    'a busy registrar, which no person is',
    '0.0 alice -> bob REGISTER\n+0.1 bob -> alice 600 Busy Everywhere',
    600,
    'fault',
    'error',
    'refused',
  ],
  [
    'a hold that is refused while the call goes on',
    `${ANSWERED}+5 alice -> bob INVITE in-dialog\n+0.02 bob -> alice 488 Not Acceptable Here\n+0.01 alice -> bob ACK\n+60 alice -> bob BYE\n+0.02 bob -> alice 200 OK`,
    488,
    'notable',
    'info',
    'changeRefused',
  ],
  [
    'a 403 to credentials',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 401 Unauthorized\n+0.02 alice -> bob REGISTER\n+0.02 bob -> alice 403 Wrong password',
    403,
    'fault',
    'error',
    'credentialsRefused',
  ],
  [
    'a 403 without credentials',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 403 Forbidden',
    403,
    'fault',
    'error',
    'refused',
  ],
  [
    'a server that recovers',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 503 Service Unavailable\n       | Retry-After: 5\n+5 alice -> bob REGISTER\n+0.02 bob -> alice 200 OK',
    503,
    'notable',
    'warning',
    'recoveredElsewhere',
  ],
  [
    'a request that is changed until it pleases',
    '0.0 alice -> bob MESSAGE\n+0.02 bob -> alice 415 Unsupported Media Type\n+0.1 alice -> bob MESSAGE\n+0.02 bob -> alice 200 OK',
    415,
    'notable',
    'info',
    'recovered',
  ],
  [
    'a branch that loses against another one',
    '0.0 alice -> edge INVITE to bob\n+0.01 edge -> bob INVITE\n+0.0 edge -> carol INVITE\n+0.1 carol -> edge 486 Busy Here\n+0.01 edge -> carol ACK\n+1 bob -> edge 200 OK\n+0.01 edge -> alice 200 OK\n+0.02 alice -> edge ACK\n+0.01 edge -> bob ACK',
    486,
    'expected',
    'info',
    'otherBranch',
  ],
  [
    'a first challenge at the end of the recording',
    '0.0 alice -> bob REGISTER\n+0.02 bob -> alice 401 Unauthorized\nend +1',
    401,
    'notable',
    'info',
    'challengePending',
  ],
  [
    'a scanner that is asked for credentials',
    '0.0 alice -> bob REGISTER\n       | User-Agent: friendly-scanner\n+0.02 bob -> alice 401 Unauthorized',
    401,
    'expected',
    'info',
    'toScanner',
  ],
];

test.each(stories)('%s', async (_, script, status, verdict, severity, role) => {
  const { reports } = await judgeScript(
    `# A story.\n${HOSTS}\n${script}\n${script.includes('end ') ? '' : 'end +60'}\n`,
  );
  const annotation = reports
    .flatMap(({ annotations }) => [...annotations.values()])
    .find(({ response }) => response.message.status === status);
  const finding = reports.flatMap(({ findings }) => findings).find(({ rule }) => rule === `response/${status}`);
  expect(annotation?.explanation.map(({ key }) => key)).toContain(`annotate/role/${role}`);
  expect(annotation?.verdict).toBe(verdict);
  expect(finding?.severity).toBe(severity);
});
