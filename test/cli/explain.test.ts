// siplens explain and siplens compare, as they are typed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, run } from './terminal.ts';

describe('explain', () => {
  test('takes several topics, also of several words without quotes', async () => {
    const { code, out, err } = await run('explain 404 Not Found timer B early media cause 16 m'.split(' '));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^\S.*$/gm)).toEqual([
      '404 Not Found  RFC 3261 §21.4.5',
      'Timer B  timer · RFC 3261 §17.1.1.2',
      'early media  word · RFC 3960',
      'Q.850 cause 16: normal call clearing  Q.850 cause · ITU-T Q.850 · RFC 6432 §3',
      'Contact  header · RFC 3261 §20.10',
    ]);
  });

  test('names the others where a name has several meanings', async () => {
    expect((await run(['explain', 'refer'])).out).toMatch(/^REFER .*Same name +siplens explain event refer\n$/s);
  });

  test('writes files, in the format of their extension', async () => {
    const directory = directoryWith({});
    const names = ['a.txt', 'a.md', 'a.html', 'a.json'].map((name) => join(directory, name));
    const { code, out } = await run(['explain', '486', ...names.flatMap((name) => ['-o', name])]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const [text, markdown, html, json] = names.map((name) => readFileSync(name, 'utf8'));
    expect(text).toMatch(/^486 Busy Here {2}RFC/);
    expect(markdown).toMatch(/^## 486 Busy Here\n/);
    expect(html).toMatch(/^<!doctype html>/);
    expect(json).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"topics": \[/);
  });

  test.each([
    ['mising-ack', 'did you mean missing-ack?'],
    ['Contct', 'did you mean Contact?'],
    ['qqqqqqq', 'it takes status codes'],
  ])('says what %s could mean', async (topic, hint) => {
    const { code, out, err } = await run(['explain', '486', topic]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`nothing is known about "${topic}"`);
    expect(err).toContain(hint);
  });

  test.each([
    '\x1b[2J\x1b]0;x\x07',
    '</script><img src=x>',
    'a\u202eb',
    '::error::x',
    '{topic} {hint}',
    'x'.repeat(99_999),
  ])('prints what it does not know harmlessly: %j', async (topic) => {
    for (const format of ['text', 'markdown', 'html', 'json']) {
      const { code, out, err } = await run(['explain', topic, '-f', format]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toMatch(/\x1b|\u202e|^::error/m);
      expect(err.length).toBeLessThan(600);
    }
  });
});

describe('compare', () => {
  test('takes two codes, with or without their phrase', async () => {
    const { code, out } = await run(['compare', '486', '603 Decline']);
    expect(code).toBe(0);
    expect(out).toMatch(/^486 Busy Here and 603 Decline\n\nAfter 486 this device is busy/);
    expect((await run(['compare', '4xx', '6xx'])).out).toMatch(/^4xx Request Failure and 6xx Global Failure\n/);
  });

  test.each(['text', 'markdown', 'html', 'json'])('writes %s', async (format) => {
    const { code, out } = await run(['compare', '200', '501', '-f', format]);
    expect(code).toBe(0);
    expect(out).toContain('200 OK and 501 Not Implemented');
  });

  test.each([
    [['486', '486'], 'takes two different status codes'],
    [['486', 'INVITE'], '"INVITE" cannot be compared'],
    [['\x1b[2J', '486'], '"␛[2J" cannot be compared'],
    [['486'], 'missing required argument'],
  ])('refuses %j', async (typed, why) => {
    const { code, out, err } = await run(['compare', ...typed]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err).not.toContain('\x1b');
  });
});
