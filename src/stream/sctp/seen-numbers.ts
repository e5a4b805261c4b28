// Which transmission sequence numbers of one direction have come: a copy is dropped, a number that comes late is not.
import { sequenceDistance } from '../direction.ts';

/** How far behind the highest number a late one may be. A power of two. */
const WINDOW = 4096;
/** A jump by more than this is no loss: the numbers began anew. */
const FAR = 1 << 20;

/** Numbers seen, up to so many behind the highest. */
export class SeenNumbers {
  readonly #bits = new Uint32Array(WINDOW / 32);
  #highest: number | undefined = undefined;

  /** Remembers a number; true when it had not come. */
  isNew(number: number): boolean {
    const ahead = this.#highest === undefined ? FAR + 1 : sequenceDistance(number, this.#highest);
    if (Math.abs(ahead) > FAR) this.#restart(number);
    else if (ahead > 0) this.#advance(number, ahead);
    else if (ahead <= -WINDOW) return false;
    const place = number & (WINDOW - 1);
    const word = this.#bits[place >> 5] ?? 0;
    const bit = 1 << (place & 31);
    if ((word & bit) !== 0) return false;
    this.#bits[place >> 5] = word | bit;
    return true;
  }

  #restart(number: number): void {
    this.#bits.fill(0);
    this.#highest = number;
  }

  /** The places of the numbers between are free again. */
  #advance(number: number, count: number): void {
    if (count >= WINDOW) return this.#restart(number);
    for (let back = 0; back < count; back++) {
      const place = (number - back) & (WINDOW - 1);
      this.#bits[place >> 5] = (this.#bits[place >> 5] ?? 0) & ~(1 << (place & 31));
    }
    this.#highest = number;
  }
}
