// The HTTP exchange that a WebSocket begins with (RFC 6455 §4): one side's head, read until its empty line.
import { CR, LF, latin1 } from '../../bytes/ascii.ts';
import { type BufferPool, PendingBytes } from '../../bytes/pending.ts';

/** What a head says: more bytes are needed; the connection becomes a WebSocket; it stays what it is. */
export type Handshake = 'incomplete' | 'upgrade' | 'plain';

const MAX_HEAD_BYTES = 16 * 1024;

/** Reads the head of a request or of a response. */
export class HandshakeReader {
  /** Where the bytes behind the head begin, among those pushed last. */
  rest = 0;
  readonly #head: PendingBytes;
  #isLineEmpty = false;

  constructor(pool: BufferPool) {
    this.#head = new PendingBytes(pool);
  }

  /** The next bytes of the head, [start, end). */
  push(bytes: Uint8Array, start: number, end: number): Handshake {
    for (let at = start; at < end; at++) {
      const code = bytes[at];
      if (code === LF && this.#isLineEmpty) {
        this.#head.append(bytes, start, at);
        this.rest = at + 1;
        return this.#read();
      }
      if (code !== CR) this.#isLineEmpty = code === LF;
    }
    this.#head.append(bytes, start, end);
    if (this.#head.length <= MAX_HEAD_BYTES) return 'incomplete';
    this.end();
    return 'plain';
  }

  /** Nothing more comes. */
  end(): void {
    this.#head.clear();
  }

  #read(): Handshake {
    const text = latin1(this.#head.bytes, 0, this.#head.length);
    this.end();
    if (text.startsWith('HTTP/')) return /^HTTP\/1\.1 +101\b/.test(text) ? 'upgrade' : 'plain';
    return /^upgrade *:.*\bwebsocket\b/im.test(text) ? 'upgrade' : 'plain';
  }
}
