// A stream becomes messages, however it is cut into pieces.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfc4475 } from '../../fixtures/torture/rfc4475.ts';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import { BufferPool } from '../../src/bytes/pending.ts';
import { SipFramer } from '../../src/sip/framing.ts';
import type { FramingTrouble } from '../../src/sip/framing.ts';

const options = rfc4475['semiuri'] ?? '';
const invite = rfc4475['esc01'] ?? '';
const response = rfc4475['unreason'] ?? '';
const missing = options.replace(/Content-Length: \d+\r\n/, '');

interface Framed {
  messages: string[];
  incomplete: string[];
  trouble: FramingTrouble[];
  verdict: string;
  copies: number;
}

function frame(pieces: readonly (string | undefined)[]): Framed {
  const result: Framed = { messages: [], incomplete: [], trouble: [], verdict: '', copies: 0 };
  const framer = new SipFramer((code) => result.trouble.push(code));
  let pushed: Uint8Array | undefined;
  const deliver = (bytes: Uint8Array, start: number, end: number, complete: boolean): void => {
    (complete ? result.messages : result.incomplete).push(latin1(bytes, start, end));
    if (bytes !== pushed) result.copies++;
  };
  for (const piece of pieces) {
    pushed = piece === undefined ? undefined : bytesOf(`##${piece}##`);
    if (pushed) framer.push(pushed, 2, pushed.length - 2, deliver);
    else framer.gap(deliver);
  }
  framer.end(deliver);
  result.verdict = framer.verdict;
  return result;
}

const cutAt = (text: string, places: readonly number[]): string[] => {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...sorted].map((place, index) => text.slice(place, sorted[index] ?? text.length));
};

describe('framing', () => {
  it('delivers whole messages in place', () => {
    const framed = frame([invite + options + response]);
    expect(framed).toMatchObject({
      messages: [invite, options, response],
      incomplete: [],
      trouble: [],
      verdict: 'sip',
      copies: 0,
    });
  });

  it('puts messages together from single bytes', () => {
    expect(frame((invite + options + response).split(''))).toMatchObject({
      messages: [invite, options, response],
      trouble: [],
    });
  });

  it('skips keep-alives between messages', () => {
    expect(frame(['\r\n\r\n', invite, '\r\n', options])).toMatchObject({ messages: [invite, options], trouble: [] });
  });

  it('ends a message without Content-Length at its empty line', () => {
    expect(frame([missing + invite])).toMatchObject({ messages: [missing, invite], trouble: [] });
  });

  it('tells that the framing is lost when a body follows that nobody announced', () => {
    const silent = invite.replace(/Content-Length: \d+\r\n/, '').replace(/Content-Type: .*\r\n/, '');
    const framed = frame([silent + options]);
    expect(framed.messages).toEqual([silent.slice(0, silent.indexOf('\r\n\r\n') + 4), options]);
    expect(framed.trouble).toEqual(['framing-lost']);
  });

  it('takes a Content-Length that is repeated with the same value', () => {
    const repeated = invite.replace(/(Content-Length: \d+\r\n)/, '$1$1');
    expect(frame([repeated + options])).toMatchObject({ messages: [repeated, options], trouble: [] });
  });

  it.each([
    ['missing', invite.replace(/Content-Length: \d+\r\n/, '')],
    ['no number', invite.replace(/(Content-Length: )\d+/, '$1many')],
    ['contradictory', invite.replace(/Content-Length: /, 'Content-Length: 1\r\nContent-Length: ')],
  ])('finds the end of SDP by its lines when Content-Length is %s', (_, unsized) => {
    expect(frame([unsized + options])).toMatchObject({ messages: [unsized, options], trouble: [] });
    expect(frame([`${unsized}\r\n\r\n${options}`])).toMatchObject({ messages: [unsized, options], trouble: [] });
    expect(frame([unsized])).toMatchObject({ messages: [unsized], incomplete: [], trouble: [] });
    expect(frame([`${unsized}a=sen`])).toMatchObject({ messages: [], incomplete: [`${unsized}a=sen`] });
  });

  it('finds the end of any other body without Content-Length at the next start line', () => {
    const head = invite.slice(0, invite.indexOf('\r\n\r\n') + 4).replace(/Content-Length: \d+\r\n/, '');
    const xml = head.replace('application/sdp', 'application/pidf+xml') + '<presence>\n\n</presence>\r\n';
    expect(frame([xml + options])).toMatchObject({ messages: [xml, options], trouble: [] });
    expect(frame([`${xml}\r\n\r\n${options}`])).toMatchObject({ messages: [xml, options], trouble: [] });
  });

  it('waits no longer than until the other side speaks for the end of a body without Content-Length', () => {
    const unsized = invite.replace(/Content-Length: \d+\r\n/, '');
    const messages: string[] = [];
    const framer = new SipFramer();
    const deliver = (bytes: Uint8Array, start: number, end: number): void =>
      void messages.push(latin1(bytes, start, end));
    const push = (text: string): void => framer.push(bytesOf(text), 0, text.length, deliver);
    push(unsized);
    expect(messages).toEqual([]);
    framer.settle(deliver);
    expect(messages).toEqual([unsized]);
    push(`${unsized}OPTIO`);
    framer.settle(deliver);
    push(options.slice(5));
    expect(messages).toEqual([unsized, unsized, options]);
  });

  it('does not let a Content-Length that is too large swallow the next message', () => {
    const larger = invite.replace(/(Content-Length: )\d+/, '$1200');
    const much = invite.replace(/(Content-Length: )\d+/, '$120000');
    for (const greedy of [larger, much]) {
      for (const pieces of [
        [greedy + options + response],
        [greedy, options, response],
        `${greedy}${options}`.split(''),
      ]) {
        const { incomplete, messages, trouble } = frame(pieces);
        expect({ incomplete, messages: messages.slice(0, 1), trouble }).toEqual({
          incomplete: [greedy],
          messages: [options],
          trouble: ['framing-lost'],
        });
      }
    }
  });

  it.each([1, 2, 5, 20])(
    'does not take the rest of a start line for one when Content-Length is %i too large',
    (more) => {
      const larger = invite.replace(
        /(Content-Length: )(\d+)/,
        (_, name: string, length: string) => name + `${Number(length) + more}`,
      );
      for (const pieces of [
        [larger + options],
        [larger, options],
        `${larger}${options}`.split(''),
        [larger + response],
      ]) {
        const { incomplete, messages, trouble } = frame(pieces);
        expect({ incomplete, messages, trouble }).toEqual({
          incomplete: [larger],
          messages: [pieces[0]?.endsWith(response) ? response : options],
          trouble: ['framing-lost'],
        });
      }
    },
  );

  it('knows where a body without a line end ends, though it looks like a method', () => {
    const info = 'INFO sip:a@example.com SIP/2.0\r\nContent-Type: application/x\r\nContent-Length: 5\r\n\r\nHELLO';
    for (const pieces of [[info + options + info + response], `${info}${options}${info}${response}`.split('')]) {
      expect(frame(pieces)).toMatchObject({ messages: [info, options, info, response], incomplete: [], trouble: [] });
    }
    expect(frame([info])).toMatchObject({ messages: [info], incomplete: [] });
    expect(frame([info, undefined, options])).toMatchObject({ messages: [info, options], incomplete: [] });
  });

  it('believes a Content-Length that spans what looks like a message, where such a body may hold one', () => {
    const head = 'NOTIFY sip:a@example.com SIP/2.0\r\nContent-Type: message/sip\r\n';
    const notify = `${head}Content-Length: ${response.length}\r\n\r\n${response}`;
    expect(frame([`${notify}noise\r\n${options}`])).toMatchObject({
      messages: [notify, options],
      trouble: ['framing-lost'],
    });
    expect(frame([...notify.split(''), options])).toMatchObject({ messages: [notify, options], trouble: [] });
  });

  it('goes on with the next start line when Content-Length is too small', () => {
    const smaller = invite.replace(/(Content-Length: )\d+/, '$120');
    const end = smaller.indexOf('\r\n\r\n') + 4 + 20;
    expect(frame([smaller + options])).toMatchObject({
      messages: [smaller.slice(0, end), options],
      trouble: ['framing-lost'],
    });
  });

  it('takes a header with a space before its colon for a header', () => {
    const spaced = options.replace('Via: SIP', 'Via : SIP');
    expect(frame([spaced + options])).toMatchObject({ messages: [spaced, options], trouble: [] });
  });

  it('begins in the middle of a stream without a word', () => {
    expect(frame([invite.slice(100) + options])).toMatchObject({
      messages: [options],
      incomplete: [],
      trouble: [],
      verdict: 'sip',
    });
  });

  it('hands on what was begun before a gap, and goes on with the next start line', () => {
    const framed = frame([invite.slice(0, 300), undefined, `lost middle\r\n${options}`]);
    expect(framed).toMatchObject({ messages: [options], incomplete: [invite.slice(0, 300)] });
  });

  it('hands on what is incomplete when the stream ends', () => {
    expect(frame([options, invite.slice(0, -10)])).toMatchObject({
      messages: [options],
      incomplete: [invite.slice(0, -10)],
    });
  });

  it('does not let a head without end swallow the next message', () => {
    const headless = invite.slice(0, invite.indexOf('Call-ID'));
    expect(frame([headless + options])).toMatchObject({
      messages: [options],
      incomplete: [headless],
      trouble: ['framing-lost'],
    });
  });

  it('gives up a head that is larger than anybody reads', () => {
    const huge = `OPTIONS sip:a@example.com SIP/2.0\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`;
    const framed = frame([huge + options]);
    expect(framed).toMatchObject({ messages: [options], trouble: ['too-large'] });
    expect(framed.incomplete[0]).toHaveLength(64 * 1024);
  });

  it('gives up what waits when too much waits in all streams together', () => {
    const pool = new BufferPool(10_000);
    const trouble: FramingTrouble[] = [];
    const cut: string[] = [];
    const deliver = (bytes: Uint8Array, start: number, end: number, complete: boolean): void =>
      void (complete || cut.push(latin1(bytes, start, end)));
    const framers = Array.from({ length: 4 }, () => new SipFramer((code) => trouble.push(code), pool));
    const half = invite.slice(0, -10);
    for (const framer of framers) framer.push(bytesOf(half), 0, half.length, deliver);
    expect(cut).toEqual([half, half]);
    expect(trouble).toEqual(['too-much-waits', 'too-much-waits']);
    for (const framer of framers) framer.end();
    expect(pool.isFull).toBe(false);
  });

  it('never waits for a body that is larger than anybody reads', () => {
    const huge = options.replace(/Content-Length: \d+/, 'Content-Length: 4294967296');
    const framed = frame([huge, options]);
    expect(framed).toMatchObject({ messages: [options], incomplete: [huge] });
    expect(framed.trouble[0]).toBe('too-large');
  });

  it.each([
    ['another text protocol', 'GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n'.repeat(500)],
    ['binary data', '\x16\x03\x01\x02\0'.repeat(5000)],
    ['one endless line', 'a'.repeat(40_000)],
  ])('finds that %s is not SIP', (_, text) => {
    expect(frame([text])).toMatchObject({ messages: [], verdict: 'not-sip' });
    expect(frame(cutAt(text, [1, 100, 1000, 10_000, 15_000]))).toMatchObject({ messages: [], verdict: 'not-sip' });
  });

  it('cannot decide on a few bytes', () => {
    expect(frame(['hello\r\n']).verdict).toBe('undecided');
  });

  it('says the same however the stream is cut', () => {
    const part = fc.constantFrom(
      invite,
      options,
      response,
      missing,
      invite.replace(/Content-Length: \d+\r\n/, ''),
      invite.replace(/(Content-Length: )\d+/, '$1300'),
      invite.replace(/(Content-Length: )\d+/, '$160'),
      invite.replace(/(Content-Length: )\d+/, '$1300').replace('application/sdp', 'text/plain'),
      invite.replace(/Content-Length: \d+\r\n/, '').replace('application/sdp', 'text/plain'),
      '\r\n\r\n',
      'noise\r\n',
      '\0\xff',
      invite.slice(0, 200),
      'INVITE ',
    );
    const stream = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const property = fc.property(stream, fc.array(fc.nat(10_000), { maxLength: 12 }), (text, places) => {
      const { copies: _, ...whole } = frame([text]);
      expect(frame(cutAt(text, places))).toMatchObject(whole);
      expect(frame(text.split(''))).toMatchObject(whole);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('never throws, and delivers every byte at most once', () => {
    const property = fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 })), (pieces) => {
      const { messages, incomplete } = frame(pieces);
      expect([...messages, ...incomplete].join('').length).toBeLessThanOrEqual(pieces.join('').length);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
