// Whole reports of the recorded captures, as committed: what changes in them is seen in review. `npm run goldens` writes
// them anew.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { run } from '../cli/terminal.ts';
import { captureCase, captureName, recordings, root } from '../support/analysis.ts';

const writes = process.env['GOLDENS'] === 'write';

/** Captures whose page for people is committed, too: an answer each to another question. */
const PAGES = [
  'baresip-501-refer-despite-allow',
  'baresip-missing-ack',
  'baresip-wrong-password',
  'kamailio-400-cseq-method',
  'kamailio-408-upstream-silent',
  'kamailio-483-loop',
  'kamailio-forked',
  'sipp-405-without-allow',
] as const;

/** What siplens prints, run in the root of the checkout, so that the input has its path from there. */
async function reportOn(capture: string, format: 'json' | 'text'): Promise<string> {
  const { code, out, err } = await run(['analyze', '-f', format, capture], { env: { COLUMNS: '100' } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** The version is the one part that may change without a word. */
function withoutVersion(report: string): string {
  return report.replace(/("name":"siplens","version":)"[^"]*"/, '$1"*"');
}

/** Compares a report with the file at `path`, or writes it there where it differs. */
function compare(path: string, report: string): void {
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const isSame = withoutVersion(report) === withoutVersion(committed);
  if (writes && !isSame) writeFileSync(path, report);
  else expect(withoutVersion(report)).toBe(withoutVersion(committed));
}

test.each(recordings)('%s: the whole analysis as JSON', async (folder, recorded) => {
  compare(`${root}fixtures/captures/${folder}/expected.json`, await reportOn(captureName(recorded), 'json'));
});

test.each(PAGES)('%s: the page for people', async (folder) => {
  compare(`${root}test/captures/goldens/${folder}.txt`, await reportOn(captureName(captureCase(folder)), 'text'));
});

it('has no page of a capture that is gone', () => {
  expect(readdirSync(`${root}test/captures/goldens`).sort()).toEqual(PAGES.map((folder) => `${folder}.txt`));
});
