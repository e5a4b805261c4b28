// Messages as a browser and its server send them: the handshake, and frames (RFC 6455, RFC 7118, RFC 7692). Bytes are strings
// of one character a byte.
import { constants, createDeflateRaw } from 'node:zlib';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';

export const upgradeRequest =
  'GET / HTTP/1.1\r\nHost: proxy.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n';

export const upgradeResponse =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: sip\r\n\r\n';

export interface FrameOptions {
  /** 1 text, 2 binary, 0 continuation, 8 close, 9 ping, 10 pong. */
  readonly opcode?: number;
  readonly final?: boolean;
  readonly compressed?: boolean;
  /** Clients must mask. */
  readonly mask?: string;
}

/** One frame. */
export function frame(payload: string, options: FrameOptions = {}): string {
  const { opcode = 1, final = true, compressed = false, mask } = options;
  const { length } = payload;
  const first = (final ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode;
  const short = length < 126 ? length : length < 65_536 ? 126 : 127;
  const header = [first, (mask ? 0x80 : 0) | short];
  if (short === 126) header.push(length >> 8, length & 255);
  if (short === 127) header.push(0, 0, 0, 0, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255);
  const head = String.fromCharCode(...header) + (mask ?? '');
  return head + (mask ? masked(payload, mask) : payload);
}

/** A message in frames of so many bytes, with something between them. */
export function fragmented(payload: string, size: number, options: FrameOptions = {}, between = ''): string {
  const parts: string[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const isFirst = at === 0;
    const final = at + size >= payload.length;
    const more = isFirst ? {} : { opcode: 0, compressed: false };
    parts.push(frame(payload.slice(at, at + size), { ...options, ...more, final }));
  }
  return parts.join(between);
}

/** Messages compressed as permessage-deflate has it, one after the other. */
export async function deflated(messages: readonly string[], keepContext: boolean, windowBits = 15): Promise<string[]> {
  let deflate = createDeflateRaw({ windowBits });
  const results: string[] = [];
  for (const message of messages) {
    deflate.write(bytesOf(message));
    await new Promise<void>((resolve) => deflate.flush(constants.Z_SYNC_FLUSH, resolve));
    const compressed: unknown = deflate.read();
    // Every flush ends with the same four bytes, which are left out.
    if (compressed instanceof Uint8Array) results.push(latin1(compressed, 0, compressed.length - 4));
    if (!keepContext) deflate = createDeflateRaw({ windowBits });
  }
  return results;
}

function masked(payload: string, mask: string): string {
  const bytes = bytesOf(payload);
  for (const [index, byte] of bytes.entries()) bytes[index] = byte ^ mask.charCodeAt(index & 3);
  return latin1(bytes, 0, bytes.length);
}
