// Text goes to a file descriptor at once and completely. Synchronous, so that a reader who is slow slows us down and a
// reader who has left is noticed at the next write, not when all the work is done.
import { writeSync } from 'node:fs';

const RETRY_MS = 5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of the text. @throws the error of the system, EPIPE among them. */
export function writeAll(file: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      // A pipe that was made non-blocking by somebody else is full.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(sleeper, 0, 0, RETRY_MS);
    }
  }
}
