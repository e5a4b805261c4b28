import { describe, expect, test } from 'vitest';
import {
  clip,
  columnsOf,
  csvField,
  fit,
  markdownCode,
  markdownFence,
  markdownText,
  printable,
} from '../../src/report/printable.ts';

describe('printable text', () => {
  test.each([
    ['an escape sequence', 'a\x1b[2Jb', 'a␛[2Jb'],
    ['a line break', 'a\r\nb', 'a␍␊b'],
    ['a NUL and a bell', '\0\x07', '␀␇'],
    ['a delete', '\x7f', '␡'],
    ['a C1 control sequence introducer', 'a\u009b31mb', 'a\\x9b31mb'],
    ['a right-to-left override', 'a\u202eb', 'a\\u{202e}b'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
    ['a tab', 'a\tb', 'a b'],
    ['a build command', '::error::x', '\\x3a:error::x'],
    ['a build command of another service', '##[error]x ##vso[task.x]', '\\x23#[error]x \\x23#vso[task.x]'],
  ])('shows %s instead of doing what it says', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('leaves words, umlauts and addresses alone', () => {
    const text = '"Jürgen Ёлка 电话 😀" <sip:bob@[2001:db8::1]:5060>';
    expect(printable(text)).toBe(text);
  });

  test('is bounded and says how much was cut', () => {
    expect(printable('x'.repeat(1000), 10)).toBe(`${'x'.repeat(10)}…(+990)`);
    expect(printable('x'.repeat(10), 10)).toBe('x'.repeat(10));
  });

  test('is never cut through a surrogate pair', () => {
    expect(clip('ab😀cd', 3)).toBe('ab…(+4)');
  });
});

describe('Markdown', () => {
  test('text holds no markup, no HTML, no mention and no link', () => {
    expect(markdownText('*a* _b_ `c` [d](e) <f> | @bob #1 ~g~ https://x')).toBe(
      String.raw`\*a\* \_b\_ \`c\` \[d\](e) &#60;f&#62; &#124; &#64;bob \#1 \~g\~ https&#58;//x`,
    );
  });

  test('a code span outlasts the backticks in it', () => {
    expect(markdownCode('a``b`c')).toBe('```a``b`c```');
    expect(markdownCode('`a')).toBe('`` `a ``');
  });

  test('a code span does not end a table cell', () => {
    expect(markdownCode('a|b')).toBe('<code>a&#124;b</code>');
    expect(markdownCode('a\\|<b>')).toBe('<code>a&#92;&#124;&#60;b&#62;</code>');
  });

  test('nothing at all is said in words', () => {
    expect(markdownCode('')).toBe('(empty)');
  });

  test('a fence is longer than any run of backticks in it', () => {
    expect(markdownFence(['a', '```', '`````x'])).toEqual(['``````text', 'a', '```', '`````x', '``````']);
  });
});

describe('CSV fields', () => {
  test.each([
    ['=1+2', "'=1+2"],
    ['+49123', "'+49123"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    [' =x', "' =x"],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\n=b', 'a␍␊=b'],
    ['sip:bob@example.com', 'sip:bob@example.com'],
  ])('%j becomes %j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });

  test('a number of our own is no formula', () => {
    expect(csvField(-5)).toBe('-5');
    expect(csvField(undefined)).toBe('');
  });
});

describe('terminal columns', () => {
  test('are two for wide characters, none for combining marks and colours', () => {
    expect(columnsOf('电话')).toBe(4);
    expect(columnsOf('e\u0301')).toBe(1);
    expect(columnsOf('\x1b[31mred\x1b[39m')).toBe(3);
  });

  test('bound a text with an ellipsis', () => {
    expect(fit('abcdef', 4)).toBe('abc…');
    expect(fit('电话电话', 4)).toBe('电…');
    expect(fit('abcd', 4)).toBe('abcd');
  });
});
