// Other people's parsers, asked about the same valid messages: what they read, we read.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offer, usual } from '../../fixtures/torture/build.ts';
import { bytesOf } from '../../src/bytes/ascii.ts';
import { parseMessage } from '../../src/sip/message.ts';
import { parseSdp } from '../../src/sip/sdp.ts';

interface TheirMessage {
  readonly method: string;
  readonly status_code?: number;
  readonly reason_phrase?: string;
  readonly call_id: string;
  readonly cseq: number;
  readonly from_tag?: string;
  readonly to_tag?: string;
  readonly via_branch: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, readonly unknown[]>>;
}

interface TheirSdp {
  readonly name?: string;
  readonly origin?: { readonly username: string; readonly address: string };
  readonly connection?: { readonly ip: string };
  readonly media: readonly {
    readonly type: string;
    readonly port: number;
    readonly protocol: string;
    readonly payloads: string | number;
    readonly connection?: { readonly ip: string };
  }[];
}

const load = createRequire(import.meta.url);
const jssip = load('jssip/lib-es5/Parser.js') as { parseMessage(text: string, ua: unknown): TheirMessage | undefined };
const sdpTransform = load('sdp-transform') as { parse(text: string): TheirSdp };

const token = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const host = fc.constantFrom('example.com', 'proxy.example.net', '192.0.2.17', '[2001:db8::5]');
const uri = fc
  .tuple(
    fc.constantFrom('sip', 'sips'),
    token,
    host,
    fc.constantFrom('', ':5060', ':5071'),
    fc.constantFrom('', ';lr', ';transport=tcp;x=y'),
  )
  .map(([scheme, user, at, port, params]) => `${scheme}:${user}@${at}${port}${params}`);
const name = fc.constantFrom('', '"Bob" ', '"B \\"o\\" b, Esq. <x>" ', 'Bob ');
const address = fc.tuple(name, uri).map(([display, inside]) => `${display}<${inside}>`);
const via = fc
  .tuple(host, token, fc.constantFrom('', ';rport', ';received=192.0.2.3'))
  .map(([at, branch, rest]) => `SIP/2.0/UDP ${at};branch=z9hG4bK${branch}${rest}`);
const method = fc.constantFrom('INVITE', 'BYE', 'REGISTER', 'OPTIONS', 'SUBSCRIBE');

const message = fc
  .record({
    method,
    line: fc.oneof(
      fc.constant(''),
      fc
        .tuple(fc.integer({ min: 100, max: 699 }), fc.constantFrom('OK', 'Not Found', 'Ringing'))
        .map(([status, phrase]) => `SIP/2.0 ${status} ${phrase}`),
    ),
    vias: fc.array(via, { minLength: 1, maxLength: 4 }),
    from: address,
    to: address,
    tags: fc.tuple(token, fc.option(token)),
    callId: fc.tuple(token, host).map(([left, right]) => `${left}@${right.replace(/[[\]]/g, '')}`),
    cseq: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    contacts: fc.array(address, { minLength: 1, maxLength: 3 }),
    routes: fc.array(address, { maxLength: 3 }),
    body: fc.constantFrom([], offer),
  })
  .map((one) => {
    const line = one.line || `${one.method} sip:b@example.com SIP/2.0`;
    return usual(
      line,
      'oracle',
      {
        Via: one.vias,
        From: `${one.from};tag=${one.tags[0]}`,
        To: one.tags[1] === null ? one.to : `${one.to};tag=${one.tags[1]}`,
        'Call-ID': one.callId,
        CSeq: `${one.cseq} ${one.method}`,
        Contact: one.contacts.join(', '),
        'Record-Route': one.routes.length > 0 ? one.routes : null,
      },
      one.body,
    );
  });

describe('a SIP stack for browsers', () => {
  it('reads the same out of valid messages', () => {
    const agreement = fc.property(message, (text) => {
      const theirs = jssip.parseMessage(text, {});
      const ours = parseMessage(bytesOf(text));
      expect(theirs).toBeDefined();
      if (!theirs) return;
      expect(ours.method).toBe(theirs.method);
      expect(ours.callId).toBe(theirs.call_id);
      expect(ours.cseq).toBe(theirs.cseq);
      expect(ours.fromTag).toBe(theirs.from_tag ?? '');
      expect(ours.toTag).toBe(theirs.to_tag ?? '');
      expect(ours.branch).toBe(theirs.via_branch);
      expect(ours.status).toBe(theirs.status_code ?? 0);
      if (theirs.status_code !== undefined) expect(ours.reason).toBe(theirs.reason_phrase);
      expect(ours.bodyText).toBe(theirs.body);
      for (const [header, values] of Object.entries(theirs.headers)) {
        expect([header, ours.headers(header.toLowerCase()).length]).toEqual([header, values.length]);
      }
    });
    fc.assert(agreement, { numRuns: 500 });
  });
});

describe('a session description library', () => {
  const address = fc.constantFrom('IP4 192.0.2.9', 'IP6 2001:db8::9');
  const media = fc
    .record({
      type: fc.constantFrom('audio', 'video', 'image'),
      port: fc.nat(65_535),
      formats: fc.array(fc.nat(127), { minLength: 1, maxLength: 8 }),
      connection: fc.option(address),
    })
    .map(({ type, port, formats, connection }) => [
      `m=${type} ${port} RTP/AVP ${formats.join(' ')}`,
      ...(connection === null ? [] : [`c=IN ${connection}`]),
      'a=sendrecv',
      'a=ptime:20',
    ]);
  const description = fc
    .record({
      connection: fc.option(address),
      media: fc.array(media, { maxLength: 4 }),
      lineEnd: fc.constantFrom('\r\n', '\n'),
    })
    .map(({ connection, media, lineEnd }) =>
      [
        'v=0',
        'o=alice 2890844526 2890844527 IN IP4 192.0.2.1',
        's=a session',
        ...(connection === null ? [] : [`c=IN ${connection}`]),
        't=0 0',
        ...media.flat(),
        '',
      ].join(lineEnd),
    );

  it('reads the same out of valid descriptions', () => {
    const agreement = fc.property(description, (text) => {
      const theirs = sdpTransform.parse(text);
      const ours = parseSdp(text);
      expect(ours.faults).toEqual([]);
      expect(ours.sessionName).toBe(theirs.name);
      expect([ours.origin?.username, ours.origin?.address]).toEqual([theirs.origin?.username, theirs.origin?.address]);
      expect(ours.connection?.address).toBe(theirs.connection?.ip);
      expect(
        ours.media.map(({ media, port, protocol, formats, connection }) => [
          media,
          port,
          protocol,
          formats.join(' '),
          connection?.address,
        ]),
      ).toEqual(
        theirs.media.map(({ type, port, protocol, payloads, connection }) => [
          type,
          port,
          protocol,
          String(payloads),
          connection?.ip,
        ]),
      );
      for (const one of ours.media)
        expect(one.attributes.map(({ name, value }) => [name, value])).toEqual([
          ['sendrecv', undefined],
          ['ptime', '20'],
        ]);
    });
    fc.assert(agreement, { numRuns: 500 });
  });
});
