// explain: every topic is found by each of its names, is said in every format, and is harmless whatever was typed.
import { describe, expect, test } from 'vitest';
import { englishGuide as guide } from '../../src/languages/en/guide.ts';
import { explanationOf } from '../../src/report/explain.ts';
import { areOneTopic, everyTopic, exactTopic, topicsLike, topicsNamed } from '../../src/report/explain-topics.ts';
import { EXPLAIN_FORMATS, explanationsAs } from '../../src/report/explain-write.ts';
import type { Explanation } from '../../src/report/explanation.ts';

const options = { color: false, width: 100 };

function explained(topic: string): Explanation {
  const explanation = explanationOf(topic, guide);
  if (!explanation) throw new Error(`${topic} is not known`);
  return explanation;
}

/** `method REFER, event refer`: what the text may mean, most likely first. */
function meant(typed: string): string {
  return topicsNamed(typed, guide)
    .map((topic) => exactTopic(topic))
    .join(', ');
}

describe('a topic is found', () => {
  test.each([
    ['501', 'code 501'],
    ['501 Not Implemented', 'code 501'],
    ['not implemented', 'code 501'],
    ['Not Acceptable', 'code 406, code 606'],
    ['response/404', 'code 404'],
    ['SIP/2.0 404 Not Found', 'code 404'],
    ['SIP;cause=486', 'code 486'],
    ['457', 'code 457'],
    ['4xx', '4xx'],
    ['4XX', '4xx'],
    ['missing-ack', 'missing-ack'],
    ['Missing ACK', 'missing-ack'],
    ['invite', 'method INVITE'],
    ['Contact', 'header Contact'],
    ['m', 'header Contact'],
    ['Contact: <sip:bob@example.com>', 'header Contact'],
    ['call id', 'header Call-ID'],
    ['100rel', 'tag 100rel'],
    ['presence', 'event presence'],
    ['Event: presence', 'event presence'],
    ['cause 16', 'cause 16'],
    ['cause=16', 'cause 16'],
    ['q850:16', 'cause 16'],
    ['Q.850;cause=16;text="Terminated"', 'cause 16'],
    ['Reason: Q.850 ;cause=16', 'cause 16'],
    ['17', 'cause 17'],
    ['warning 399', 'warning 399'],
    ['Warning: 399 example.com "Odd"', 'warning 399'],
    ['timer B', 'timer B'],
    ['timer-b', 'timer B'],
    ['T1', 'timer T1'],
    ['STIR', 'word stir-shaken, reason STIR'],
    ['B2BUA', 'word b2bua'],
    ['early media', 'word early-media'],
    ['AOR', 'word address-of-record'],
  ])('%j is %s', (typed, topics) => {
    expect(meant(typed)).toBe(topics);
  });

  test.each([
    ['refer', 'method REFER, event refer'],
    ['dialog', 'word dialog, event dialog'],
    ['path', 'header Path, tag path'],
    ['100', 'code 100, cause 100'],
    ['199', 'code 199, tag 199'],
    ['399', 'warning 399, code 399'],
    ['127', 'cause 127, code 127'],
  ])('%j has several meanings, and the less likely are named', (typed, topics) => {
    expect(meant(typed)).toBe(topics);
    expect(explained(typed).also).toEqual(topics.split(', ').slice(1));
  });

  test.each(['777', '08', 'constructor', '__proto__', '', ' ', 'x'.repeat(10_000), 'timer Q', 'cause 999', '\u0000'])(
    'not where there is none: %j',
    (topic) => {
      expect(explanationOf(topic, guide)).toBeUndefined();
    },
  );

  test.each([
    [['timer', 'B'], true],
    [['404', 'Not', 'Found'], true],
    [['early', 'media'], true],
    [['event', 'refer'], true],
    [['401', '407'], false],
    [['404', 'missing-ack'], false],
    [['INVITE', 'ACK'], false],
  ])('as it was typed without quotes: %j together is one topic: %s', (words, one) => {
    expect(areOneTopic(words, guide)).toBe(one);
  });
});

describe('a topic that is not known', () => {
  test.each([
    ['mising-ack', 'missing-ack'],
    ['Contct', 'Contact'],
    ['invte', 'INVITE'],
    ['presnce', 'presence'],
    ['max-fowards', 'Max-Forwards'],
    ['100rell', '100rel'],
    ['not implemeted', 'Not Implemented'],
  ])('%s is taken for %s', (typed, suggestion) => {
    expect(topicsLike(typed, guide)[0]).toBe(suggestion);
  });

  test('gets no suggestion where nothing is like it, however long it is', () => {
    expect(topicsLike('qqqqqqq', guide)).toEqual([]);
    expect(topicsLike('x'.repeat(1_000_000), guide)).toEqual([]);
  });
});

const topics = everyTopic(guide).map((topic) => exactTopic(topic));

test('every kind of topic is there', () => {
  const kinds = new Map<string, number>();
  for (const { kind } of everyTopic(guide)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect(Object.fromEntries(kinds)).toMatchObject({
    status: 86,
    'status-class': 6,
    method: 14,
    header: 135,
    'option-tag': 36,
    q850: 71,
    warning: 15,
    'reason-protocol': 22,
    timer: 19,
  });
  expect(kinds.get('word')).toBeGreaterThan(60);
  expect(kinds.get('event-package')).toBeGreaterThan(22);
});

// Placeholders, empty places, words twice, and spaces before or after the wrong sign.
const HOLES = /\{|\}|undefined|NaN|\[object|\bnull\b|\s[,.;:](?:\s|$)|\.\.|,,/;
const DOUBLED = /(?<![\w-])(\p{L}{2,})\s+\1(?![\w-])/iu;

describe('every topic', () => {
  test.each(topics)('%s is found by its own name, and says whole sentences', (topic) => {
    const explanation = explained(topic);
    expect(`${topic} `).toContain(`${explanation.topic} `);
    expect(explanation.means).toMatch(/^[A-Z].*\.$/s);
    for (const text of textsOf(explanation)) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(HOLES);
      expect(text).not.toMatch(DOUBLED);
    }
  });

  test.each(topics)('%s is written in every format', (topic) => {
    const explanation = explained(topic);
    const written = EXPLAIN_FORMATS.map((format) => explanationsAs(format, [explanation], guide, options));
    const [text = '', markdown = '', html = '', json = ''] = written;
    for (const page of [text, markdown, html]) {
      expect(page).not.toMatch(/undefined|NaN|\[object/);
      expect(page.endsWith('\n')).toBe(true);
    }
    expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1, topics: [{ title: explanation.title }] });
  });

  test.each(topics)('%s sends on to topics that exist', (topic) => {
    const { related = [], also = [], confusedWith = [] } = explained(topic);
    const named = [...related, ...also, ...confusedWith.map(({ topic: other }) => other)];
    expect(named.filter((other) => !explanationOf(other, guide))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
});

/** Every text that a reader gets, ladders apart. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (key === 'ladder') return [];
  if (typeof value === 'string') return key === 'who' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name));
}

describe('a page', () => {
  test('of several topics is one document', () => {
    const html = explanationsAs(
      'html',
      [explained('486'), explained('timer B'), explained('missing-ack')],
      guide,
      options,
    );
    expect(html.match(/<h1>/g)).toHaveLength(3);
    expect(html.match(/<html/g)).toHaveLength(1);
    expect(html).toContain('<title>486 Busy Here, Timer B, missing-ack</title>');
  });

  test('as HTML holds no script, loads nothing and is readable in dark and in light', () => {
    const html = explanationsAs('html', topics.slice(0, 50).map(explained), guide, options);
    expect(html).not.toMatch(/<script|<img|<link|src=|href=|url\(|@import/i);
    expect(html).toContain('color-scheme: light dark');
    // Every tag that is opened is closed.
    for (const tag of ['main', 'dl', 'dd', 'ul', 'li', 'table', 'figure', 'pre']) {
      expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(html.match(new RegExp(`</${tag}>`, 'g'))?.length);
    }
  });

  test('draws the recordings of a rule in every format that draws', () => {
    for (const format of ['text', 'markdown', 'html'] as const) {
      const page = explanationsAs(format, [explained('missing-ack')], guide, options);
      expect(page).toContain('alice');
      expect(page).toMatch(/INVITE ─+▶/);
      expect(page).toContain('◀ here');
    }
  });

  test('of a rule has no value in place of the name of the value', () => {
    expect(explanationsAs('text', [explained('missing-ack')], guide, options)).toContain('‹contact›');
  });

  test('has colours only where they are wanted', () => {
    const topic = [explained('486')];
    expect(explanationsAs('text', topic, guide, options)).not.toContain('\x1b');
    expect(explanationsAs('text', topic, guide, { ...options, color: true })).toContain('\x1b[1m486 Busy Here\x1b[22m');
  });
});

test('text that is no text of ours could not do harm either', () => {
  const hostile = '\x1b[2J</script><img src=x onerror=alert(1)>|`*_[a](javascript:b)\u202e ::error::x';
  const explanation: Explanation = { ...explained('486'), title: hostile, usually: [hostile, hostile] };
  const html = explanationsAs('html', [explanation], guide, options);
  expect(html).not.toMatch(/<img|<\/script|\x1b|\u202e/);
  const markdown = explanationsAs('markdown', [explanation], guide, options);
  expect(markdown).not.toMatch(/<img|\x1b|\u202e|(?<!\\)\]\(javascript/);
  expect(explanationsAs('text', [explanation], guide, options)).not.toMatch(/\x1b|\u202e|^::error/m);
});
