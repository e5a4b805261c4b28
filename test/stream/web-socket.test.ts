// A WebSocket gives one SIP message for each of its messages, however it is framed, and whenever the recording began.
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1 } from '../../src/bytes/ascii.ts';
import { deflated, fragmented, frame, upgradeRequest, upgradeResponse } from '../support/web-socket.ts';
import { DoorScript, one, two } from './door-script.ts';

const register =
  'REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKasudf\r\nCall-ID: a\r\n\r\n';
const ok = 'SIP/2.0 200 OK\r\nCall-ID: a\r\n\r\n';
const body = `v=0\r\n${'a=candidate:1 1 UDP 1 192.0.2.1 5000 typ host\r\n'.repeat(40)}`;
const invite = `INVITE sip:bob@example.com SIP/2.0\r\nCall-ID: b\r\nContent-Type: application/sdp\r\n\r\n${body}`;
const huge = `MESSAGE sip:bob@example.com SIP/2.0\r\nCall-ID: c\r\n\r\n${'long '.repeat(14_000)}`;
const mask = '\x37\xfa\x21\x3d';

const shake = (): DoorScript => new DoorScript().open().say(one(upgradeRequest), two(upgradeResponse));

describe('a WebSocket', () => {
  it('gives its messages, masked or not, of any length', () => {
    const script = shake().say(
      one(frame(register, { mask })),
      two(frame(ok)),
      two(frame(invite)),
      one(frame(huge, { mask })),
    );
    expect(script.texts).toEqual([register, ok, invite, huge]);
    expect(script.heard[0]).toMatchObject({
      frame: 5,
      transport: 'ws',
      source: '192.0.2.1:40000',
      destination: '192.0.2.2:5060',
      cut: false,
    });
    expect(script.notes).toEqual([]);
  });

  it('may be text or binary', () => {
    expect(shake().say(two(frame(ok, { opcode: 2 }))).texts).toEqual([ok]);
  });

  it('joins fragments, with control frames and other things between', () => {
    const ping = frame('are you there', { opcode: 9 });
    const script = shake().say(
      two(fragmented(invite, 100, {}, ping)),
      one(fragmented(invite, 700, { mask }, frame('', { opcode: 10, mask }))),
      two(frame('\r\n\r\n') + frame('') + frame(ok) + frame('\x03\xe8bye', { opcode: 8 })),
    );
    expect(script.texts).toEqual([invite, invite, ok]);
    expect(script.notes).toEqual([]);
  });

  it('gives the same in segments of any size', () => {
    const there =
      upgradeRequest + frame(register, { mask }) + fragmented(invite, 500, { mask }, frame('p', { opcode: 9, mask }));
    const back = upgradeResponse + frame(ok) + frame(ok);
    for (const size of [1, 2, 3, 5, 17, 1000]) {
      const script = new DoorScript().open().sayIn(size, one(there), two(back));
      expect(script.texts).toEqual([register, invite, ok, ok]);
    }
  });

  it('says with which frame each message was complete', () => {
    const script = shake().say(two(frame(ok).slice(0, 20)), two(frame(ok).slice(20) + frame(register).slice(0, 5)));
    script.say(two(frame(register).slice(5)), two(frame(ok) + frame(ok)));
    expect(script.heard.map(({ frame: number }) => number)).toEqual([6, 7, 8, 8]);
  });

  it('is not what any other exchange of HTTP is', () => {
    const plain = 'GET /chat HTTP/1.1\r\nHost: example.com\r\n\r\n';
    const script = new DoorScript().say(one(plain), two(`HTTP/1.1 200 OK\r\n\r\n${frame(ok)}`), two(frame(ok)));
    expect(script.heard).toEqual([]);
    expect(
      new DoorScript().say(one(upgradeRequest), two('HTTP/1.1 403 Forbidden\r\n\r\n'), two(frame(ok))).heard,
    ).toEqual([]);
  });

  it('that carries something else is given up', () => {
    const script = shake();
    for (let count = 0; count < 10; count++) script.say(two(frame('x'.repeat(30_000))));
    expect(script.say(two(frame(ok))).heard).toEqual([]);
  });
});

describe('a WebSocket without its handshake', () => {
  it('is known by a frame that begins like SIP', () => {
    for (const options of [{}, { mask }]) {
      expect(new DoorScript().say(one(frame(invite, options)), two(frame(ok))).texts).toEqual([invite, ok]);
      expect(new DoorScript().sayIn(1, one(frame(register, options) + frame(ok, options))).texts).toEqual([
        register,
        ok,
      ]);
    }
    expect(new DoorScript().say(one(frame('', { opcode: 9 }) + frame(ok))).texts).toEqual([ok]);
  });

  it('is known when the recording begins within a message', () => {
    const script = new DoorScript().say(one(frame(invite, { mask }).slice(500)), one(frame(ok, { mask })));
    expect(script.texts).toEqual([ok]);
  });

  it('is known by the answer alone', () => {
    expect(new DoorScript().say(two(upgradeResponse), two(frame(ok)), one(frame(register, { mask }))).texts).toEqual([
      ok,
      register,
    ]);
  });
});

describe('a compressed WebSocket', () => {
  const messages = [register, ok, invite, register.replace('REGISTER', 'OPTIONS'), ok, invite];

  it.each([
    ['with context takeover', true, 15],
    ['with a small window', true, 9],
    ['without context takeover', false, 15],
  ])('%s gives its messages', async (_, keepContext, windowBits) => {
    const compressed = await deflated(messages, keepContext, windowBits);
    const script = shake();
    for (const payload of compressed) script.say(two(frame(payload, { compressed: true })));
    for (const payload of compressed) script.say(one(fragmented(payload, 30, { compressed: true, mask })));
    expect(script.texts).toEqual([...messages, ...messages]);
    expect(script.notes).toEqual([]);
  });

  it('may send some messages as they are', async () => {
    const [first = '', second = ''] = await deflated([register, register], true);
    const script = shake().say(
      two(frame(first, { compressed: true })),
      two(frame(ok)),
      two(frame(second, { compressed: true })),
    );
    expect(script.texts).toEqual([register, ok, register]);
  });

  it('without its handshake gives what does not refer back', async () => {
    const alone = await deflated(messages, false);
    const script = new DoorScript().say(...alone.map((payload) => two(frame(payload, { compressed: true }))));
    expect(script.texts).toEqual(messages);

    const together = await deflated(messages, true);
    const late = new DoorScript().say(
      ...together.slice(1).map((payload) => two(frame(payload, { compressed: true, mask }))),
    );
    expect(messages).toEqual(expect.arrayContaining(late.texts));
  });

  it('tells when a message refers to what was lost, and reads on', async () => {
    const [first = '', second = '', third = ''] = await deflated([register, ok, register], true);
    const script = shake()
      .say(two(frame(first, { compressed: true })))
      .lose(2, frame(second).length);
    script.say(two(frame(third, { compressed: true })), two(frame(ok)));
    script.timeUs = 10_000_000;
    script.say(two(frame(ok)));
    expect(script.texts).toEqual([register, ok, ok]);
    expect(script.notes).toEqual(['tcp-gap', 'ws-history-missing']);
  });

  it('does not inflate without end', () => {
    const deflate = deflateRawSync('SIP/2.0 200 OK\r\n'.repeat(1_000_000), { finishFlush: constants.Z_SYNC_FLUSH });
    const bomb = latin1(deflate, 0, deflate.length - 4);
    const script = shake().say(two(frame(bomb, { compressed: true })), two(frame(ok)));
    expect(script.heard.map(({ cut }) => cut)).toEqual([true, false]);
    expect(script.texts[0]?.length).toBeLessThan(1_200_000);
    expect(script.notes).toEqual(['message-too-large']);
  });
});

describe('a WebSocket with a hole', () => {
  it('loses the message with the hole, and finds the next frame by its length', () => {
    const whole = frame(invite);
    const script = shake()
      .say(two(whole.slice(0, 300)))
      .lose(2, 400)
      .say(two(whole.slice(700) + frame(ok)));
    script.timeUs = 10_000_000;
    script.say(two(frame(ok)), one(frame(register, { mask })));
    expect(script.texts).toEqual([invite.slice(0, 296), ok, ok, register]);
    expect(script.heard.map(({ cut }) => cut)).toEqual([true, false, false, false]);
    expect(script.notes).toEqual(['tcp-gap']);
  });

  it('goes on with the next segment that is whole frames where it ends within one', () => {
    const script = shake()
      .say(two(frame(ok)))
      .lose(2, 400);
    script.say(two(`${ok}${frame(ok)}`), two(frame('\r\n') + frame(invite)), two(frame(ok)));
    script.timeUs = 10_000_000;
    script.say(two(frame(ok)));
    expect(script.texts).toEqual([ok, invite, ok, ok]);
  });

  it('tells when frames are none, and goes on with the next', () => {
    const script = shake().say(two(frame(ok)), two(`\xff\xff${frame(ok)}`), two(frame(ok)));
    expect(script.texts).toEqual([ok, ok]);
    expect(script.notes).toEqual(['ws-framing-lost']);
  });

  it('lets out what was begun when it ends', () => {
    const script = shake()
      .say(two(frame(invite).slice(0, 400)))
      .end();
    expect(script.heard).toMatchObject([{ text: invite.slice(0, 396), cut: true }]);
  });
});

describe('any WebSocket', () => {
  it('with a flipped byte, in any segments, never throws and never invents a message', () => {
    const said =
      upgradeResponse + frame(ok) + fragmented(invite, 200, { mask }, frame('', { opcode: 9 })) + frame(register);
    const property = fc.property(
      fc.nat(said.length - 1),
      fc.nat(255),
      fc.integer({ min: 1, max: 400 }),
      (at, value, size) => {
        const flipped = `${said.slice(0, at)}${String.fromCharCode(value)}${said.slice(at + 1)}`;
        const script = new DoorScript().sayIn(size, two(flipped)).end();
        expect(script.heard.length).toBeLessThanOrEqual(6);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('of random bytes is survived', () => {
    const property = fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 20 }), (pieces) => {
      const script = shake();
      for (const bytes of pieces) script.say(two(String.fromCharCode(...bytes)));
      expect(script.end().heard.length).toBeLessThanOrEqual(20);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
