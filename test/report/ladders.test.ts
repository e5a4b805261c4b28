// The ladder command: text, one SVG picture, Mermaid diagrams, one HTML page; and what a hostile capture can do to them: nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ladder, MessageRow } from '../../src/report/ladder.ts';
import { ladderMermaid } from '../../src/report/ladder-mermaid.ts';
import { ladderSvg } from '../../src/report/ladder-svg.ts';
import { ladderWords } from '../../src/report/ladder-words.ts';
import {
  createLadderHtmlReporter,
  createLadderMermaidReporter,
  createLadderSvgReporter,
  createLadderTextReporter,
} from '../../src/report/ladders.ts';
import type { Reporter, ReporterOptions } from '../../src/report/reporter.ts';
import { analyzeBytes, captureBytes, captureCase } from '../support/analysis.ts';

const words = ladderWords('en');

async function drawn(create: (options: ReporterOptions) => Reporter, ...folders: readonly string[]): Promise<string> {
  let text = '';
  const write = (part: string): void => void (text += part);
  const reporter = create({ write, files: ['a.pcap'], locale: 'en', color: false, width: 100, version: '0' });
  for (const folder of folders) {
    const { events } = await analyzeBytes(captureBytes(captureCase(folder)));
    for (const event of events) if (event.kind === 'flow') reporter.onEvent(event);
  }
  const { events } = await analyzeBytes(captureBytes(captureCase('sipp-busy')));
  for (const event of events) if (event.kind === 'end') reporter.onEvent(event);
  return text;
}

describe('as text', () => {
  test('each flow has its heading and its ladder, the telling message marked', async () => {
    const text = await drawn(createLadderTextReporter, 'sipp-busy', 'baresip-missing-ack');
    expect(text).toContain('call-1  alice@example.com → bob@example.net  busy');
    expect(text).toMatch(/#4 .*200 Answering.*◀ here ×11 until 31\.5 s/);
    expect(text.split('\n\n')).toHaveLength(2);
  });

  test('that there is nothing to draw is said', async () => {
    expect(await drawn(createLadderTextReporter)).toBe('no flow to draw\n');
  });
});

describe('as SVG', () => {
  test('all flows stand in one picture, in order of time, each message as an arrow', async () => {
    const svg = await drawn(createLadderSvgReporter, 'kamailio-record-route', 'baresip-missing-ack');
    expect(svg.match(/<svg /g)).toHaveLength(1);
    expect(svg.match(/class="arrow/g)).toHaveLength(13 + 5);
    expect(svg.indexOf('Answering')).toBeGreaterThan(0);
    expect(svg.match(/class="marked"/g)).toHaveLength(1);
  });

  test('the picture is as wide as its widest title', () => {
    const width = (title: string): number =>
      Number(/width="(\d+)"/.exec(ladderSvg([{ title, ladder: ladderOf('x') }], words))?.[1]);
    expect(width('a'.repeat(150))).toBeGreaterThan(width('a') + 500);
  });
});

describe('as Mermaid', () => {
  test('one flow is one diagram as it is', async () => {
    const text = await drawn(createLadderMermaidReporter, 'sipp-busy');
    expect(text.split('\n').slice(0, 6)).toEqual([
      'sequenceDiagram',
      '    participant h1 as 192.0.2.10:5060',
      '    participant h2 as 198.51.100.20:5060',
      '    Note over h1,h2: call-1  alice@example.com #8594; bob@example.net  busy',
      '    h1->>h2: INVITE (0.000 s, frame 1)',
      '    h2-->>h1: 100 Trying (0.000 s, frame 2)',
    ]);
  });

  test('several flows are blocks of Markdown', async () => {
    const text = await drawn(createLadderMermaidReporter, 'sipp-busy', 'sipp-declined');
    expect(text.match(/^```mermaid$/gm)).toHaveLength(2);
  });
});

test('as HTML, the page loads nothing and runs nothing', async () => {
  const html = await drawn(createLadderHtmlReporter, 'sipp-busy', 'sipp-declined');
  expect(html.match(/<svg /g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|href=|src=/);
  expect(html).toContain("default-src 'none'");
});

const TAGS = /<\/?(?:svg|title|style|defs|marker|path|text|line|rect|g)(?: [a-zA-Z0-9-]+="[^"<>]*")*\/?>/g;

/** A ladder of two lanes whose captured texts are this. */
function ladderOf(text: string): Ladder {
  const row: MessageRow = {
    kind: 'message',
    from: 0,
    to: 1,
    label: text,
    shortLabel: text,
    status: 404,
    atUs: 0,
    frame: 1,
    input: 0,
    copies: 2,
    lastAtUs: 9e6,
    marked: true,
  };
  const lane = { label: text, host: text, ports: ['5060'] };
  return {
    lanes: [lane, lane],
    rows: [row, { kind: 'gap', us: 6e6 }, { ...row, to: 0 }, { kind: 'omitted', count: 3 }],
    omittedSightings: 1,
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '"><svg onload=x>',
    '\u001b]0;x\u0007',
    'a;b#c%%{init}%%',
    'end',
    '&lt;',
  ),
);

test('nothing in a capture is markup, in SVG', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const svg = ladderSvg([{ title: text, ladder: ladderOf(text) }], words).replace(/<style>[^]*?<\/style>/, '');
      const rest = svg.replace(TAGS, '');
      expect(rest).not.toMatch(/[<>"']/);
      expect(rest.replace(/&#\d+;/g, '')).not.toContain('&');
      // eslint-disable-next-line no-control-regex
      expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/);
    }),
  );
});

test('nothing in a capture is a statement, in Mermaid', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = ladderMermaid(text, ladderOf(text), words);
      expect(lines).toHaveLength(1 + 2 + 1 + 2 + 1 + 2 + 1 + 1);
      for (const line of lines) {
        const said = line.replace(/#\d+;/g, '');
        expect(said.replace(/-?->>/, '')).not.toMatch(/[\n\r;#<>%{}`"]/);
        expect(said).not.toMatch(/\bend\b/i);
      }
    }),
  );
});
