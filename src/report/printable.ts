// Captured text on its way to a sink. Whatever a capture holds, what comes out here cannot move a cursor, turn text
// around, start a build command, end a code block or break out of a table cell. Every result is bounded in length.

/** Longest piece of captured text that is shown where nothing else is asked for, in characters. */
export const MAX_SHOWN = 240;

// Controls (C0, DEL, C1), formats (soft hyphen, bidi and zero-width controls, tags), surrogates without a partner (the u
// flag makes the class match only those), line and paragraph separators, and letters that are drawn as nothing.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\u{e0100}-\u{e01ef}]/gu;

// What build services read as a command in a job's output, at the beginning of a line or (`##[`, `##vso[`) anywhere.
const BUILD_COMMAND =
  /::(?=(?:error|warning|notice|debug|group|endgroup|echo|add-|remove-|set-|save-|stop-))|#(?=#(?:\[|vso\[|teamcity\[))/gi;

function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x09) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

function visibleCommand(match: string): string {
  return match === '#' ? '\\x23' : '\\x3a:';
}

/**
 * Cuts text to at most `max` UTF-16 units, never through a surrogate pair, and says how much is missing: `abc…(+97)`.
 */
export function clip(text: string, max: number = MAX_SHOWN): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? max - 1 : max;
  return `${text.slice(0, end)}…(+${text.length - end})`;
}

/** Captured text for a terminal or any other one-line place: what could not be seen is spelled out, length bounded. */
export function printable(text: string, max: number = MAX_SHOWN): string {
  return clip(text, max).replace(UNSEEN, visible).replace(BUILD_COMMAND, visibleCommand);
}

// ASCII punctuation that means something to CommonMark or GFM in the middle of a line, `@` (mentions) and `:` (links).
const MARKDOWN = /[\\`*_{}[\]<>&#|~!@$]|:(?=\/\/)|(?<=^|\s)[-+=](?=\s|$)|(?<=^\d{1,9})[.)]/g;

function entity(char: string): string {
  return `&#${char.charCodeAt(0)};`;
}

/** Text for a paragraph, a heading or a table cell of Markdown: nothing in it is markup. `text` is one line. */
export function markdownText(text: string, max: number = MAX_SHOWN): string {
  return printable(text, max).replace(MARKDOWN, (char) => ('\\`*_{}[]#!~'.includes(char) ? `\\${char}` : entity(char)));
}

function longestRun(text: string, of: string): number {
  let longest = 0;
  let run = 0;
  for (const char of text) {
    run = char === of ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/**
 * Captured text as a code span that stays one, in a paragraph and in a table cell alike. A pipe or a backslash before
 * one would end the cell even inside a code span (GFM §4.10), so text with either becomes an HTML `<code>`.
 */
export function markdownCode(text: string, max: number = MAX_SHOWN): string {
  const shown = printable(text, max);
  if (shown.trim() === '') return '(empty)';
  if (/[|\\]/.test(shown))
    return `<code>${shown.replace(/[^\w ./=;,-]/g, (char) => `&#${char.codePointAt(0) ?? 0};`)}</code>`;
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines that are already printable as a fenced block whose fence is longer than anything in it. */
export function markdownFence(lines: readonly string[], language = 'text'): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line, '`')), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}

/**
 * One CSV field (RFC 4180). A field that a spreadsheet would run as a formula gets an apostrophe in front; a number of
 * our own is passed as a number and never does.
 */
export function csvField(value: string | number | undefined, max = 8_192): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = printable(value, max);
  const guarded = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;
const ASCII = /^[ -~]*$/;
// The colours of palette.ts: captured text holds no escape any more.
const COLOUR = /\p{Cc}\[\d+m/gu;

/** Columns that printable text takes on a terminal: wide East Asian characters two, combining marks and colours none. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const char of text.replace(COLOUR, '')) columns += MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

/** Printable text cut to `columns` terminal columns, the last of them an ellipsis where something was cut. */
export function fit(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (columnsOf(text) <= columns) return text;
  let shown = '';
  let used = 0;
  for (const char of text) {
    const more = columnsOf(char);
    if (used + more > columns - 1) break;
    shown += char;
    used += more;
  }
  return `${shown}…`;
}

/** Fills with spaces to `columns` terminal columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
