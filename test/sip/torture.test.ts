// Every message of RFC 4475 and RFC 5118, and what each of them was written for.
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { rfc5118, withBareLf } from '../../fixtures/torture/rfc5118.ts';
import { rfc4475Verdicts, rfc5118Verdicts, shortWithBareLf } from '../../fixtures/torture/verdicts.ts';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { boundaryOf, parseMultipart } from '../../src/sip/multipart.ts';
import { parseMessage } from '../../src/sip/message.ts';
import type { SipMessage } from '../../src/sip/message.ts';
import { looksLikeSip } from '../../src/sip/recognize.ts';
import { unescapeUri } from '../../src/sip/uri.ts';
import type { SipUri, Uri } from '../../src/sip/uri.ts';

const codesOf = (message: SipMessage): string[] => message.defects.map(({ code }) => code);

function read(text: string | undefined): SipMessage {
  if (text === undefined) throw new Error('no such torture message');
  return parseMessage(bytesOf(text));
}

function sip(uri: Uri | undefined): SipUri {
  if (uri?.kind !== 'sip') throw new Error('not a SIP URI');
  return uri;
}

describe('the verdicts', () => {
  it('name every message of both RFCs once', () => {
    expect(rfc4475Verdicts.map(({ name }) => name)).toEqual(Object.keys(rfc4475));
    expect(rfc5118Verdicts.map(({ name }) => name)).toEqual(Object.keys(rfc5118));
    expect(rfc4475Verdicts).toHaveLength(49);
    expect(rfc5118Verdicts).toHaveLength(12);
  });

  it.each([...rfc4475Verdicts, ...rfc5118Verdicts])('fit their severities: $name', ({ name, verdict }) => {
    const severities = read(rfc4475[name] ?? rfc5118[name]).defects.map(({ severity }) => severity);
    if (verdict === 'valid' || verdict === 'accept') expect(severities).not.toContain('error');
    else expect(severities.some((severity) => severity !== 'info')).toBe(true);
  });
});

describe('RFC 4475', () => {
  it.each(rfc4475Verdicts)('$name ($section) has exactly its defects', ({ name, defects }) => {
    expect(codesOf(read(rfc4475[name])).toSorted()).toEqual([...defects].toSorted());
  });

  it.each(rfc4475Verdicts)('$name is recognised as SIP', ({ name }) => {
    const bytes = bytesOf(rfc4475[name] ?? '');
    expect(looksLikeSip(bytes, 0, bytes.length)).toBe(true);
  });

  it('wsinv: folding, compact names and white space do not hide a value', () => {
    const message = read(rfc4475['wsinv']);
    expect(message).toMatchObject({
      callId: 'wsinv.7731@example.com',
      cseq: 9,
      cseqMethod: 'INVITE',
      method: 'INVITE',
    });
    expect(message).toMatchObject({
      fromTag: '98asjd8',
      toTag: '1918181833n',
      branch: '390skdjuw',
      sentBy: '192.0.2.2',
    });
    expect(message.via.map(({ transport, sentBy }) => `${transport} ${sentBy}`)).toEqual([
      'UDP 192.0.2.2',
      'TCP spindle.example.com',
      'UDP 198.51.100.111',
    ]);
    expect(message.via[2]?.branch).toBe('z9hG4bK30239');
    expect(message.from?.displayName).toBe('A \\ name " with escapes');
    expect(message.header('subject')).toBe('');
    expect(message.header('newfangledheader')).toBe('newfangled value continued newfangled value');
    expect(message.contacts[0]?.params.map(({ name, value }) => [name, value])).toEqual([
      ['newparam', 'newvalue'],
      ['secondparam', undefined],
      ['q', '0.33'],
    ]);
  });

  it('intmeth: every token character may stand in a method', () => {
    const message = read(rfc4475['intmeth']);
    expect(message.method).toBe("!odd-Method_0123456789*+`.%fine'~");
    expect(message.to?.displayName).toBe('BEL:\x07 NUL:\0 DEL:\x7f');
    expect(message.header("extensionheader-!.%*+_`'~")).toBe('\ufeff\u5927\u505c\u96fb');
    expect(message.fromTag).toBe("_token~1'+`*%!-.");
  });

  it('esc01: escapes are decoded once', () => {
    const message = read(rfc4475['esc01']);
    expect(message.requestUri).toBe('sip:sips%3Auser%40example.com@example.net');
    const contact = sip(message.contacts[0]?.uri);
    expect(unescapeUri(contact.user)).toBe('caller');
    expect(contact.params.map(({ name, value }) => [unescapeUri(name), value && unescapeUri(value)])).toEqual([
      ['lr', undefined],
      ['name', 'value%41'],
    ]);
  });

  it('escnull: an escaped NUL does not end a user part', () => {
    const message = read(rfc4475['escnull']);
    expect(unescapeUri(sip(message.to?.uri).user)).toBe('null-\0-null');
    expect(message.contacts.map(({ uri }) => unescapeUri(sip(uri).user))).toEqual(['\0', '\0\0']);
  });

  it('esc02: % is no escape in a method or in a header name', () => {
    const message = read(rfc4475['esc02']);
    expect(message.method).toBe('RE%47IST%45R');
    expect(message.to?.displayName).toBe('%Z%45');
    expect(message.contacts).toHaveLength(2);
  });

  it('lwsdisp: a display name may touch its bracket', () => {
    expect(read(rfc4475['lwsdisp']).from).toMatchObject({ displayName: 'caller', uriText: 'sip:caller@example.com' });
  });

  it('longreq: long values and 34 Via are read to the end', () => {
    const message = read(rfc4475['longreq']);
    expect(message.via).toHaveLength(34);
    expect(message.via.at(-1)?.sentBy).toBe('sip0.example.com');
    expect(message.fromTag).toMatch(/^12(?:982){50}424$/);
  });

  it('dblreq: what follows Content-Length in a datagram is no second request', () => {
    const message = read(rfc4475['dblreq']);
    expect(message.method).toBe('REGISTER');
    expect(message.bodySpan.end - message.bodySpan.start).toBe(0);
    expect(message.fields.map(({ canonical }) => canonical)).not.toContain('content-type');
  });

  it('semiuri: a user part may hold a semicolon', () => {
    const uri = sip(read(rfc4475['semiuri']).uri);
    expect(uri).toMatchObject({ user: 'user;par=u%40example.net', host: 'example.com', params: [] });
  });

  it('ltgtruri: brackets around the Request-URI do not hide it', () => {
    expect(sip(read(rfc4475['ltgtruri']).uri)).toMatchObject({ user: 'user', host: 'example.com' });
  });

  it('transports: unknown transports are read like known ones', () => {
    expect(read(rfc4475['transports']).via.map(({ transport }) => transport)).toEqual([
      'UDP',
      'SCTP',
      'TLS',
      'UNKNOWN',
      'TCP',
    ]);
  });

  it('mpart01: binary parts end at the boundary and nowhere else', () => {
    const message = read(rfc4475['mpart01']);
    const boundary = boundaryOf(message.header('content-type') ?? '');
    const { parts, closed } = parseMultipart(message.text, boundary, message.bodySpan.start, message.bodySpan.end);
    expect(closed).toBe(true);
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'application/octet-stream']);
    expect(message.text.slice(parts[0]?.bodySpan.start, parts[0]?.bodySpan.end)).toBe('Hello');
    expect(message.text.slice(parts[1]?.bodySpan.start, parts[1]?.bodySpan.end)).toMatch(/^0\x82\0\0[^]*\xff\xfe$/);
  });

  it('unreason and noreason: any reason phrase is one', () => {
    expect(read(rfc4475['unreason']).reason).toMatch(/^= 2\*\*3 \* 5\*\*2 \u043d\u043e \u0441\u0442\u043e/);
    expect(read(rfc4475['noreason'])).toMatchObject({ status: 100, reason: '' });
  });

  it('scalar02 and scalarlg: numbers that do not fit are unreadable, not wrapped', () => {
    expect(read(rfc4475['scalar02']).cseq).toBe(-1);
    expect(read(rfc4475['scalarlg'])).toMatchObject({ cseq: -1, cseqMethod: 'OPTIONS', status: 503 });
  });

  it('quotbal: a quote that is not closed does not hide the URI', () => {
    expect(read(rfc4475['quotbal']).to?.uriText).toBe('sip:j.user@example.com');
  });

  it('bigcode: a status code that does not fit is none', () => {
    expect(read(rfc4475['bigcode'])).toMatchObject({ kind: 'response', status: 0 });
  });

  it('baddn: a comma in a display name does not split To', () => {
    const message = read(rfc4475['baddn']);
    expect(message.headers('to')).toHaveLength(1);
    expect(message.to?.uriText).toBe('sip:t.watson@example.org');
    expect(message.fromTag).toBe('43');
  });

  it('multi01: of repeated headers the first counts', () => {
    expect(read(rfc4475['multi01'])).toMatchObject({
      callId: 'multi01.98asdh@192.0.2.1',
      cseq: 59,
      fromTag: '3413415',
    });
  });

  it('cparam01 and cparam02: brackets decide whose a parameter is', () => {
    const outside = read(rfc4475['cparam01']).contacts[0];
    const inside = read(rfc4475['cparam02']).contacts[0];
    expect(outside?.params.map(({ name }) => name)).toEqual(['unknownparam']);
    expect(sip(outside?.uri).params).toEqual([]);
    expect(inside?.params).toEqual([]);
    expect(sip(inside?.uri).params.map(({ name }) => name)).toEqual(['unknownparam']);
  });

  it('regescrt: URI headers are kept', () => {
    expect(sip(read(rfc4475['regescrt']).contacts[0]?.uri).headers).toMatchObject([
      { name: 'route', value: '%3Csip:sip.example.com%3E' },
    ]);
  });

  it('inv2543: without Content-Length the body is the rest of the datagram', () => {
    const message = read(rfc4475['inv2543']);
    expect(message).toMatchObject({ branch: '', fromTag: '' });
    expect(message.bodyText).toMatch(/^v=0\r\n[^]*PCMU\/8000\r\n$/);
  });
});

describe('RFC 5118', () => {
  it.each(rfc5118Verdicts)('$name ($section) has exactly its defects', ({ name, defects }) => {
    expect(codesOf(read(rfc5118[name]))).toEqual(defects);
  });

  it.each(rfc5118Verdicts)(
    '$name with bare LF adds the line ends, and the length where there is a body',
    ({ name, defects }) => {
      const short = shortWithBareLf.includes(name) ? ['content-length-short'] : [];
      const expected = [...defects, ...short, 'bare-lf'].toSorted();
      expect(codesOf(read(withBareLf(rfc5118[name] ?? ''))).toSorted()).toEqual(expected);
    },
  );

  it('an IPv6 address that lost its brackets is still one host', () => {
    expect(sip(read(rfc5118['ipv6-bad']).uri)).toMatchObject({ host: '2001:db8::10', port: undefined });
  });

  it('a port behind the bracket is a port, one inside is not', () => {
    expect(sip(read(rfc5118['port-ambiguous']).uri)).toMatchObject({ host: '2001:db8::10:5070', port: undefined });
    expect(sip(read(rfc5118['port-unambiguous']).uri)).toMatchObject({ host: '2001:db8::10', port: 5070 });
  });

  it('received is the same address with and without brackets', () => {
    expect(read(rfc5118['via-received-param-with-delim']).via[0]?.received).toBe('[2001:db8::9:255]');
    expect(read(rfc5118['via-received-param-no-delim']).via[0]?.received).toBe('2001:db8::9:255');
  });

  it('sent-by keeps the brackets', () => {
    expect(read(rfc5118['mult-ip-in-header'])).toMatchObject({ sentBy: '[2001:db8::9:1]:6050' });
  });
});
