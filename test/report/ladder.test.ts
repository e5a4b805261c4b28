import { describe, expect, test } from 'vitest';
import type { FlowReport } from '../../src/annotate/finding.ts';
import { type Ladder, layOutLadder } from '../../src/report/ladder.ts';
import { drawLadder } from '../../src/report/ladder-text.ts';
import { ladderWords } from '../../src/report/ladder-words.ts';
import { paletteFor } from '../../src/report/palette.ts';
import { columnsOf } from '../../src/report/printable.ts';
import { tellingOf } from '../../src/report/proof.ts';
import { observe, type Wired, wiredOf } from './observe.ts';

const LOST_ACK = `# The ACK never comes.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0    alice -> bob  INVITE
+0.01  bob -> alice  100 Trying
+2.0   bob -> alice  200 OK
+0.5   again x10 doubling to 4
+0.5   bob -> alice  BYE
+0.02  alice -> bob  200 OK
`;

const PROXIED = `# Over a proxy.
alice = 192.0.2.10:5060
proxy edge = 203.0.113.5 record-route
bob   = 198.51.100.20:5060

0.0    alice -> edge  INVITE
+0.01  edge -> bob  INVITE
+2.0   bob -> edge  200 OK
+0.01  edge -> alice  200 OK
+0.02  alice -> edge  ACK
+0.01  edge -> bob  ACK
+9.0   alice -> edge  BYE
+0.01  edge -> bob  BYE
+0.01  bob -> edge  200 OK
+0.01  edge -> alice  200 OK
`;

const REFUSED_AGAIN = `# A phone that does not give up.
alice = 192.0.2.10:5060
registrar = 203.0.113.5:5060

0.0 alice -> registrar REGISTER
+0.01 registrar -> alice 401 Unauthorized
${'+0.5 alice -> registrar REGISTER\n+0.01 registrar -> alice 401 Unauthorized\n'.repeat(9)}`;

function reportOf(wired: readonly Wired[]): FlowReport {
  const event = observe(wired).find(({ kind }) => kind === 'flow');
  if (event?.kind !== 'flow') throw new Error('no flow');
  return event.report;
}

function draw(ladder: Ladder, width: number): string[] {
  return drawLadder(ladder, {
    width,
    palette: paletteFor(false),
    ...ladderWords('en'),
  });
}

describe('the ladder', () => {
  test('folds retransmissions into the row of their original and marks what tells', () => {
    const report = reportOf(wiredOf(LOST_ACK));
    const { rows } = layOutLadder(report.flow, { telling: tellingOf(report) });
    const messages = rows.flatMap((row) => (row.kind === 'message' ? [row] : []));
    expect(messages.map(({ label }) => label)).toEqual(['INVITE', '100 Trying', '200 OK', 'BYE', '200 OK (BYE)']);
    expect(messages[2]).toMatchObject({ copies: 10, marked: true, atUs: 2_010_000, lastAtUs: 33_510_000 });
    expect(messages[3]).toMatchObject({ copies: 0, marked: false });
  });

  test('puts the caller on the left and proxies in between', () => {
    const { lanes } = layOutLadder(reportOf(wiredOf(PROXIED)).flow);
    expect(lanes.map(({ label }) => label)).toEqual(['192.0.2.10:5060', '203.0.113.5:5060', '198.51.100.20:5060']);
  });

  test('says where nothing happened for long', () => {
    const { rows } = layOutLadder(reportOf(wiredOf(PROXIED)).flow);
    expect(rows.filter(({ kind }) => kind === 'gap')).toEqual([{ kind: 'gap', us: 9_000_000 }]);
  });

  test('gives a host with several ports one lane, and the ports of one that talks to itself a lane each', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const options = (branch: string): Uint8Array =>
      bytes(
        `OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP x;branch=z9hG4bK${branch}\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\nCall-ID: one\r\nCSeq: 1 OPTIONS\r\n\r\n`,
      );
    const at = (source: string, destination: string, branch: string, timeUs: number): Wired => ({
      timeUs,
      source,
      destination,
      bytes: options(branch),
    });
    const outside = reportOf([
      at('192.0.2.1:40000', '192.0.2.2:5060', 'a', 1),
      at('192.0.2.1:40001', '192.0.2.2:5060', 'b', 2),
    ]);
    expect(layOutLadder(outside.flow).lanes.map(({ label }) => label)).toEqual(['192.0.2.1', '192.0.2.2:5060']);
    const inside = reportOf([at('192.0.2.1:5070', '192.0.2.1:5060', 'a', 1)]);
    expect(layOutLadder(inside.flow).lanes.map(({ label }) => label)).toEqual(['192.0.2.1:5070', '192.0.2.1:5060']);
  });

  test('keeps beginning, telling and end of a long flow and counts the rest', () => {
    const report = reportOf(wiredOf(PROXIED));
    const telling = report.flow.sightings[5];
    if (!telling) throw new Error('too short');
    const { rows } = layOutLadder(report.flow, { maxRows: 5, telling: new Set([telling]) });
    const shown = rows.map((row) => (row.kind === 'message' ? row.frame : row.kind === 'omitted' ? -row.count : 0));
    expect(shown).toEqual([1, 2, -2, 5, 6, 0, 7, -1, 9, 10]);
  });

  test('shows the first rounds and the last of what goes round and round, and marks what tells once', () => {
    const report = reportOf(wiredOf(REFUSED_AGAIN));
    const answers = report.flow.sightings.filter(({ message }) => message.status === 401);
    const ladder = layOutLadder(report.flow, { telling: new Set(answers.slice(2)) });
    expect(draw(ladder, 100).join('\n')).toMatchInlineSnapshot(`
      "            192.0.2.10:5060                   203.0.113.5:5060
      0.000  #1          │── REGISTER ─────────────────────▶│
      0.010  #2          │◀── 401 Unauthorized (REGISTER) ──│
      0.510  #3          │── REGISTER ─────────────────────▶│
      0.520  #4          │◀── 401 Unauthorized (REGISTER) ──│
      1.020  #5          │── REGISTER ─────────────────────▶│
      1.030  #6          │◀── 401 Unauthorized (REGISTER) ──│  ◀ here
                         │                                  │  ⋮ the same 6 times more until 4.090 s
      4.590  #19         │── REGISTER ─────────────────────▶│
      4.600  #20         │◀── 401 Unauthorized (REGISTER) ──│"
    `);
  });

  test('leaves rounds alone that are few, or not the same', () => {
    const { rows } = layOutLadder(reportOf(wiredOf(PROXIED)).flow);
    expect(rows.some(({ kind }) => kind === 'repeated')).toBe(false);
    const few = REFUSED_AGAIN.split('\n').slice(0, 12).join('\n');
    expect(layOutLadder(reportOf(wiredOf(`${few}\n`)).flow).rows).toHaveLength(8);
  });

  test('is drawn with arrows, words on them, and the proof marked', () => {
    const report = reportOf(wiredOf(LOST_ACK));
    expect(draw(layOutLadder(report.flow, { telling: tellingOf(report) }), 100).join('\n')).toMatchInlineSnapshot(`
      "             192.0.2.10:5060    198.51.100.20:5060
       0.000  #1          │── INVITE ─────────▶│
       0.010  #2          │◀── 100 Trying ─────│
       2.010  #3          │◀── 200 OK ─────────│  ◀ here ×11 until 33.5 s
      34.010  #14         │◀── BYE ────────────│
      34.030  #15         │── 200 OK (BYE) ───▶│"
    `);
  });

  test.each([60, 70, 80, 100, 120])('fits %d columns with three lanes', (width) => {
    for (const line of draw(layOutLadder(reportOf(wiredOf(PROXIED)).flow), width)) {
      expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }
  });

  test('becomes a list with a legend where the lanes do not fit', () => {
    const lines = draw(layOutLadder(reportOf(wiredOf(PROXIED)).flow), 40);
    expect(lines.slice(0, 4).map((line) => line.trim())).toEqual([
      'A = 192.0.2.10:5060',
      'B = 203.0.113.5:5060',
      'C = 198.51.100.20:5060',
      '0.000  #1  A → B  INVITE',
    ]);
  });

  test('takes linear time', () => {
    const flow = reportOf(wiredOf(PROXIED)).flow;
    const many = (count: number): FlowReport['flow'] => ({
      ...flow,
      sightings: Array.from({ length: count }, (_, index) => flow.sightings[index % flow.sightings.length]).flatMap(
        (sighting, index) =>
          sighting ? [{ ...sighting, frame: index, source: `192.0.2.${index % 250}:${1000 + (index % 5000)}` }] : [],
      ),
    });
    const time = (count: number): number => {
      const long = many(count);
      const start = performance.now();
      layOutLadder(long);
      return performance.now() - start;
    };
    time(2000);
    expect(time(20_000)).toBeLessThan(50 * Math.max(1, time(2000)));
  });
});
