// What stands behind `alice -> bob` in a flow script: the message, then options, labels and marks in any order.
import { FlowScriptError, type Mark, type RequestWords, type ResponseWords } from './script.ts';

/** The words of a message line, sorted. */
export interface MessageWords {
  readonly words: RequestWords | ResponseWords;
  readonly call: string | undefined;
  readonly label: string | undefined;
  readonly unseen: boolean;
  readonly cut: number | undefined;
  readonly split: number | undefined;
  readonly firstFragment: number | undefined;
  readonly marks: readonly Mark[];
}

const MARKS = { '!': 'found', '?': 'at-most-possible', '~': 'undecided' } as const;
const FLAGS = new Set(['unseen', 'reliable', 'in-dialog', 'out-of-dialog']);

/**
 * Reads the words of a message line from the end, as only the phrase of a response may hold several words.
 * @throws FlowScriptError
 */
export function parseMessageWords(line: number, given: readonly string[]): MessageWords {
  const words = [...given];
  const marks: Mark[] = [];
  const flags = new Set<string>();
  const named = new Map<string, string>();
  for (let last = words.at(-1); last !== undefined; last = words.at(-1)) {
    const before = words.at(-2) ?? '';
    const mark = /^([!?~])([a-z0-9][\w/.-]*)$/.exec(last);
    if (mark) marks.unshift({ kind: MARKS[mark[1] as keyof typeof MARKS], rule: mark[2] ?? '', line });
    else if (/^[@#][\w-]+$/.test(last)) named.set(last.charAt(0), last.slice(1));
    else if (/^\([A-Z]+\)$/.test(last)) named.set('for', last.slice(1, -1));
    else if (FLAGS.has(last)) flags.add(last);
    else if (words.length > 2 && isOption(before, last, /^\d/.test(words[0] ?? ''))) {
      named.set(before, last);
      words.pop();
    } else break;
    words.pop();
  }
  return {
    words: readMessage(line, words, flags, named),
    call: named.get('@'),
    label: named.get('#'),
    unseen: flags.has('unseen'),
    cut: numberOf(named.get('cut')),
    split: numberOf(named.get('split')),
    firstFragment: numberOf(named.get('first-fragment')),
    marks,
  };
}

function isOption(name: string, value: string, response: boolean): boolean {
  if (name === 'cut' || name === 'split' || name === 'first-fragment') return /^[1-9]\d*$/.test(value);
  if (name === 'for') return response && /^[A-Z]+$/.test(value);
  return name === 'to' && !response;
}

function readMessage(
  line: number,
  words: string[],
  flags: Set<string>,
  named: Map<string, string>,
): RequestWords | ResponseWords {
  const [first = '', ...rest] = words;
  if (/^\d+$/.test(first)) {
    if (!/^[1-6]\d\d$/.test(first)) throw new FlowScriptError(line, `status ${first} is not between 100 and 699`);
    return {
      kind: 'response',
      status: Number(first),
      phrase: rest.join(' '),
      method: named.get('for'),
      reliable: flags.has('reliable'),
    };
  }
  const [uri, surplus] = rest;
  if (first === '') throw new FlowScriptError(line, 'a message is missing: "INVITE" or "200 OK"');
  if (surplus !== undefined || (uri !== undefined && !uri.includes(':'))) {
    throw new FlowScriptError(
      line,
      `"${rest.join(' ')}" behind ${first} is neither a Request-URI nor an option or mark`,
    );
  }
  const dialog = flags.has('in-dialog') ? 'inside' : flags.has('out-of-dialog') ? 'outside' : undefined;
  return { kind: 'request', method: first, uri, target: named.get('to'), dialog };
}

function numberOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : Number(word);
}
