// The options at the end of a pcapng block: code, length, value, padded to four bytes. One cursor is used for all blocks,
// so that a packet with options costs no allocation.

/** Comments, in a block of any type. */
export const OPT_COMMENT = 1;

/** Stands on one option after the other. */
export class OptionCursor {
  code = 0;
  /** Where the value stands, and how long it is. */
  at = 0;
  length = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #little = true;
  #next = 0;
  #end = 0;

  /** Stands in front of the options in [start, end). */
  begin(view: DataView, little: boolean, start: number, end: number): void {
    this.#view = view;
    this.#little = little;
    this.#next = start;
    this.#end = end;
  }

  /** Steps to the next option; false at the end of the options, or where one is damaged. */
  step(): boolean {
    const at = this.#next;
    if (at + 4 > this.#end) return false;
    this.code = this.#view.getUint16(at, this.#little);
    this.length = this.#view.getUint16(at + 2, this.#little);
    this.at = at + 4;
    if (this.code === 0 || this.at + this.length > this.#end) return false;
    this.#next = this.at + ((this.length + 3) & ~3);
    return true;
  }

  /** The value as a count of 64 bits; undefined when it is shorter, or too large to be one. */
  count(): number | undefined {
    if (this.length < 8) return undefined;
    const value = Number(this.#view.getBigUint64(this.at, this.#little));
    return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
  }
}
