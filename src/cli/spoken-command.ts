// Commander in the user's language: its headings, its hints, and what it says of mistakes.
import { Command, type ErrorOptions, type Help, type Option } from 'commander';
import type { CliWords } from '../languages/spoken-cli.ts';
import { say } from '../text/say.ts';

/** What a command needs to speak. */
export interface CommandVoice {
  readonly words: CliWords;
  readonly locale: string;
}

type Mistake = keyof CliWords['mistakes'];

/** What commander says of a mistake, and the text that says the same; the groups are its values. */
const MISTAKES: readonly (readonly [RegExp, Mistake, readonly string[]])[] = [
  [/^missing required argument '(.*)'$/s, 'missingArgument', ['name']],
  [/^option '(.*)' argument missing$/s, 'missingValue', ['option']],
  [/^unknown option '(.*)'$/s, 'unknownOption', ['option']],
  [/^unknown command '(.*)'$/s, 'unknownCommand', ['command']],
  [/^too many arguments.*\. Expected (\d+) arguments? but got (\d+)\.$/s, 'tooManyArguments', ['expected', 'got']],
  [/^option '(.*)' argument '(.*)' is invalid\. (.*)$/s, 'invalidOption', ['option', 'value', 'why']],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)$/s,
    'invalidArgument',
    ['value', 'argument', 'why'],
  ],
  [/^Allowed choices are (.*)\.$/s, 'allowed', ['choices']],
];

/** A command, and commands below it, that speak one language. */
export class SpokenCommand extends Command {
  readonly #voice: CommandVoice;

  constructor(name: string | undefined, voice: CommandVoice) {
    super(name);
    this.#voice = voice;
    this.configureHelp({
      styleTitle: (title) => titleIn(title, voice),
      optionTerm: (option) => placeholdersIn(option.flags, voice),
      optionDescription: (option) => describedOption(option, voice),
      argumentTerm: (argument) => placeholdersIn(argument.name(), voice, /^(.*)$/),
      commandUsage: (command) => usageOf(command, voice),
      subcommandTerm: (command) => `${command.name()} ${placeholdersIn(command.usage(), voice)}`,
    } satisfies Partial<Help>);
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name, this.#voice);
  }

  /** Every mistake goes through here; what is not known is said as commander says it. */
  override error(message: string, options?: ErrorOptions): never {
    return super.error(mistakeIn(message, this.#voice), options);
  }
}

/** A mistake in the user's language: `error: unknown option '--staus'\n(Did you mean --status?)`. */
export function mistakeIn(message: string, voice: CommandVoice): string {
  const [, first = '', similar] = /^(?:error: )?(.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s.exec(message) ?? [];
  const told = mistakeText(first, voice);
  if (similar === undefined) return `error: ${told}`;
  return `error: ${told}\n${say(voice.words.mistakes.didYouMean, { names: similar }, voice.locale)}`;
}

function mistakeText(text: string, voice: CommandVoice): string {
  for (const [pattern, key, names] of MISTAKES) {
    const groups = pattern.exec(text);
    if (!groups) continue;
    const values = names.map((name, index) => {
      const group = groups[index + 1] ?? '';
      return [name, name === 'why' ? mistakeText(group, voice) : placeholdersIn(group, voice)];
    });
    return say(voice.words.mistakes[key], Object.fromEntries(values) as Record<string, string>, voice.locale);
  }
  return text;
}

function titleIn(title: string, { words }: CommandVoice): string {
  const titles: Readonly<Record<string, string>> = words.titles;
  return titles[title] ?? title;
}

/** `-o, --output <file>` with the name of what it takes in the user's language. */
function placeholdersIn(text: string, { words }: CommandVoice, pattern = /(?<=[<[])([a-z]+)(?=[\]>.|])/g): string {
  const names: Readonly<Record<string, string>> = words.placeholders;
  return text.replace(pattern, (name) => names[name] ?? name);
}

function describedOption(option: Option, { words, locale }: CommandVoice): string {
  if (!option.argChoices) return option.description;
  const choices = option.argChoices.map((choice) => JSON.stringify(choice)).join(', ');
  return `${option.description} (${say(words.titles.choices, { choices }, locale)})`;
}

/** `siplens flows <capture...> [options]`: as commander makes it, in the user's language. */
function usageOf(command: Command, voice: CommandVoice): string {
  const names: string[] = [];
  for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
  return placeholdersIn(`${names.join(' ')} ${command.usage()}`, voice);
}
