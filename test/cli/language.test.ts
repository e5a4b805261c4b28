// The option and the environment choose the language: of findings, notices and rules.
import { describe, expect, test } from 'vitest';
import { langIn, languageOf, localeOf } from '../../src/cli/locale.ts';
import { MIXED } from '../report/scripts.ts';
import { directoryWith, pcapOf, run } from './terminal.ts';

describe('the language', () => {
  test.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'es_ES.UTF-8' }, 'es'],
    [undefined, { LANG: 'es' }, 'es'],
    [undefined, { LANG: 'ru_RU.KOI8-R' }, 'ru'],
    [undefined, { LANG: 'ca_ES@valencia' }, 'en'],
    [undefined, { LANG: 'C' }, 'en'],
    [undefined, { LANG: 'POSIX' }, 'en'],
    [undefined, { LANG: 'C.UTF-8' }, 'en'],
    [undefined, { LANG: '' }, 'en'],
    [undefined, { LC_MESSAGES: 'ru_RU.UTF-8', LANG: 'es_ES.UTF-8' }, 'ru'],
    [undefined, { LC_ALL: 'es_MX', LC_MESSAGES: 'ru_RU.UTF-8', LANG: 'en_US' }, 'es'],
    [undefined, { LC_ALL: '', LC_MESSAGES: '', LANG: 'es_ES' }, 'es'],
    [undefined, { LC_ALL: 'C', LANG: 'es_ES.UTF-8' }, 'en'],
    [undefined, { LC_CTYPE: 'es_ES.UTF-8' }, 'en'],
    ['ru', { LC_ALL: 'es_ES.UTF-8' }, 'ru'],
    ['es-MX', {}, 'es'],
    ['EN', { LANG: 'es_ES' }, 'en'],
  ])('of --lang %s in %o is %s', (option, env, expected) => {
    expect(localeOf(option, env)).toBe(expected);
  });

  test.each(['', 'fr', 'espresso', '../es', 'e', 'русский'])('is not to be made of "%s"', (name) => {
    expect(languageOf(name)).toBeUndefined();
  });

  test.each([
    [['x.pcap'], undefined],
    [['--lang', 'es', 'x.pcap'], 'es'],
    [['flows', '--lang=ru'], 'ru'],
    [['--lang', 'es', '--lang=ru'], 'ru'],
    [['x.pcap', '--', '--lang', 'es'], undefined],
    [['--lang'], undefined],
  ])('is found in %o before the arguments are parsed', (argv, expected) => {
    expect(langIn(argv)).toBe(expected);
  });
});

describe('siplens speaks', () => {
  const directory = directoryWith({ 'call.pcap': pcapOf(MIXED) });
  const capture = `${directory}/call.pcap`;

  test.each([
    [['--lang', 'es'], {}, 'Falta el ACK'],
    [['--lang', 'ru'], {}, 'остался без ACK'],
    [[], { LANG: 'es_AR.UTF-8' }, 'Falta el ACK'],
    [['--lang', 'en'], { LANG: 'es_AR.UTF-8' }, 'No ACK to the 200'],
    [['--lang', 'ru', '-f', 'json'], {}, 'остался без ACK'],
    [['--lang', 'ru', '-f', 'ndjson'], {}, 'остался без ACK'],
    [['--lang', 'es', '-f', 'markdown'], {}, 'Falta el ACK'],
  ] as const)('%o with %o', async (options, env, expected) => {
    const { code, out } = await run([capture, ...options], { env });
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(expected);
  });

  test('in the list of rules too', async () => {
    expect((await run(['rules', '--lang', 'es'])).out).toContain('nunca se confirmó con ACK');
    expect((await run(['rules', '-f', 'json'], { env: { LANG: 'ru_RU' } })).out).toContain('не был подтверждён');
  });
});
