// Templates become sentences: placeholders, plurals of several languages, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeholdersOf, pluralsOf, say } from '../../src/text/say.ts';

describe('a placeholder', () => {
  test('is replaced by its value, as often as it stands there', () => {
    expect(say('{uas} sent {status}; {uas} waited.', { uas: '192.0.2.1:5060', status: 200 }, 'en')).toBe(
      '192.0.2.1:5060 sent 200; 192.0.2.1:5060 waited.',
    );
  });

  test('takes a number without grouping, in every language', () => {
    for (const locale of ['en', 'es', 'ru']) expect(say('{n}', { n: 1234567.5 }, locale)).toBe('1234567.5');
  });

  test('takes captured text as it is: braces, hashes and dollar signs in it mean nothing', () => {
    const hostile = '{other} # {count, plural, other {#}} $& $1 {';
    expect(say('[{text}]', { text: hostile, other: 'x' }, 'en')).toBe(`[${hostile}]`);
  });

  test('takes the empty text and zero', () => {
    expect(say('<{a}{b}>', { a: '', b: 0 }, 'en')).toBe('<0>');
  });

  test('keeps any captured text unchanged, inside a plural too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '#', ',', 'a', '\n', '\u0000', '\ud800') }),
        fc.nat(),
        (text, count) => {
          expect(say('a {text} b', { text }, 'en')).toBe(`a ${text} b`);
          expect(say('{count, plural, other {{text}#}}', { text, count }, 'en')).toBe(`${text}${count}`);
        },
      ),
    );
  });
});

describe('a plural', () => {
  const packets = 'It sent {count, plural, one {# packet} other {# packets}}.';

  test.each([
    [0, 'It sent 0 packets.'],
    [1, 'It sent 1 packet.'],
    [2, 'It sent 2 packets.'],
    [1000, 'It sent 1000 packets.'],
  ])('of %d follows English', (count, expected) => {
    expect(say(packets, { count }, 'en')).toBe(expected);
  });

  test.each([
    [1, '1 раз'],
    [3, '3 раза'],
    [5, '5 раз'],
    [11, '11 раз'],
    [21, '21 раз'],
    [22, '22 раза'],
    [1.5, '1.5 раза'],
  ])('of %d follows Russian', (count, expected) => {
    const times = '{count, plural, one {# раз} few {# раза} many {# раз} other {# раза}}';
    expect(say(times, { count }, 'ru')).toBe(expected);
  });

  test('falls back to "other" where a category is not spelled out', () => {
    expect(say('{n, plural, other {# of them}}', { n: 1 }, 'en')).toBe('1 of them');
  });

  test('may name an exact number, which goes first', () => {
    const template = '{n, plural, =0 {none} one {one} other {#}}';
    expect([0, 1, 2].map((n) => say(template, { n }, 'en'))).toEqual(['none', 'one', '2']);
  });

  test('may hold placeholders, and leaves # outside of it alone', () => {
    expect(say('#{n, plural, one {once by {who}} other {# times by {who}}}#', { n: 3, who: 'Bob' }, 'en')).toBe(
      '#3 times by Bob#',
    );
  });

  test('may be spread over lines and written without spaces', () => {
    expect(say('{n,plural,one{a}other{b}}', { n: 1 }, 'en')).toBe('a');
    expect(say('{n, plural,\n  one {a}\n  other {b}\n}', { n: 2 }, 'en')).toBe('b');
  });
});

describe('a programming mistake throws RangeError:', () => {
  test('a placeholder without value', () => {
    expect(() => say('{a} {b}', { a: 1 }, 'en')).toThrow(new RangeError('no value for "b" in "{a} {b}"'));
  });

  test('a placeholder named like something every object has', () => {
    expect(() => say('{constructor}', {}, 'en')).toThrow(RangeError);
    expect(() => say('{toString}', {}, 'en')).toThrow(RangeError);
  });

  test('a plural counted by a text', () => {
    expect(() => say('{n, plural, other {#}}', { n: '3' }, 'en')).toThrow(/"n" expected a number/);
  });

  test.each([
    ['{', 'expected a name'],
    ['{}', 'expected a name'],
    ['{a', 'expected }'],
    ['{ a }', 'expected a name'],
    ['a } b', 'a } without its {'],
    ['{a, select, x {y}}', 'expected } or'],
    ['{n, plural}', 'expected } or'],
    ['{n, plural, }', 'no plural category "other"'],
    ['{n, plural, one {x}}', 'no plural category "other"'],
    ['{n, plural, several {x} other {y}}', 'unknown plural category several'],
    ['{n, plural, one {x} one {y} other {z}}', 'one twice'],
    ['{n, plural, other x}', 'expected { after'],
    ['{n, plural, other {x}', 'expected a plural category'],
    ['{n, plural, other {x', 'expected a closing }'],
    ['{n, plural, other {{m, plural, other {x}}}}', 'a plural inside a plural'],
  ])('malformed template %s', (template, why) => {
    expect(() => say(template, { a: 1, n: 1, m: 1 }, 'en')).toThrow(RangeError);
    expect(() => say(template, { a: 1, n: 1, m: 1 }, 'en')).toThrow(why);
    expect(() => placeholdersOf(template)).toThrow(RangeError);
  });

  test('a locale that is none', () => {
    expect(() => say('{n, plural, other {#}}', { n: 1 }, 'not a locale')).toThrow(RangeError);
  });
});

test('placeholders are listed once each, those inside plurals too', () => {
  expect(placeholdersOf('{a} {n, plural, one {{b}} other {{a} {c}}} {b}')).toEqual(['a', 'n', 'b', 'c']);
  expect(placeholdersOf('none')).toEqual([]);
});

test('plurals are listed with their categories, two by the same count too', () => {
  expect(pluralsOf('{n, plural, one {x} other {y}} {m, plural, few {x} other {y}} {n, plural, other {z}}')).toEqual([
    { name: 'n', cases: ['one', 'other'] },
    { name: 'm', cases: ['few', 'other'] },
    { name: 'n', cases: ['other'] },
  ]);
});
