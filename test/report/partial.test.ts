// "All fine" is said only of what was recorded as a whole.
import { expect, test } from 'vitest';
import { analyzeEvents } from '../../src/analyze.ts';
import { createMarkdownReporter } from '../../src/report/markdown.ts';
import { createTextReporter } from '../../src/report/text.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

const HOSTS = '# A test.\nalice = 192.0.2.10:5060\nbob = 198.51.100.20:5060\n';
const WHOLE = '0 alice -> bob OPTIONS\n+0.01 bob -> alice 200 OK\n';
const BEGUN = '0 alice -> bob INVITE\n+0.1 bob -> alice 180 Ringing\n';

async function headlinesOf(script: string): Promise<readonly string[]> {
  const { pcap } = compileFlowScript(parseFlowScript(HOSTS + script));
  const firstLines: string[] = [];
  for (const create of [createTextReporter, createMarkdownReporter]) {
    let text = '';
    const write = (part: string): void => void (text += part);
    const reporter = create({ write, files: ['a.pcap'], locale: 'en', color: false, width: 100, version: '0' });
    await analyzeEvents([{ name: 'a.pcap', chunks: [pcap] }], {}, (event) => reporter.onEvent(event));
    firstLines.push(text.split('\n')[0] ?? '');
  }
  return firstLines;
}

test('a flow that was recorded from beginning to end is fine', async () => {
  for (const line of await headlinesOf(WHOLE)) expect(line).toContain('1 stand-alone transaction: all fine');
});

test('of a call that the recording leaves open nothing wrong was seen, and no more', async () => {
  for (const line of await headlinesOf(BEGUN)) {
    expect(line).toContain('1 call: nothing wrong seen, 1 recorded only in part');
    expect(line).not.toContain('fine');
  }
});
