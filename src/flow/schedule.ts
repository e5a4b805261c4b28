// Which flow is due when, in capture time: a calendar of seconds. Activity does not touch it; a flow that comes up too
// early is entered again, so a message costs nothing here.

const SECOND_US = 1_000_000;

/** Hands back each entry once its second has passed. Times are microseconds of capture time. */
export class Schedule<Entry> {
  readonly #seconds = new Map<number, Entry[]>();
  #next = Number.POSITIVE_INFINITY;

  add(entry: Entry, dueUs: number): void {
    const second = Math.floor(dueUs / SECOND_US);
    const entries = this.#seconds.get(second);
    if (entries) entries.push(entry);
    else this.#seconds.set(second, [entry]);
    if (second < this.#next) this.#next = second;
  }

  /** Whether anything may be due: cheap enough to ask for every packet. */
  isDue(nowUs: number): boolean {
    return this.#next * SECOND_US + SECOND_US <= nowUs;
  }

  /** Takes out everything whose second lies before `nowUs`. */
  take(nowUs: number): Entry[] {
    const due: Entry[] = [];
    const passed = [...this.#seconds.keys()].filter((second) => second * SECOND_US + SECOND_US <= nowUs);
    for (const second of passed.sort((a, b) => a - b)) {
      for (const entry of this.#seconds.get(second) ?? []) due.push(entry);
      this.#seconds.delete(second);
    }
    this.#next = Number.POSITIVE_INFINITY;
    for (const second of this.#seconds.keys()) if (second < this.#next) this.#next = second;
    return due;
  }
}
