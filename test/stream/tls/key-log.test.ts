import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect } from 'node:util';
import { KeyLog } from '../../../src/stream/tls/key-log.ts';

const random = 'ab'.repeat(32);
const other = 'cd'.repeat(32);
const master = '0123456789abcdef'.repeat(6);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (secret: Uint8Array | undefined): string => Buffer.from(secret ?? []).toString('hex');

function logOf(...texts: readonly string[]): KeyLog {
  const log = new KeyLog();
  for (const text of texts) log.add(bytes(text));
  return log;
}

describe('a key log', () => {
  it('gives the secret of a client random, in whatever order its lines stand', () => {
    const log = logOf(
      `SERVER_TRAFFIC_SECRET_0 ${other} ${'22'.repeat(32)}\nCLIENT_RANDOM ${random} ${master}\n`,
      `CLIENT_TRAFFIC_SECRET_0 ${other} ${'11'.repeat(48)}`,
    );
    expect(hex(log.find('CLIENT_RANDOM', random))).toBe(master);
    expect(hex(log.find('SERVER_TRAFFIC_SECRET_0', other))).toBe('22'.repeat(32));
    expect(hex(log.find('CLIENT_TRAFFIC_SECRET_0', other))).toBe('11'.repeat(48));
    expect(log.find('CLIENT_RANDOM', other)).toBeUndefined();
    expect([log.has(random), log.has('00'.repeat(32))]).toEqual([true, false]);
    expect(log.size).toBe(3);
  });

  it.each([
    ['a comment', `# CLIENT_RANDOM ${random} ${master}`],
    ['an empty line', ''],
    ['a label of no use here', `EXPORTER_SECRET ${random} ${master}`],
    ['a client random that is too short', `CLIENT_RANDOM ${random.slice(2)} ${master}`],
    ['an odd number of digits', `CLIENT_RANDOM ${random} ${master}0`],
    ['something that is no hexadecimal digit', `CLIENT_RANDOM ${random} x${master.slice(1)}`],
    ['more than a line may be long', `CLIENT_RANDOM ${random}${' '.repeat(600)}${master}`],
  ])('passes over %s', (_, line) => {
    const log = logOf(`${line}\nCLIENT_RANDOM ${other} ${master}\n`);
    expect([log.has(random), log.has(other), log.size]).toEqual([false, true, 1]);
  });

  it('takes capital digits, line ends of any kind and blanks in between', () => {
    const log = logOf(`CLIENT_RANDOM  ${random.toUpperCase()}\t${master.toUpperCase()} \r\n`);
    expect(hex(log.find('CLIENT_RANDOM', random))).toBe(master);
  });

  it('counts what it leaves out beyond its limit, and goes on with what it knows', () => {
    const log = new KeyLog(1);
    log.add(bytes(`CLIENT_RANDOM ${random} ${master}\nCLIENT_RANDOM ${other} ${master}\n`));
    expect([log.size, log.dropped, log.has(random), log.has(other)]).toEqual([1, 1, true, false]);
  });

  it('counts a secret that is said twice once', () => {
    expect(logOf(`CLIENT_RANDOM ${random} ${master}\n`.repeat(3)).size).toBe(1);
  });

  it('shows nothing of what it holds', () => {
    const log = logOf(`CLIENT_RANDOM ${random} ${master}`);
    const shown = JSON.stringify(log) + inspect(log, { depth: 9, showHidden: true });
    expect(shown).not.toContain(master);
    expect(shown).not.toContain(random);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        new KeyLog().add(noise);
      }),
    );
  });
});
