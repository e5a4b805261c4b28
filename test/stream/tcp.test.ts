import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACK, FIN, RST, SYN } from '../../src/packet/segment.ts';
import { Listener, type Sent } from './tcp-script.ts';

const second = 1_000_000;

describe('a TCP stream', () => {
  it('is handed on in order, from the byte behind the SYN, until the FIN', () => {
    const listener = new Listener().send(
      { sequence: 999, flags: SYN },
      { sequence: 499, flags: SYN | ACK, from: 2 },
      { sequence: 1000, text: 'INVITE' },
      { sequence: 500, text: 'SIP/2.0', from: 2 },
      { sequence: 1006, text: ' sip:', flags: FIN | ACK },
    );
    expect(listener.heard).toEqual(['1 bytes INVITE', '2 bytes SIP/2.0', '1 bytes  sip:', '1 closed fin']);
    expect(listener.directions.map(({ sawStart }) => sawStart)).toEqual([true, true]);
    expect(listener.directions[0]).toMatchObject({ source: '192.0.2.1:5060', destination: '192.0.2.2:5060' });
  });

  it('that began before the capture begins with the first bytes seen', () => {
    const listener = new Listener().send({ sequence: 5, text: 'ab' }, { sequence: 7, text: 'c' });
    expect(listener.heard).toEqual(['1 bytes ab', '1 bytes c']);
    expect(listener.directions[0]?.sawStart).toBe(false);
  });

  it('waits for bytes that come late, and hands on each piece with its own frame', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN },
      { sequence: 12, text: 'c' },
      { sequence: 11, text: 'b' },
      { sequence: 10, text: 'a' },
    );
    expect(listener.heard).toEqual(['1 bytes a', '1 bytes b', '1 bytes c']);
    expect(listener.frames).toEqual([4, 3, 2]);
  });

  it('leaves out what was sent again, whole or in part', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'abc' },
      { sequence: 10, text: 'abc' },
      { sequence: 12, text: 'cde' },
      { sequence: 8, text: '--abcdef' },
    );
    expect(listener.textOf(1)).toBe('abcdef');
  });

  it('is not disturbed by keep-alives and zero-window probes', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'abc' },
      { sequence: 12, text: '\0' },
      { sequence: 12 },
      { sequence: 13, text: 'd' },
      { sequence: 13, text: 'def' },
    );
    expect(listener.textOf(1)).toBe('abcdef');
  });

  it('goes on behind the wrap of the sequence numbers', () => {
    const listener = new Listener().send(
      { sequence: 0xfffffffd, flags: SYN },
      { sequence: 0, text: 'cd' },
      { sequence: 0xfffffffe, text: 'ab' },
      { sequence: 2, text: 'e', flags: FIN | ACK },
    );
    expect(listener.heard).toEqual(['1 bytes ab', '1 bytes cd', '1 bytes e', '1 closed fin']);
  });

  it('tells how many bytes the snap length cost', () => {
    const listener = new Listener().send({ sequence: 10, text: 'ab', missing: 8 }, { sequence: 20, text: 'k' });
    expect(listener.heard).toEqual(['1 bytes ab', '1 gap 8', '1 bytes k']);
  });

  it('takes only the new bytes of a segment that is partly old and partly not captured', () => {
    const listener = new Listener().send({ sequence: 10, text: 'abcd' }, { sequence: 8, text: '--ab', missing: 5 });
    expect(listener.heard).toEqual(['1 bytes abcd', '1 gap 3']);
  });
});

describe('a hole in a TCP stream', () => {
  it('is given up after two seconds of later segments', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'a' },
      { sequence: 15, text: 'f', timeUs: second },
      { sequence: 16, text: 'g', timeUs: 3 * second },
    );
    expect(listener.textOf(1)).toBe('a');
    listener.send({ sequence: 17, text: 'h', timeUs: 3 * second + 1 });
    expect(listener.heard.slice(1)).toEqual(['1 gap 4', '1 bytes f', '1 bytes g', '1 bytes h']);
  });

  it('is given up when time goes on without later segments', () => {
    const listener = new Listener().send({ sequence: 10, text: 'a' }, { sequence: 15, text: 'f', flags: FIN | ACK });
    listener.streams.expire(2 * second);
    expect(listener.textOf(1)).toBe('a');
    listener.streams.expire(2 * second + 1);
    expect(listener.heard.slice(1)).toEqual(['1 gap 4', '1 bytes f', '1 closed fin']);
  });

  it('is given up when too much waits behind it', () => {
    const listener = new Listener({ heldBytes: 1000 });
    listener.send({ sequence: 10, text: 'a' });
    for (let index = 0; index < 12; index++) listener.send({ sequence: 20 + index * 20, text: 'x'.repeat(20) });
    expect(listener.heard[1]).toBe('1 gap 9');
    expect(listener.textOf(1)).toBe(`a#${'x'.repeat(240)}`);
  });

  it('is given up when too much waits in all connections together', () => {
    const listener = new Listener({ totalHeldBytes: 1000 });
    for (let port = 1; port <= 12; port++) {
      listener.send({ sequence: 10, text: 'a', port }, { sequence: 12, text: 'x'.repeat(20), port });
    }
    expect(listener.heard.filter((line) => line.includes('gap')).length).toBeGreaterThan(0);
  });

  it('is given up at the end of the capture', () => {
    const listener = new Listener().send({ sequence: 10, text: 'a' }, { sequence: 15, text: 'f' });
    listener.streams.end();
    expect(listener.heard).toEqual(['1 bytes a', '1 gap 4', '1 bytes f', '1 closed capture-ended']);
  });

  it('before a FIN without bytes is told when it is given up', () => {
    const listener = new Listener().send({ sequence: 10, text: 'a' }, { sequence: 15, flags: FIN | ACK });
    listener.streams.end();
    expect(listener.heard).toEqual(['1 bytes a', '1 gap 4', '1 closed fin']);
  });
});

describe('a TCP connection', () => {
  it('is over in both directions with a reset', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'a' },
      { sequence: 90, text: 'b', from: 2 },
      { sequence: 91, flags: RST, from: 2 },
    );
    expect(listener.heard.slice(2).toSorted()).toEqual(['1 closed rst', '2 closed rst']);
  });

  it('is not over with a reset that is far from where it stands', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'abc' },
      { sequence: 2_000_000_000, flags: RST },
      { sequence: 13, text: 'def' },
    );
    expect(listener.heard).toEqual(['1 bytes abc', '1 bytes def']);
  });

  it('may be opened from both sides at once', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN },
      { sequence: 89, flags: SYN, from: 2 },
      { sequence: 9, flags: SYN | ACK },
      { sequence: 89, flags: SYN | ACK, from: 2 },
      { sequence: 10, text: 'ab' },
      { sequence: 90, text: 'cd', from: 2 },
    );
    expect(listener.heard).toEqual(['1 bytes ab', '2 bytes cd']);
    expect(listener.directions[0]?.connection).toBe(listener.directions[1]?.connection);
  });

  it('may bring bytes with its SYN, once or again', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN, text: 'ab' },
      { sequence: 89, flags: SYN | ACK, from: 2 },
      { sequence: 10, text: 'abcd' },
      { sequence: 9, flags: SYN, text: 'ab' },
    );
    expect(listener.heard).toEqual(['1 bytes ab', '1 bytes cd']);
  });

  it('that is half open is a new one with the SYN of the side that forgot it', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN },
      { sequence: 10, text: 'ab' },
      { sequence: 49, flags: SYN | ACK, from: 2 },
      { sequence: 50, text: 'cd', from: 2 },
      { sequence: 5_009, flags: SYN, from: 2 },
      { sequence: 5_010, text: 'new', from: 2 },
    );
    expect(listener.heard).toEqual(['1 bytes ab', '2 bytes cd', '2 closed reused', '1 closed reused', '2 bytes new']);
  });

  it('has two sides, whichever is heard first, until its ports are used again', () => {
    const listener = new Listener().send(
      { sequence: 50, text: 'c', from: 2 },
      { sequence: 10, text: 'a' },
      { sequence: 2_000_000_000, text: 'x' },
      { sequence: 3_000_000_000, text: 'y', from: 2 },
    );
    const [second, first, third, fourth] = listener.directions;
    expect(second?.connection).toBe(first?.connection);
    expect([second?.side, first?.side, third?.side, fourth?.side]).toEqual([0, 1, 0, 1]);
    expect(third?.connection).toBe(fourth?.connection);
    expect(third?.connection).not.toBe(first?.connection);
  });

  it('says which side opened it, where a SYN shows it', () => {
    const clientOf = (...sent: readonly Sent[]): number | undefined =>
      new Listener().send(...sent).directions[0]?.connection.client;
    expect(clientOf({ sequence: 9, flags: SYN }, { sequence: 10, text: 'a' })).toBe(0);
    expect(clientOf({ sequence: 9, flags: SYN | ACK }, { sequence: 10, text: 'a' })).toBe(1);
    expect(clientOf({ sequence: 10, text: 'a' })).toBeUndefined();
  });

  it('hands on nothing again after its end', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'abc', flags: FIN | ACK },
      { sequence: 10, text: 'abc', flags: FIN | ACK },
    );
    listener.streams.end();
    expect(listener.heard).toEqual(['1 bytes abc', '1 closed fin']);
  });

  it('that goes on after a reset was alive', () => {
    const listener = new Listener().send(
      { sequence: 10, text: 'abc' },
      { sequence: 13, flags: RST },
      { sequence: 13, text: 'def' },
    );
    expect(listener.heard).toEqual(['1 bytes abc', '1 closed rst', '1 bytes def']);
  });

  it('is a new one with a new SYN, even without the end of the old one', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN },
      { sequence: 10, text: 'old' },
      { sequence: 50, text: 'old', from: 2 },
      { sequence: 7_000_000, flags: SYN },
      { sequence: 7_000_001, text: 'new' },
      { sequence: 60, text: 'new', from: 2 },
    );
    expect(listener.heard).toEqual([
      '1 bytes old',
      '2 bytes old',
      '1 closed reused',
      '2 closed reused',
      '1 bytes new',
      '2 bytes new',
    ]);
  });

  it('is a new one when its sequence numbers are far from the old ones', () => {
    const listener = new Listener().send({ sequence: 10, text: 'old' }, { sequence: 2_000_000_000, text: 'new' });
    expect(listener.heard).toEqual(['1 bytes old', '1 closed reused', '1 bytes new']);
  });

  it('is not a new one when its SYN is sent again', () => {
    const listener = new Listener().send(
      { sequence: 9, flags: SYN },
      { sequence: 9, flags: SYN },
      { sequence: 10, text: 'a' },
    );
    expect(listener.heard).toEqual(['1 bytes a']);
  });

  it('is forgotten when it is idle for ten minutes', () => {
    const listener = new Listener().send({ sequence: 10, text: 'a' });
    listener.streams.expire(600 * second);
    expect(listener.heard).toHaveLength(1);
    listener.streams.expire(600 * second + 1);
    expect(listener.heard[1]).toBe('1 closed idle');
    listener.send({ sequence: 40, text: 'b', timeUs: 601 * second });
    expect(listener.heard[2]).toBe('1 bytes b');
  });

  it('is forgotten, with a notice, when there are too many: the longest idle first', () => {
    const listener = new Listener({ connections: 3 });
    for (const port of [1, 2, 3, 1, 4]) listener.send({ sequence: 10, text: `${port}`, port });
    expect(listener.heard.filter((line) => line.includes('closed'))).toEqual(['1 closed evicted']);
    expect(listener.notes).toEqual(['tcp-connections-evicted']);
    listener.send({ sequence: 11, text: 'x', port: 1 }, { sequence: 10, text: 'again', port: 2 });
    expect(listener.textOf(1)).toBe('1234xagain');
  });

  it('that nobody listens to is not kept waiting for, nor noted', () => {
    const listener = new Listener({ connections: 1 });
    listener.ignoreAll = true;
    listener.send({ sequence: 10, text: 'a' }, { sequence: 20, text: 'b' }, { sequence: 11, text: 'c' });
    listener.send({ sequence: 10, text: 'z', port: 9 });
    expect(listener.heard).toEqual(['1 bytes a', '1 closed evicted', '1 bytes z']);
    expect(listener.notes).toEqual([]);
  });
});

const stream = Array.from({ length: 400 }, (_, index) => String.fromCharCode(33 + (index % 90))).join('');

describe('any TCP stream', () => {
  const start = fc.oneof(fc.nat(0xffffffff), fc.integer({ min: 0xffffff00, max: 0xffffffff }));

  it('split, repeated and shuffled in any way gives the same bytes', () => {
    const cuts = fc.array(fc.tuple(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 80 })), { maxLength: 40 });
    fc.assert(
      fc.property(start, cuts, fc.infiniteStream(fc.nat()), (first, pieces, random) => {
        const segments: Sent[] = pieces.map(([at, length]) => ({
          sequence: first + at,
          text: stream.slice(at, at + length),
        }));
        // Every byte is there at least once.
        for (let at = 0; at < stream.length; at += 37)
          segments.push({ sequence: first + at, text: stream.slice(at, at + 37) });
        const keys = segments.map(() => random.next().value);
        const order = segments.map((_, index) => index).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const shuffled = order.flatMap((index) => segments[index] ?? []);
        const listener = new Listener().send({ sequence: first - 1, flags: SYN }, ...shuffled);
        listener.send({ sequence: first + stream.length, flags: FIN | ACK });
        expect(listener.textOf(1)).toBe(stream);
        expect(listener.heard.at(-1)).toBe('1 closed fin');
      }),
      { numRuns: 300 },
    );
  });

  it('with segments lost gives the rest in order, and gaps that add up', () => {
    fc.assert(
      fc.property(start, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (first, kept) => {
        const listener = new Listener().send({ sequence: first - 1, flags: SYN });
        let expected = '';
        for (const [index, isKept] of kept.entries()) {
          const text = stream.slice(index * 10, index * 10 + 10);
          if (isKept) listener.send({ sequence: first + index * 10, text });
          if (isKept) expected += text;
        }
        listener.streams.end();
        expect(listener.textOf(1).replaceAll('#', '')).toBe(expected.replaceAll('#', ''));
        const gaps = listener.heard.flatMap((line) => (line.includes(' gap ') ? Number(line.split(' ')[2]) : []));
        const lastKept = kept.lastIndexOf(true);
        const lost = kept.slice(0, lastKept + 1).filter((isKept) => !isKept).length;
        expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(lost * 10);
      }),
    );
  });

  it('of random segments is handed on without a failure, and closes what it opened', () => {
    const segment = fc.record({
      sequence: fc.oneof(fc.nat(50), fc.nat(0xffffffff)),
      text: fc.string({ maxLength: 20 }),
      flags: fc.nat(31),
      from: fc.constantFrom(1, 2),
      port: fc.nat(3),
      timeUs: fc.nat(700 * second),
      missing: fc.constantFrom(0, 0, 0, 7),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 60 }), (sent) => {
        const listener = new Listener({ heldBytes: 300, totalHeldBytes: 500, connections: 4 });
        for (const one of sent) {
          listener.send(one);
          listener.streams.expire(one.timeUs);
        }
        listener.streams.end();
        const heardAtEnd = listener.heard.length;
        listener.streams.end();
        expect(listener.heard).toHaveLength(heardAtEnd);
        // The sink's state is released with the last call.
        expect(listener.directions.every(({ connection }) => connection.state === undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
