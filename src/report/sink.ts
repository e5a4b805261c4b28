// Small pieces of text become few large writes: a write for each line costs more than the line.

const BATCH = 65_536;

/** Where a reporter writes. `flush` hands on what is held. */
export class Sink {
  readonly #write: (text: string) => void;
  #held = '';

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  text(text: string): void {
    this.#held += text;
    if (this.#held.length >= BATCH) this.flush();
  }

  line(line = ''): void {
    this.text(`${line}\n`);
  }

  lines(lines: Iterable<string>): void {
    for (const line of lines) this.line(line);
  }

  flush(): void {
    if (this.#held === '') return;
    const held = this.#held;
    this.#held = '';
    this.#write(held);
  }
}
