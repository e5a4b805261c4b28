// A finding becomes a SARIF result. Places are the capture and the frame, and a logical location that is the same in
// every recording of the flow: who wanted what of whom.
import { type AnyFinding, type AnyReport, flowOf, subjectId } from '../annotate/finding.ts';
import type { GateView } from '../gate/gate.ts';
import { witnessOf } from '../rules/evidence.ts';
import { hostOf } from '../rules/host.ts';
import type { Confidence, Severity } from '../rules/rule.ts';
import { explanationText } from './finding-lines.ts';
import { clip, printable } from './printable.ts';
import { proofOf } from './proof.ts';
import { plainSentence } from './sentence.ts';
import { isoTime } from './time.ts';
import { actorWord, word } from './words.ts';

/** What a result needs to know besides the finding. */
export interface ResultContext {
  readonly files: readonly string[];
  readonly locale: string;
  readonly gate: GateView;
}

/** Level of a result, by severity. */
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
/** From 0 to 100: how sure it is, as SARIF has no other place for that (§3.27.25). */
const RANKS = { certain: 100, likely: 70, possible: 30 } as const satisfies Record<Confidence, number>;
const MAX_MESSAGE = 8_000;

/** A result without what identifies it: rule and fingerprints. */
export function resultShape(finding: AnyFinding, report: AnyReport, context: ResultContext): object {
  const { files, locale, gate } = context;
  const { input, frame, timeUs, nanos } = witnessOf(finding.evidence[0]);
  const flow = flowOf(report);
  return {
    kind: 'fail',
    level: LEVELS[finding.severity],
    message: { text: sarifMessage(messageText(finding, locale)) },
    rank: RANKS[finding.confidence],
    ...(gate.hasBaseline ? { baselineState: gate.standingOf(finding) === 'known' ? 'unchanged' : 'new' } : {}),
    locations: [{ ...placeOf(files, input, frame), logicalLocations: [logicalLocation(report)] }],
    relatedLocations: proofOf(finding).lines.map(({ first, startLine }, id) => ({
      id,
      ...placeOf(files, first.input, first.frame),
      message: { text: sarifMessage(`#${first.frame}: ${printable(startLine)}`) },
    })),
    properties: {
      confidence: finding.confidence,
      basis: finding.basis,
      ...(flow ? { flow: flow.id } : { connection: subjectId(report) }),
      ...(flow === undefined || flow.callId === '' ? {} : { callId: printable(flow.callId, 1_000) }),
      frame,
      time: isoTime(timeUs, nanos),
    },
  };
}

function messageText(finding: AnyFinding, locale: string): string {
  const fix = finding.fix.map(({ who, action }) => `${actorWord(who, locale)}: ${plainSentence(action, locale)}`);
  const title = plainSentence(finding.title, locale);
  return [
    `${title}. ${explanationText(finding, locale)}`,
    ...(fix.length > 0 ? [`${word('fix', locale)}:`, ...fix] : []),
  ].join('\n');
}

function placeOf(files: readonly string[], input: number, frame: number): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: artifactUri(files[input] ?? ''), index: input },
      // The frame stands for the line: viewers ask for one, and a capture has nothing nearer to it.
      region: { startLine: Math.max(1, frame) },
    },
  };
}

function logicalLocation(report: AnyReport): object {
  if (!('flow' in report)) {
    const { client, server } = report.connection;
    // The port of a client is another one each time.
    return { name: 'connection', fullyQualifiedName: `connection ${hostOf(client)} → ${server}`, kind: 'resource' };
  }
  const { flow } = report;
  return {
    name: flow.kind,
    fullyQualifiedName: printable(`${flow.kind} ${flow.from} → ${flow.to}`, 500),
    kind: 'resource',
  };
}

/**
 * Text of a message: `{0}` would be a placeholder (§3.11.5), `[a](b)` a link (§3.11.6). Captured text is printable before.
 */
export function sarifMessage(text: string): string {
  return clip(text, MAX_MESSAGE).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** A URI reference of a file name: what may not stand in a path is percent-encoded, byte by byte. */
export function artifactUri(file: string): string {
  const name = file === '-' ? 'stdin' : file.replace(/^(?:\.\/)+/, '');
  const path = [...new TextEncoder().encode(name)].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9._~/-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return name.startsWith('/') ? `file://${path.join('')}` : path.join('');
}
