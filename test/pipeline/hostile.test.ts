// Files that are no captures, or hardly: one sentence each and an exit code, never a stack trace.
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hostileFiles } from '../../fixtures/hostile/files.ts';
import { directoryWith, run } from '../cli/terminal.ts';

const directory = directoryWith(Object.fromEntries(hostileFiles.map(({ name, bytes }) => [name, bytes])));
const table = hostileFiles.map((file) => [file.name, file] as const);
/** Standard input is inflated by the process around the program, which is not there in a test. */
const piped = table.filter(([name]) => !/\.(gz|zst)$/.test(name));

interface Document {
  readonly inputs: readonly { readonly sipMessages: number; readonly notices: readonly { readonly code: string }[] }[];
}

describe('a hostile file', () => {
  test.each(table)('%s', async (name, { code, error, notices, messages }) => {
    const path = join(directory, name);
    const ran = await run(['analyze', '-f', 'json', path]);
    expect({ code: ran.code, err: ran.err }).toEqual({
      code,
      err: error === undefined ? '' : `siplens: ${path}: ${error}\n`,
    });
    if (code === 2) expect(ran.out).toBe('');
    else {
      const { inputs } = JSON.parse(ran.out) as Document;
      expect(inputs.map((input) => input.notices.map((notice) => notice.code))).toEqual([notices ?? []]);
      expect(inputs.map(({ sipMessages }) => sipMessages)).toEqual([messages]);
    }
  });

  test.each(piped)('%s: on standard input, whatever the chunks', async (_, { bytes, code }) => {
    const halves = [bytes.subarray(0, 3), bytes.subarray(3)].filter(({ length }) => length > 0);
    const ran = await run(['analyze', '-'], { stdin: halves });
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(code === 0 ? /^$/ : /^siplens: standard input: [^\n]+\n$/);
  });

  test.each(['analyze', 'messages', 'flows'])(
    'is treated alike by %s, and costs the others nothing',
    async (command) => {
      const all = hostileFiles.map(({ name }) => join(directory, name));
      const ran = await run([command, ...all]);
      expect(ran.code).toBe(2);
      const complaints = ran.err.trimEnd().split('\n');
      expect(complaints.every((line) => line.startsWith(`siplens: ${directory}`))).toBe(true);
      expect(ran.out).toContain('OPTIONS');
      expect(ran.out + ran.err).not.toMatch(/\n {4}at |should not have happened/);
    },
  );

  it('says what is wrong with it where people read', async () => {
    const { out } = await run(['analyze', join(directory, 'cut.pcap')]);
    expect(out).toContain('the file ends in the middle of a packet');
  });
});
