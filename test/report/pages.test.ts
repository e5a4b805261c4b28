import { describe, expect, test } from 'vitest';
import type { AnalysisEvent } from '../../src/annotate/analysis.ts';
import { createJsonReporter } from '../../src/report/json.ts';
import { createMarkdownReporter } from '../../src/report/markdown.ts';
import { columnsOf } from '../../src/report/printable.ts';
import { createTextReporter } from '../../src/report/text.ts';
import { observe, type Wired, wiredOf, written } from './observe.ts';
import { HEALTHY, MIXED } from './scripts.ts';

const mixed = observe(wiredOf(MIXED));
const healthy = observe(wiredOf(HEALTHY));
const encoder = new TextEncoder();

/** Calls that are all refused with 404, by so many servers in turn. */
function refusedCalls(count: number, servers: number): Wired[] {
  return Array.from({ length: count }, (_, index) => {
    const server = `198.51.100.${1 + (index % servers)}:5060`;
    const rest = `Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK${index}\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\nCall-ID: call-${index}\r\nCSeq: 1 INVITE\r\n\r\n`;
    const timeUs = 1_790_000_000_000_000 + index * 1000;
    return [
      {
        timeUs,
        source: '192.0.2.10:5060',
        destination: server,
        bytes: encoder.encode(`INVITE sip:b@example.com SIP/2.0\r\n${rest}`),
      },
      {
        timeUs: timeUs + 100,
        source: server,
        destination: '192.0.2.10:5060',
        bytes: encoder.encode(`SIP/2.0 404 Not Found\r\n${rest}`),
      },
    ];
  }).flat();
}

describe('the text page', () => {
  test('shows verdict, reason, proof, fix and ladder', async () => {
    await expect(written(createTextReporter, mixed)).toMatchFileSnapshot('goldens/mixed.text.snap');
  });

  test('is short when all is fine', async () => {
    await expect(written(createTextReporter, healthy)).toMatchFileSnapshot('goldens/healthy.text.snap');
  });

  test.each([60, 80, 120])('keeps to %d columns', (width) => {
    for (const line of written(createTextReporter, mixed, { width }).split('\n')) {
      expect(columnsOf(line), line).toBeLessThanOrEqual(width);
    }
  });

  test('is the same text with and without colour', () => {
    const painted = written(createTextReporter, mixed, { color: true });
    expect(painted).toContain('\x1b[');
    expect(painted.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(written(createTextReporter, mixed));
  });

  test('stays one page for a thousand failing calls, and says how to see them all', () => {
    const page = written(createTextReporter, observe(refusedCalls(1000, 2)));
    expect(page.split('\n').length).toBeLessThan(80);
    expect(page).toContain('1000 calls: 1000 failed');
    expect(page.replaceAll(/\s+/g, ' ')).toContain('and 497 flows more with the same cause');
    expect(page).toContain('siplens flows --rule response/404 --method INVITE --host 198.51.100.1 trunk.pcap');
  });

  test('stays readable with a hundred different causes', () => {
    const page = written(createTextReporter, observe(refusedCalls(100, 100)));
    expect(page.split('\n').length).toBeLessThan(400);
    expect(page).toContain('68 more causes are not shown here; all of them: siplens -f json trunk.pcap');
  });

  test('says what the capture lacks', () => {
    const page = written(createTextReporter, observe(wiredOf(HEALTHY), 'trunk.pcap', ['file-cut', 'tcp-gap']));
    expect(page).toContain('the file ends in the middle of a packet');
    expect(page).toContain('in 2 places');
  });

  test('says so when there is no SIP at all', () => {
    expect(written(createTextReporter, observe([]))).toContain('No SIP message was found');
  });
});

describe('the Markdown page', () => {
  test('can be pasted into a ticket', async () => {
    await expect(written(createMarkdownReporter, mixed)).toMatchFileSnapshot('goldens/mixed.markdown.snap');
  });

  test('is short when all is fine', () => {
    expect(written(createMarkdownReporter, healthy)).toContain('## ✅ 1 call: all fine');
  });

  test('is bounded', () => {
    expect(written(createMarkdownReporter, observe(refusedCalls(1000, 200))).length).toBeLessThan(80_000);
  });
});

describe('the JSON document', () => {
  test('is the promised one', async () => {
    await expect(written(createJsonReporter, mixed)).toMatchFileSnapshot('goldens/mixed.json.snap');
  });

  test('is written in pieces of moderate size', () => {
    const pieces: number[] = [];
    const write = (text: string): void => void pieces.push(text.length);
    written(createJsonReporter, observe(refusedCalls(500, 5)), { write });
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces)).toBeLessThan(100_000);
  });

  test('does not depend on the order in which flows end', () => {
    const flows = mixed.filter(({ kind }) => kind === 'flow');
    const others = mixed.filter(({ kind }) => kind !== 'flow');
    const turned: AnalysisEvent[] = [...flows.toReversed(), ...others];
    expect(written(createJsonReporter, turned)).toBe(written(createJsonReporter, mixed));
  });
});
