// What fills itself in: transactions, dialogs, proxies, and the consequences of what a script changes.
import { describe, expect, it } from 'vitest';
import { credentialsFor } from '../support/flow-script/digest.ts';
import { OVER_PROXY, TWO_HOSTS, branchOf, compileText, startLineOf, textOf, valueOf, valuesOf } from './compiled.ts';

const ANSWERED = '0 alice -> bob INVITE\n+1 bob -> alice 200 OK\n';

describe('transactions', () => {
  it('give the ACK to a refusal the branch of its INVITE, and the ACK to an answer one of its own', () => {
    const refused = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 486 Busy Here\n+1 alice -> bob ACK`,
    );
    const answered = compileText(`${TWO_HOSTS}${ANSWERED}+1 alice -> bob ACK`);
    expect(branchOf(refused.messages[2])).toBe(branchOf(refused.messages[0]));
    expect(branchOf(answered.messages[2])).not.toBe(branchOf(answered.messages[0]));
    expect(valueOf(answered.messages[2], 'CSeq')).toBe('1 ACK');
  });

  it('give CANCEL the branch and CSeq number of the INVITE and no To tag', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 180 Ringing\n+1 alice -> bob CANCEL\n` +
        '+0 bob -> alice 200 OK\n+0 bob -> alice 487 Request Terminated',
    );
    const [invite, ringing, cancel, cancelled, terminated] = messages;
    expect(branchOf(cancel)).toBe(branchOf(invite));
    expect(valueOf(cancel, 'CSeq')).toBe('1 CANCEL');
    expect(valueOf(cancel, 'To')).toBe(valueOf(invite, 'To'));
    expect(valueOf(cancelled, 'CSeq')).toBe('1 CANCEL');
    expect(valueOf(cancelled, 'To')).toBe(valueOf(ringing, 'To'));
    expect(valueOf(terminated, 'CSeq')).toBe('1 INVITE');
  });

  it('let a response say which request it answers', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 183 Session Progress reliable\n+1 alice -> bob PRACK\n` +
        '+1 bob -> alice 200 OK (INVITE)\n+1 bob -> alice 200 OK for PRACK',
    );
    expect(valueOf(messages[2], 'RAck')).toBe('1 1 INVITE');
    expect(messages.slice(3).map((message) => valueOf(message, 'CSeq'))).toEqual(['1 INVITE', '2 PRACK']);
  });

  it('answer a challenge with the credentials that it demands, and repeat them in the ACK', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 401 Unauthorized\n+1 alice -> bob ACK\n` +
        '+1 alice -> bob INVITE\n+1 bob -> alice 200 OK\n+1 alice -> bob ACK',
    );
    const challenge = valueOf(messages[1], 'WWW-Authenticate') ?? '';
    const credentials = credentialsFor(challenge, 'alice', 'INVITE', 'sip:bob@198.51.100.20:5060');
    expect(valueOf(messages[3], 'Authorization')).toBe(credentials);
    expect(valueOf(messages[3], 'CSeq')).toBe('2 INVITE');
    expect(valueOf(messages[5], 'Authorization')).toBe(credentials);
    expect(valueOf(messages[2], 'Authorization')).toBeUndefined();
  });

  it('let an ACK be for the newest refusal or answer, even where one before it was never acknowledged', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n+1 bob -> alice 407 Proxy Authentication Required\n` +
        '+1 alice -> bob INVITE\n+1 bob -> alice 200 OK\n+1 alice -> bob ACK',
    );
    expect(valueOf(messages[4], 'CSeq')).toBe('2 ACK');
    expect(branchOf(messages[4])).not.toBe(branchOf(messages[0]));
  });

  it('answer a challenge inside a dialog too', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}${ANSWERED}+1 alice -> bob ACK\n+1 alice -> bob BYE\n+1 bob -> alice 401 Unauthorized\n+1 alice -> bob BYE`,
    );
    expect(valueOf(messages[5], 'Authorization')).toContain('uri="sip:bob@198.51.100.20:5060"');
    expect(valueOf(messages[5], 'To')).toBe(valueOf(messages[3], 'To'));
  });

  it('count on from a CSeq that the script has set', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob INVITE\n| CSeq: 50 INVITE\n+1 bob -> alice 200 OK\n+1 alice -> bob ACK\n+1 alice -> bob BYE`,
    );
    expect(messages.map((message) => valueOf(message, 'CSeq'))).toEqual(['50 INVITE', '50 INVITE', '50 ACK', '51 BYE']);
    expect(messages.map((message) => message.cseq)).toEqual([50, 50, 50, 51]);
  });

  it('begin anew with another To where the caller calls somebody else without being redirected', () => {
    const { messages } = compileText(
      `${OVER_PROXY}0 alice -> bob INVITE\n+1 bob -> alice 486 Busy Here\n+1 alice -> bob ACK\n+1 alice -> edge INVITE to carol`,
    );
    expect(valueOf(messages[3], 'To')).toBe('<sip:carol@example.com>');
  });

  it.each([
    ['realm="example.com", nonce="abc123", qop="auth"', '16c1255bf6151bb0cac2ece754600c3a'],
    ['realm="example.com", nonce="abc123"', '14ecb7a00b1037515db3b0fd8d6fcb90'],
    [
      'realm="example.com", nonce="abc123", qop="auth", algorithm=SHA-256',
      '40ea9b2071dab8b2d7e23ae3f45719702e1d9b6f92180a1421b6f7bafc433098',
    ],
  ])('compute the digest for %s as another implementation does', (challenge, response) => {
    expect(credentialsFor(`Digest ${challenge}`, 'alice', 'REGISTER', 'sip:example.com')).toContain(
      `response="${response}"`,
    );
  });
});

describe('dialogs', () => {
  it('let each side use its own tag and CSeq, and the Contact of the other', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}${ANSWERED}+1 alice -> bob ACK\n+1 alice -> bob INFO\n+1 bob -> alice BYE`,
    );
    const [invite, answer, , info, bye] = messages;
    expect(valueOf(info, 'CSeq')).toBe('2 INFO');
    expect(valueOf(bye, 'CSeq')).toBe('1 BYE');
    expect(valueOf(bye, 'From')).toBe(valueOf(answer, 'To'));
    expect(valueOf(bye, 'To')).toBe(valueOf(invite, 'From'));
    expect(startLineOf(bye)).toBe('BYE sip:alice@192.0.2.10:5060 SIP/2.0');
  });

  it('send the ACK to the Contact that the answer really carried', () => {
    const { messages } = compileText(`${TWO_HOSTS}${ANSWERED}| Contact: <sip:bob@10.0.0.5:5060>\n+1 alice -> bob ACK`);
    expect(startLineOf(messages[2])).toBe('ACK sip:bob@10.0.0.5:5060 SIP/2.0');
  });

  it('begin with a NOTIFY that overtakes the answer to its SUBSCRIBE', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}0 alice -> bob SUBSCRIBE\n+1 bob -> alice NOTIFY\n+1 bob -> alice 200 OK (SUBSCRIBE)`,
    );
    expect(valueOf(messages[1], 'From')).toBe(valueOf(messages[2], 'To'));
  });

  it('raise the version of their description by one each time', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}${ANSWERED}+1 alice -> bob ACK\n+1 alice -> bob INVITE\n| sdp sendonly\n+1 bob -> alice 200 OK`,
    );
    const versions = messages.map((message) => /^o=\w+ \d+ (\d+)/m.exec(textOf(message))?.[1]);
    expect(versions).toEqual(['1', '1', undefined, '2', '2']);
    expect(textOf(messages[4])).toContain('a=recvonly');
  });

  it('demand that their beginning is written down', () => {
    expect(() => compileText(`${TWO_HOSTS}0 alice -> bob BYE`)).toThrow(/line 4: alice has no dialog for this BYE/);
    expect(() => compileText(`${TWO_HOSTS}0 alice -> bob ACK`)).toThrow(/line 4: there is no answer/);
    expect(() => compileText(`${TWO_HOSTS}0 bob -> alice 200 OK`)).toThrow(/line 4: alice sent bob no request/);
    expect(() => compileText(`${TWO_HOSTS}0 alice -> bob CANCEL`)).toThrow(/line 4: there is no INVITE/);
  });
});

describe('proxies', () => {
  const messages = compileText(
    `${OVER_PROXY}0 alice -> edge INVITE\n+0 edge -> bob INVITE\n+1 bob -> edge 200 OK\n+0 edge -> alice 200 OK\n` +
      '+0 alice -> edge ACK\n+0 edge -> bob ACK\n+1 bob -> edge BYE\n+0 edge -> alice BYE',
  ).messages;

  it('put a Via on top, count Max-Forwards down and address the host that they reach', () => {
    expect(valuesOf(messages[1], 'Via')).toEqual([
      expect.stringContaining('203.0.113.5:5060'),
      valueOf(messages[0], 'Via'),
    ]);
    expect(valueOf(messages[1], 'Max-Forwards')).toBe('69');
    expect(startLineOf(messages[0])).toBe('INVITE sip:bob@example.com SIP/2.0');
    expect(startLineOf(messages[1])).toBe('INVITE sip:bob@198.51.100.20:5060 SIP/2.0');
  });

  it('pass a response back with one Via less', () => {
    expect(valuesOf(messages[3], 'Via')).toEqual(valuesOf(messages[0], 'Via'));
    expect(valueOf(messages[3], 'To')).toBe(valueOf(messages[2], 'To'));
  });

  it('stay in the way of both sides when they record the route, and take their own Route off', () => {
    expect(valuesOf(messages[4], 'Route')).toEqual(['<sip:203.0.113.5:5060;lr>']);
    expect(valuesOf(messages[5], 'Route')).toEqual([]);
    expect(valuesOf(messages[6], 'Route')).toEqual(['<sip:203.0.113.5:5060;lr>']);
    expect(startLineOf(messages[7])).toBe('BYE sip:alice@192.0.2.10:5060 SIP/2.0');
  });

  it('pass the same response back again where the script says so', () => {
    const { messages: twice } = compileText(
      `${OVER_PROXY}0 alice -> edge INVITE\n+0 edge -> bob INVITE\n+1 bob -> edge 200 OK\n` +
        '+0 edge -> alice 200 OK\n+0.5 bob -> edge 200 OK (INVITE)\n+0 edge -> alice 200 OK\n+1 edge -> alice 200 OK',
    );
    expect(new Set([twice[3], twice[5], twice[6]].map(textOf)).size).toBe(1);
  });

  it('make the responses themselves that nobody gave them', () => {
    const { messages: own } = compileText(`${OVER_PROXY}0 alice -> edge INVITE to bob\n+1 edge -> alice 404 Not Found`);
    expect(valueOf(own[0], 'To')).toBe('<sip:bob@example.com>');
    expect(valueOf(own[1], 'To')).toMatch(/;tag=edge-/);
  });
});

describe('changed messages', () => {
  function invite(overrides: string): string {
    return textOf(compileText(`${TWO_HOSTS}0 alice -> bob INVITE\n${overrides}`).messages[0]);
  }

  it('replace a header first and add to it afterwards', () => {
    expect(invite('| Max-Forwards: 5\n| Max-Forwards: 6')).toMatch(/\r\nMax-Forwards: 5\r\nMax-Forwards: 6\r\nFrom/);
  });

  it('know compact forms', () => {
    expect(invite('| i: short')).toContain('\r\ni: short\r\n');
    expect(invite('| i: short')).not.toContain('Call-ID:');
  });

  it('keep a wrong length, and count a changed body', () => {
    expect(invite('| Content-Length: 5')).toContain('\r\nContent-Length: 5\r\n');
    expect(invite('| body: hé')).toMatch(/Content-Length: 5\r\n\r\nh\u00c3\u00a9\r\n$/);
    expect(invite('| -body')).toMatch(/Content-Length: 0\r\n\r\n$/);
  });

  it('take any start line and any byte', () => {
    expect(invite('| start-line: INVITE sip:bob SIP/7.0')).toMatch(/^INVITE sip:bob SIP\/7\.0\r\n/);
    expect(invite('| Subject: a\\r\\n b\\x00\\xff')).toContain('Subject: a\r\n b\u0000\u00ff\r\n');
  });

  it('refer to messages before them', () => {
    const { messages } = compileText(
      `${TWO_HOSTS}${ANSWERED.replace('200 OK', '200 OK #answer')}+1 alice -> bob INVITE @other\n| Replaces: {#answer.callId};to-tag={#answer.toTag};{unknown}`,
    );
    const [callId, toTag] = [valueOf(messages[1], 'Call-ID'), valueOf(messages[1], 'To')?.split('tag=')[1]];
    expect(valueOf(messages[2], 'Replaces')).toBe(`${callId};to-tag=${toTag};{unknown}`);
    expect(valueOf(messages[2], 'Call-ID')).not.toBe(callId);
  });
});
