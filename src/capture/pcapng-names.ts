// The name resolution block of pcapng: addresses, each with the names that the capturing host knew for it.
import type { RemarkBook } from './remarks.ts';

const END = 0;
const IPV4 = 1;
const IPV6 = 2;

/** Reads the records in [start, end) into the book; what is damaged ends it. */
export function readNames(view: DataView, little: boolean, start: number, end: number, book: RemarkBook): void {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = start; at + 4 <= end;) {
    const type = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    const value = at + 4;
    if (type === END || value + length > end) return;
    // MAC addresses have names too, which tell nothing of SIP.
    if (type === IPV4) readRecord(bytes, value, 4, value + length, book);
    else if (type === IPV6) readRecord(bytes, value, 16, value + length, book);
    at = value + ((length + 3) & ~3);
  }
}

/** An address, then names that each end in a NUL. */
function readRecord(bytes: Uint8Array, start: number, addressLength: number, end: number, book: RemarkBook): void {
  const address = bytes.slice(start, start + addressLength);
  let at = start + addressLength;
  while (at < end) {
    let stop = at;
    while (stop < end && bytes[stop] !== 0) stop++;
    if (stop > at) book.name(address, bytes, at, stop);
    at = stop + 1;
  }
}
