// TLS key logs on Node: one or several files become one key log. Their content is shown to nobody.
import { fileChunks } from './file-source.ts';

/** As much is read of all files together: a line is some 200 bytes long, and no more than 100,000 lines are used. */
const MAX_BYTES = 64 * 1024 * 1024;
const LINE_FEED = 10;

/** What came of reading key logs. */
export interface KeyLogFiles {
  readonly log: Uint8Array;
  /** There was more than is read. */
  readonly cut: boolean;
}

/**
 * Reads key log files (NSS format), one behind the other.
 * @throws CaptureFileError naming the file that cannot be read.
 */
export function readKeyLogFiles(paths: readonly string[]): KeyLogFiles {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const path of paths) {
    for (const chunk of fileChunks(path)) {
      if (length + chunk.length > MAX_BYTES) return { log: joined(parts, length), cut: true };
      parts.push(chunk.slice());
      length += chunk.length;
    }
    // The last line of a file may lack its end.
    parts.push(Uint8Array.of(LINE_FEED));
    length++;
  }
  return { log: joined(parts, length), cut: false };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
