// What SARIF calls reporting descriptors: every rule of the house, and the status codes that were found, with their help.
import { rules } from '../rules/all.ts';
import type { Basis, Severity } from '../rules/rule.ts';
import { englishGuide } from '../languages/en/guide.ts';
import { explanationOf } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { markdownText } from './printable.ts';
import { LEVELS, sarifMessage } from './sarif-result.ts';

/** A descriptor and the id that results name it by. */
export interface RuleDescriptor {
  readonly id: string;
  readonly shape: object;
}

const PRECISION = {
  must: 'very-high',
  should: 'high',
  advice: 'medium',
  observation: 'very-high',
} as const satisfies Record<Basis, string>;

/** Every rule of the catalogue, then the responses among `found`, by code. In English, as explanations are. */
export function ruleDescriptors(found: readonly string[]): readonly RuleDescriptor[] {
  const responses = [...new Set(found.filter((id) => id.startsWith('response/')))].sort();
  return [
    ...rules.map(({ id, severity, basis, references, text }) => {
      const explained = explanationOf(`rule ${id}`, englishGuide);
      return { id, shape: shapeOf(id, text.summary, severity, basis, references, explained) };
    }),
    ...responses.map((id) => {
      const explained = explanationOf(id.replace('response/', ''), englishGuide);
      const references = explained?.references ?? [];
      return { id, shape: shapeOf(id, explained?.title ?? id, 'warning', 'observation', references, explained) };
    }),
  ];
}

function shapeOf(
  id: string,
  summary: string,
  severity: Severity,
  basis: Basis,
  references: readonly string[],
  explained: Explanation | undefined,
): object {
  const means = explained?.means ?? summary;
  const helpUri = uriOf(references[0]);
  return {
    id,
    name: pascal(id),
    shortDescription: { text: sarifMessage(summary) },
    fullDescription: { text: sarifMessage(means) },
    help: explained ? helpOf(explained) : { text: sarifMessage(means) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['sip', basis],
      precision: PRECISION[basis],
      'problem.severity': problemSeverity(severity),
      references,
    },
  };
}

function helpOf({ means, usually = [], fix = [] }: Explanation): object {
  const steps = fix.map(({ who, action }) => (who === '' ? action : `${who}: ${action}`));
  const lists = [...usually, ...steps];
  const markdown = [markdownText(means, 4_000), ...lists.map((line) => `- ${markdownText(line, 2_000)}`)].join('\n');
  return { text: sarifMessage([means, ...lists].join('\n')), markdown: sarifMessage(markdown) };
}

/** `RFC 3261 §13.3.1.4` at the editor of the RFCs. */
function uriOf(reference: string | undefined): string | undefined {
  const match = /^RFC (\d+)(?: §([\d.]+))?$/.exec(reference ?? '');
  if (!match) return undefined;
  return `https://www.rfc-editor.org/rfc/rfc${match[1]}${match[2] === undefined ? '' : `#section-${match[2]}`}`;
}

/** What code scanning of GitHub calls it. */
function problemSeverity(severity: Severity): string {
  return severity === 'info' ? 'recommendation' : severity;
}

/** `missing-ack` → `MissingAck`. */
function pascal(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
}
