// Holds the README to what siplens really does: quoted output, and the commands that a fresh machine is promised.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/run.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const quotes = [...readme.matchAll(/<!-- output: siplens (.+) -->\n\n```\w+\n([^]*?)(?<=\n)```\n/g)].map(
  ([, command = '', output = '']) => ({ command, output }),
);

async function outputOf(command: string): Promise<string> {
  const [line = '', filter] = command.split(' | ');
  let text = '';
  const stream = { isTTY: false, columns: 100, write: () => undefined };
  // Captures are named from the root of the project, where the tests run.
  const code = await main(line.split(' '), {
    stdout: { ...stream, write: (more) => void (text += more) },
    stderr: stream,
    stdin: () => (async function* () {})(),
    env: {},
    now: () => 0,
  });
  expect(code).toBe(0);
  const lines = text.trimEnd().split('\n');
  const count = filter === undefined ? lines.length : Number(filter.replace('head -', ''));
  return `${lines.slice(0, count).join('\n')}\n`;
}

describe('the README', () => {
  test('quotes output of every command', () => {
    expect(quotes.map(({ command }) => command.split(' ')[0]?.replace(/^fixtures.*/, 'analyze'))).toEqual(
      expect.arrayContaining(['analyze', 'flows', 'messages', 'explain', 'rules']),
    );
  });

  test.each(quotes)('quotes what `siplens $command` writes (else: npm run docs)', async ({ command, output }) => {
    expect(output).toBe(await outputOf(command));
  });

  test.each([
    ['main-job', /^npm ci\nnpx siplens fixtures\/captures\/\S+$/],
    ['tests', /^npm test$/],
  ])('has the block %s for a fresh machine', (name, content) => {
    const block = new RegExp(`<!-- run: ${name} -->\\n\\n\`\`\`sh\\n([^]*?)\\n\`\`\`\\n`).exec(readme);
    expect(block?.[1]).toMatch(content);
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md', 'src/rules/README.md'])(
    'and its neighbours link to files that exist: %s',
    (path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const targets = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
      expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
    },
  );
});
