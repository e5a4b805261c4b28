// Lines of a text become SIP messages. A message begins with its start line and ends where its Content-Length says, as far
// as the log has left its bytes alone, and otherwise at the next line that belongs to the log.
import { isSeparator } from './markers.ts';
import { beginsWithStamp } from './stamps.ts';
import { indentOf, isHeaderLine, startLineAt } from './start-line.ts';

/** What is kept of one message: as much as an IP packet around it can hold. */
export const MAX_MESSAGE_BYTES = 65_507;

/** One message as a text has it. */
export interface LoggedMessage {
  /** One unit per byte, lines ended by CRLF. */
  readonly text: string;
  /** How many bytes are missing at its end; 1 where nobody knows how many. */
  readonly missing: number;
  /** Its Content-Length was changed to what the text holds of its body: more than that. */
  readonly isRefitted: boolean;
}

const essentials = [['via', 'v'], ['from', 'f'], ['to', 't'], ['call-id', 'i'], ['cseq']] as const;

/** Takes one message; it may be followed by what ended it. */
export type OnLoggedMessage = (message: LoggedMessage) => void;

/** Cuts messages out of lines. */
export class MessageCutter {
  readonly #onMessage: OnLoggedMessage;
  #state: 'outside' | 'started' | 'head' | 'body' = 'outside';
  /** What stands in front of every line of the message: an indent, or what a logger writes. */
  #prefix = '';
  #isDotted = false;
  /** Whether the text has kept the CR of each line. */
  #keepsCr = false;
  #head: string[] = [];
  #headBytes = 0;
  #body: string[] = [];
  #bodyEnds: boolean[] = [];
  /** Length of the body with CRLF, with LF, and with the ends that its lines have in the text. */
  #crlfBytes = 0;
  #lfBytes = 0;
  #rawBytes = 0;
  #contentLength = -1;
  #hasType = false;
  #isFragment = false;
  /** The body has the length that is wanted, in one way of counting; or it is longer. */
  #isFull = false;

  constructor(onMessage: OnLoggedMessage) {
    this.#onMessage = onMessage;
  }

  /** Whether a message has begun. */
  get isInside(): boolean {
    return this.#state !== 'outside';
  }

  /**
   * A start line, which begins at `at` of this line.
   * @param hasCr The line ended in CRLF.
   * @param isDotted Each line of the message ends in a dot that is not its own.
   */
  begin(line: string, at: number, hasCr: boolean, isDotted: boolean): void {
    this.end();
    this.#state = 'started';
    this.#prefix = line.slice(0, at);
    this.#isDotted = isDotted || /SIP\/\d\.\d\.$/.test(line);
    this.#keepsCr = hasCr;
    const own = line.slice(at);
    this.#head.push(this.#isDotted && own.endsWith('.') ? own.slice(0, -1) : own);
    this.#headBytes = own.length + 2;
  }

  /** Takes the next line, if it is a part of the message; otherwise the message has ended. */
  take(line: string, hasCr: boolean): boolean {
    const own = this.#ownPart(line);
    if (this.#isEnd(line, own)) {
      this.end();
      return false;
    }
    if (this.#state === 'body') this.#takeBody(own, hasCr);
    else this.#takeHead(own);
    return true;
  }

  /**
   * The text is over, or what comes next is no part of the message.
   * @param isWithinLine The text ends in the middle of a line.
   */
  end(isWithinLine = false): void {
    // Content-Length comes last, as a rule, and what is pasted often lacks the end of its last line.
    const isCut = (isWithinLine && this.#contentLength !== 0) || !this.#hasEssentials();
    if (this.#state === 'head') this.#finish(isCut);
    else if (this.#state === 'body') this.#finish(false);
    this.#reset();
  }

  /** The line without what the log has put around it. */
  #ownPart(line: string): string {
    const prefix = this.#prefix;
    let own = line;
    if (prefix.trim() === '') own = line.slice(Math.min(prefix.length, indentOf(line)));
    else if (isShaped(line, prefix)) own = line.slice(prefix.length);
    return this.#isDotted && own.endsWith('.') ? own.slice(0, -1) : own;
  }

  #isEnd(line: string, own: string): boolean {
    if (isSeparator(own.trim())) return true;
    // Lines of the message that carry the time of the log themselves have lost it by now.
    if (own.length === line.length && beginsWithStamp(line)) return true;
    if (this.#state === 'started') return !isHeaderLine(own);
    if (this.#isFull) return !this.#goesOn(own);
    return !(this.#state === 'body' && this.#isFragment) && startLineAt(own) === 0;
  }

  #takeHead(own: string): void {
    this.#state = 'head';
    if (own.trim() === '') return this.#endHead();
    this.#head.push(own);
    this.#headBytes += own.length + 2;
    if (this.#headBytes > MAX_MESSAGE_BYTES) return this.end();
    const [, name = '', value = ''] = /^([\w-]{1,14})[ \t]*:[ \t]*(.*)$/.exec(own) ?? [];
    const header = name.toLowerCase();
    if ((header === 'content-length' || header === 'l') && /^\d{1,7}$/.test(value.trim())) {
      this.#contentLength = Number(value);
    } else if (header === 'content-type' || header === 'c') {
      this.#hasType = true;
      this.#isFragment = /sipfrag|message\/sip|multipart/i.test(value);
    }
  }

  #endHead(): void {
    this.#state = 'body';
    if (this.#contentLength === 0 || (this.#contentLength < 0 && !this.#hasType)) this.end();
  }

  #takeBody(own: string, hasCr: boolean): void {
    this.#body.push(own);
    this.#bodyEnds.push(hasCr);
    this.#crlfBytes += own.length + 2;
    this.#lfBytes += own.length + 1;
    this.#rawBytes += own.length + (hasCr ? 2 : 1);
    const wanted = this.#contentLength;
    if (this.#headBytes + this.#crlfBytes > MAX_MESSAGE_BYTES + 2) this.end();
    else if (wanted >= 0 && this.#keepsCr && this.#fits(wanted)) this.end();
    else if (wanted >= 0) this.#isFull ||= this.#fits(wanted) || this.#lfBytes > wanted;
  }

  /** Whether a line belongs to a body that has its length already: its length may have been counted before it was written down. */
  #goesOn(own: string): boolean {
    return this.#body[0] === 'v=0'
      ? /^[a-z]=/.test(own) && own !== 'v=0'
      : !this.#fits(this.#contentLength) && own.trim() !== '';
  }

  /** Whether the body has just the length that is wanted, the end of its last line counted or not. */
  #fits(wanted: number): boolean {
    if (this.#keepsCr) {
      const lastEnd = (this.#bodyEnds.at(-1) ?? false) ? 2 : 1;
      return this.#rawBytes === wanted || this.#rawBytes - lastEnd === wanted;
    }
    const { crlf, lf } = { crlf: this.#crlfBytes - wanted, lf: this.#lfBytes - wanted };
    return crlf === 0 || crlf === 2 || lf === 0 || lf === 1;
  }

  /** Whether the head holds what every message has: one that lacks its empty line as well was cut off by its log. */
  #hasEssentials(): boolean {
    const names = new Set(this.#head.map((line) => line.slice(0, line.indexOf(':')).trimEnd().toLowerCase()));
    return essentials.every((spellings) => spellings.some((name) => names.has(name)));
  }

  /** @param isHeadCut Headers are missing. */
  #finish(isHeadCut: boolean): void {
    const wanted = this.#contentLength;
    let body = this.#bodyText();
    if (wanted >= 0 && body.length > wanted && body.length - wanted <= 2 && /[\r\n]$/.test(body))
      body = body.slice(0, wanted);
    const isRefitted = wanted >= 0 && body.length > wanted;
    const head = isRefitted ? this.#head.map((line) => refit(line, body.length)) : this.#head;
    const text = `${head.join('\r\n')}\r\n\r\n${body}`;
    const missing =
      Math.max(0, wanted - body.length) + Math.max(0, text.length - MAX_MESSAGE_BYTES) + (isHeadCut ? 1 : 0);
    this.#onMessage({ text: text.slice(0, MAX_MESSAGE_BYTES), missing, isRefitted });
  }

  #bodyText(): string {
    const wanted = this.#contentLength;
    if (this.#keepsCr) {
      return this.#body.map((line, index) => line + ((this.#bodyEnds[index] ?? false) ? '\r\n' : '\n')).join('');
    }
    // Lines that ended in LF before the log had them.
    const lf = this.#lfBytes - wanted;
    const crlf = this.#crlfBytes - wanted;
    if (wanted >= 0 && (lf === 0 || lf === 1) && crlf !== 0 && crlf !== 2)
      return this.#body.map((line) => `${line}\n`).join('');
    const body = this.#body.map((line) => `${line}\r\n`).join('');
    // Without a length nobody knows whether empty lines at the end are the log's.
    return wanted < 0 ? body.replace(/(?:\r\n){2,}$/, '\r\n') : body;
  }

  #reset(): void {
    this.#state = 'outside';
    this.#head = [];
    this.#headBytes = 0;
    this.#body = [];
    this.#bodyEnds = [];
    this.#crlfBytes = 0;
    this.#lfBytes = 0;
    this.#rawBytes = 0;
    this.#contentLength = -1;
    this.#hasType = false;
    this.#isFragment = false;
    this.#isFull = false;
  }
}

/** Whether a line begins as another one did, but for its digits: 12:00:01 where that had 12:00:00. */
function isShaped(line: string, prefix: string): boolean {
  const length = line.length < prefix.length ? prefix.trimEnd().length : prefix.length;
  if (line.length < length) return false;
  for (let at = 0; at < length; at++) {
    if (line[at] !== prefix[at] && !(/\d/.test(line[at] ?? '') && /\d/.test(prefix[at] ?? ''))) return false;
  }
  return true;
}

/** A Content-Length that tells the truth; other lines as they are. */
function refit(line: string, length: number): string {
  return line.replace(/^(content-length|l)([ \t]*:[ \t]*)\d+[ \t]*$/i, `$1$2${length}`);
}
