// The option and the environment choose the language: of findings, notices and rules.
import { describe, expect, test } from 'vitest';
import { langIn, languageOf, localeOf } from '../../src/cli/locale.ts';
import { MIXED } from '../report/scripts.ts';
import { directoryWith, pcapOf, run } from './terminal.ts';
import { hasEnglish } from '../languages/texts.ts';

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
    ['tlh', { LANG: 'es_ES.UTF-8' }, 'es'],
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

describe.each(['es', 'ru'])('in %s', (lang) => {
  test.each([
    ['--help'],
    ['help', 'analyze'],
    ['help', 'check'],
    ['help', 'messages'],
    ['help', 'flows'],
    ['help', 'ladder'],
    ['help', 'snapshot'],
    ['help', 'explain'],
    ['help', 'compare'],
    ['help', 'rules'],
    [],
  ])('%s %s is help', async (...argv) => {
    const { out, err } = await run(argv, { env: { LC_ALL: lang } });
    const help = out + err;
    expect(help).toMatch(lang === 'es' ? /^Uso: siplens/ : /^Использование: siplens/);
    // Commands and options are typed as they are; what they take has a name in the user's language.
    expect(hasEnglish(help.replaceAll(/--?[a-z-]+|"[^"]*"/g, ''))).toBe(false);
    expect(help).not.toMatch(/<(file|text|name|time|count)>|choices|default:|Options|Commands|Arguments/);
  });

  test.each([
    [['--staus', '404', 'x.pcap']],
    [['--format', 'fax', 'x.pcap']],
    [['--kind', 'fax', 'x.pcap']],
    [['--lang', 'tlh', 'x.pcap']],
    [['check', '--max-warnings', 'many', 'x.pcap']],
    [['--from']],
    [['analyze']],
    [['explain']],
    [['compare', '486']],
    [['compare', '486', '603', '200']],
    [['compare', '486', '486']],
    [['compare', '486', 'INVITE']],
    [['help', 'nothing']],
    [['explain', 'no-such-thing']],
    [['--status', 'x', 'x.pcap']],
    [['--rule', 'x', 'x.pcap']],
    [['--since', 'x', 'x.pcap']],
    [['--keylog', '/nowhere', 'x.pcap']],
    [['-o', 'x.doc', 'package.json', 'README.md']],
    [['nowhere.pcap']],
    [['flws']],
    [['test']],
    [['-', '-']],
    [['package.json']],
    [['check', '--update-baseline', 'x.pcap']],
    [['check', '--update', 'x.pcap']],
    [['check', '--baseline', 'nowhere', 'x.pcap']],
    [['check', '--snapshot', 'nowhere', 'x.pcap']],
    [['snapshot', '--header', ' ', 'x.pcap']],
    [['--config', 'nowhere', 'x.pcap']],
  ])('the complaint about %o is no English', async (argv) => {
    const english = await run(argv);
    const { err, out, code } = await run(argv, { env: { LANG: lang } });
    expect(out).toBe('');
    expect(code).toBe(english.code);
    expect(err).not.toBe(english.err);
    const spoken = err.replaceAll(/--[a-z-]+|missing-ack|nowhere/g, '');
    expect(hasEnglish(spoken)).toBe(false);
    expect(spoken).not.toMatch(/\b(option|argument|expected|missing|unknown|no such|file|choices)\b/);
  });
});
