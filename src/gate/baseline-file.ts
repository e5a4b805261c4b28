// The file of a baseline becomes its entries.
import * as v from 'valibot';
import type { BaselineEntry } from './baseline.ts';
import { readDocument } from './yaml-document.ts';

const hex = '16 hex digits';
const entry = v.strictObject(
  {
    fingerprint: v.pipe(v.string(hex), v.regex(/^[0-9a-f]{16}$/, hex)),
    rule: v.string('a rule'),
    severity: v.picklist(['error', 'warning', 'info'], 'error, warning or info'),
    title: v.string('a text'),
  },
  'a finding',
);
const schema = v.strictObject(
  { schemaVersion: v.literal(1, '1'), findings: v.array(entry, 'a list of findings') },
  'a baseline: "schemaVersion" and "findings"',
);

/**
 * Reads a baseline.
 * @throws DocumentError naming what is wrong with it, and where.
 */
export async function readBaseline(file: string, text: string): Promise<readonly BaselineEntry[]> {
  return (await readDocument(file, text, schema)).findings;
}
