// The text of a snapshot becomes what is compared: comments, blank lines and white space mean nothing, so that people may
// edit the file.
import { parseFlowScript } from '../script/parse.ts';
import { scriptText, type WriteOptions, type WrittenScript } from '../script/write.ts';

/** A line of a flow; `seconds` since the line above where the file has times. */
export interface SnapshotLine {
  readonly text: string;
  readonly seconds?: number;
}

/** A flow of a snapshot. */
export interface SnapshotFlow {
  readonly name: string;
  readonly lines: readonly SnapshotLine[];
}

/** What a snapshot says. */
export interface SnapshotContent {
  /** Hosts and how they are connected. */
  readonly head: readonly string[];
  readonly flows: readonly SnapshotFlow[];
  /** How it was written: it is compared with a recording written in the same way. */
  readonly options: WriteOptions;
}

const CAPTION = 'Flows as siplens snapshot writes them; siplens check --snapshot compares a recording with this file.';
const HEADERS = /^# headers: (.+)$/;
const TIMES = '# times: rounded';
/** A comment that is compared: the script has no words for TLS and WebSocket. */
const CONNECTION = /^# \S+ and \S+ speak over \w+$/;

/** The text of a snapshot. */
export function snapshotText(script: WrittenScript, { headers = [], times = false }: WriteOptions): string {
  const remarks = [
    ...(headers.length > 0 ? [`headers: ${headers.join(', ')}`] : []),
    ...(times ? [TIMES.slice(2)] : []),
  ];
  return scriptText(script, CAPTION, remarks);
}

/**
 * Reads a snapshot.
 * @throws FlowScriptError naming the line that is no flow script.
 */
export function readSnapshot(text: string): SnapshotContent {
  parseFlowScript(text);
  const head: string[] = [];
  const flows: { name: string; lines: SnapshotLine[] }[] = [];
  let headers: readonly string[] = [];
  let times = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    headers = HEADERS.exec(line)?.[1]?.split(/\s*,\s*/) ?? headers;
    if (line === TIMES) times = true;
    if (line === '' || (line.startsWith('#') && !CONNECTION.test(line))) continue;
    const name = /^call\s+(\S+)$/.exec(line)?.[1];
    const flow = flows.at(-1);
    if (name !== undefined) flows.push({ name, lines: [] });
    else if (flow) flow.lines.push(lineOf(line));
    else head.push(spaced(line));
  }
  return { head, flows, options: { headers, times } };
}

/** What was recorded, in the same form. */
export function contentOf(script: WrittenScript, options: WriteOptions): SnapshotContent {
  return readSnapshot(snapshotText(script, options));
}

function lineOf(line: string): SnapshotLine {
  if (line.startsWith('|')) return { text: `| ${line.slice(1).trim()}` };
  const [, time, rest = ''] = /^\+?(\d+(?:\.\d+)?)\s+(.*)$/.exec(line) ?? [];
  // A host may be called like a number.
  if (time === undefined || rest.startsWith('->')) return { text: spaced(line) };
  return { text: spaced(rest), seconds: Number(time) };
}

function spaced(line: string): string {
  return line.replace(/\s+/g, ' ');
}
