// A flow becomes the geometry of its ladder: lanes in path order, one row for each message with its retransmissions
// folded in, rounds that repeat counted, gaps of silence, marks on the rows that tell. Nothing is drawn here; ladder-text.ts and others do that.
import type { Flow, Sighting } from '../flow/model.ts';
import type { Endpoint } from '../stream/arrival.ts';
import { foldRounds } from './ladder-repeats.ts';

/** One vertical line: a host, or one of its ports where the host talks to itself. */
export interface Lane {
  /** `192.0.2.10`, or `192.0.2.10:5060` where only one port was used or the host has several lanes. */
  readonly label: string;
  readonly host: string;
  readonly ports: readonly string[];
}

/** An arrow between two lanes. */
export interface MessageRow {
  readonly kind: 'message';
  /** Indexes into the lanes; equal when an endpoint talks to itself. */
  readonly from: number;
  readonly to: number;
  /** Captured text, not yet harmless: `INVITE`, `200 OK`, `200 OK (BYE)`. */
  readonly label: string;
  /** Where the label does not fit: `200 (BYE)`. */
  readonly shortLabel: string;
  readonly status?: number;
  /** Microseconds since the first message of the flow. */
  readonly atUs: number;
  readonly frame: number;
  readonly input: number;
  /** Retransmissions folded into this row, and when the last of them was seen. */
  readonly copies: number;
  readonly lastAtUs: number;
  /** This row proves something. */
  readonly marked: boolean;
}

/** Silence of `us` microseconds between the rows around it. */
export interface GapRow {
  readonly kind: 'gap';
  readonly us: number;
}

/** Rows that were left out to keep the ladder short. */
export interface OmittedRow {
  readonly kind: 'omitted';
  readonly count: number;
}

/** The rows before it went round this many times more. */
export interface RepeatedRow {
  readonly kind: 'repeated';
  readonly times: number;
  /** Message rows that were left out. */
  readonly rows: number;
  /** When the last of them was seen, in microseconds since the first message of the flow. */
  readonly lastAtUs: number;
}

export type LadderRow = MessageRow | GapRow | OmittedRow | RepeatedRow;

/** The whole ladder, ready to be drawn. */
export interface Ladder {
  readonly lanes: readonly Lane[];
  readonly rows: readonly LadderRow[];
  /** Sightings that the flow itself did not keep. */
  readonly omittedSightings: number;
}

/** What is pointed at, and how long a ladder may be. */
export interface LadderOptions {
  /** Sightings that prove something: their rows are marked and not left out, but for rounds that repeat them. */
  readonly telling?: ReadonlySet<Sighting>;
  /** Most message rows; 40 when absent. */
  readonly maxRows?: number;
}

/** Silence shorter than this is not worth a row. */
const GAP_US = 5_000_000;
/** Only the longest silences get a row: in a flow of refreshes every message follows one. */
const MAX_GAPS = 5;
const MAX_ROWS = 40;

/** Lays out the ladder of one flow. Linear in its sightings. */
export function layOutLadder(flow: Flow, options: LadderOptions = {}): Ladder {
  const sightings = flow.sightings.filter((sighting) => sighting.role !== 'duplicate');
  const { lanes, laneOf } = layOutLanes(sightings);
  const rows = foldRounds(foldRows(sightings, laneOf, options.telling ?? new Set()));
  return {
    lanes,
    rows: withGaps(shorten(rows, options.maxRows ?? MAX_ROWS)),
    omittedSightings: flow.omittedSightings,
  };
}

/** `INVITE`, `200 OK`, `200 OK (BYE)`: captured text. */
export function labelOf(sighting: Sighting): string {
  const { message } = sighting;
  if (message.kind !== 'response') return message.method === '' ? '?' : message.method;
  const line = `${message.status} ${message.reason}`.trimEnd();
  return message.method === '' || message.method === 'INVITE' ? line : `${line} (${message.method})`;
}

function shortLabelOf(sighting: Sighting): string {
  const { kind, status, method } = sighting.message;
  return kind === 'response' && method !== '' && method !== 'INVITE' ? `${status} (${method})` : labelOf(sighting);
}

function hostOf(endpoint: Endpoint): string {
  const colon = endpoint.lastIndexOf(':');
  return colon < 0 ? endpoint : endpoint.slice(0, colon);
}

interface Lanes {
  readonly lanes: readonly Lane[];
  readonly laneOf: (endpoint: Endpoint) => number;
}

/**
 * Path order: a receiver stands to the right of whoever first sent to it; somebody new who sends to a known lane stands
 * to the left of it. So the caller is on the left, and proxies are in between.
 */
function layOutLanes(sightings: readonly Sighting[]): Lanes {
  const alone = hostsTalkingToThemselves(sightings);
  const keyOf = (endpoint: Endpoint): string => {
    const host = hostOf(endpoint);
    return alone.has(host) ? endpoint : host;
  };
  const order: string[] = [];
  const ports = new Map<string, Set<string>>();
  const meet = (endpoint: Endpoint, before: string | undefined): void => {
    const key = keyOf(endpoint);
    let known = ports.get(key);
    if (!known) {
      known = new Set();
      ports.set(key, known);
      const index = before === undefined ? -1 : order.indexOf(before);
      if (index < 0) order.push(key);
      else order.splice(index, 0, key);
    }
    known.add(endpoint.slice(hostOf(endpoint).length + 1));
  };
  for (const { source, destination, message } of sightings) {
    const [asks, answers] = message.kind === 'response' ? [destination, source] : [source, destination];
    meet(asks, ports.has(keyOf(answers)) ? keyOf(answers) : undefined);
    meet(answers, undefined);
  }
  const indexes = new Map(order.map((key, index) => [key, index]));
  const lanes = order.map((key): Lane => {
    const used = [...(ports.get(key) ?? [])];
    const host = alone.has(hostOf(key)) && ports.has(key) && key.includes(':') ? hostOf(key) : key;
    const single = used.length === 1 && used[0] !== '' ? `${host}:${used[0]}` : host;
    return { label: single, host, ports: used };
  });
  return { lanes, laneOf: (endpoint) => indexes.get(keyOf(endpoint)) ?? 0 };
}

function hostsTalkingToThemselves(sightings: readonly Sighting[]): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { source, destination } of sightings) {
    const host = hostOf(source);
    if (host === hostOf(destination)) hosts.add(host);
  }
  return hosts;
}

type Draft = { -readonly [Key in keyof MessageRow]: MessageRow[Key] };

/** Retransmissions go into the row of their original, wherever that is: `×7 until 31.5 s`. */
function foldRows(
  sightings: readonly Sighting[],
  laneOf: (endpoint: Endpoint) => number,
  telling: ReadonlySet<Sighting>,
): MessageRow[] {
  const rows: Draft[] = [];
  const originals = new Map<string, Draft>();
  const startUs = sightings[0]?.timeUs ?? 0;
  for (const sighting of sightings) {
    const { message } = sighting;
    const atUs = sighting.timeUs - startUs;
    const label = labelOf(sighting);
    const key = `${sighting.source} ${sighting.destination} ${message.branch} ${message.cseq} ${label}`;
    const original = sighting.role === 'retransmission' ? originals.get(key) : undefined;
    if (original) {
      original.copies += 1;
      original.lastAtUs = atUs;
      original.marked ||= telling.has(sighting);
      continue;
    }
    const row: Draft = {
      kind: 'message',
      from: laneOf(sighting.source),
      to: laneOf(sighting.destination),
      label,
      shortLabel: shortLabelOf(sighting),
      ...(message.kind === 'response' ? { status: message.status } : {}),
      atUs,
      frame: sighting.frame,
      input: sighting.input,
      copies: 0,
      lastAtUs: atUs,
      marked: telling.has(sighting),
    };
    rows.push(row);
    originals.set(key, row);
  }
  return rows;
}

type ShownRow = MessageRow | OmittedRow | RepeatedRow;

/** Keeps the beginning, the end, and what tells with a row before and after it. */
function shorten(rows: readonly (MessageRow | RepeatedRow)[], maxRows: number): ShownRow[] {
  if (rows.length <= maxRows) return [...rows];
  const keep = new Set<number>();
  const tail = Math.max(2, Math.floor(maxRows / 5));
  const head = Math.max(2, Math.floor(maxRows / 3));
  for (let index = 0; index < head; index += 1) keep.add(index);
  for (let index = rows.length - tail; index < rows.length; index += 1) keep.add(index);
  for (let index = head; index < rows.length - tail && keep.size < maxRows; index += 1) {
    const row = rows[index];
    if (row?.kind === 'message' && row.marked) for (const near of [index - 1, index, index + 1]) keep.add(near);
  }
  const kept: ShownRow[] = [];
  let omitted = 0;
  for (const [index, row] of rows.entries()) {
    if (!keep.has(index)) {
      omitted += row.kind === 'message' ? 1 : row.rows;
      continue;
    }
    if (omitted > 0) kept.push({ kind: 'omitted', count: omitted });
    omitted = 0;
    kept.push(row);
  }
  return kept;
}

function withGaps(rows: readonly ShownRow[]): LadderRow[] {
  const before = gapsBefore(rows);
  const longest = new Set(
    [...before.keys()].sort((a, b) => (before.get(b) ?? 0) - (before.get(a) ?? 0)).slice(0, MAX_GAPS),
  );
  return rows.flatMap((row, index): LadderRow[] => {
    const us = before.get(index);
    return us !== undefined && longest.has(index) ? [{ kind: 'gap', us }, row] : [row];
  });
}

/** Index of a row to the silence before it, where that is long. */
function gapsBefore(rows: readonly ShownRow[]): ReadonlyMap<number, number> {
  const gaps = new Map<number, number>();
  let lastUs: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'message') {
      lastUs = undefined;
      continue;
    }
    if (lastUs !== undefined && row.atUs - lastUs >= GAP_US) gaps.set(index, row.atUs - lastUs);
    lastUs = Math.max(lastUs ?? 0, row.lastAtUs);
  }
  return gaps;
}
