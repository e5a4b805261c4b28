// MPLS label stacks (RFC 3032) and what stands behind them. No number says what that is: it is told by its first nibble
// (RFC 4928), by a control word (RFC 4385), and by whether an Ethernet frame would fit.
import { u8 } from '../capture/integers.ts';
import { type Cursor, ETHERNET, IP, MPLS_PAYLOAD, NOTHING, pass } from './cursor.ts';
import { fitsEthernet, fitsIp, holdsIpInEthernet } from './plausible.ts';

const CONTROL_WORD_BYTES = 4;

/** One label. The lowest bit of its third byte marks the bottom of the stack. */
export function readMplsLabel(cursor: Cursor): boolean {
  if (cursor.end - cursor.at < 4) return false;
  const isBottom = (u8(cursor.bytes, cursor.at + 2) & 1) === 1;
  return pass(cursor, 4, isBottom ? MPLS_PAYLOAD : cursor.layer);
}

/** IP, or an Ethernet frame of a pseudowire, with a control word or without: what is surest is looked for first. */
export function readMplsPayload(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  const nibble = u8(bytes, at) >> 4;
  // A control word begins with zeros; a destination address may begin with anything.
  const behind = nibble === 0 ? at + CONTROL_WORD_BYTES : at;
  if (holdsIpInEthernet(cursor, behind)) return pass(cursor, behind - at, ETHERNET);
  if (holdsIpInEthernet(cursor, at)) return pass(cursor, 0, ETHERNET);
  if (fitsIp(cursor, behind)) return pass(cursor, behind - at, IP);
  if (fitsEthernet(cursor, behind)) return pass(cursor, behind - at, ETHERNET);
  if (fitsEthernet(cursor, at)) return pass(cursor, 0, ETHERNET);
  // IP that is damaged is told as such.
  return pass(cursor, 0, nibble === 4 || nibble === 6 ? IP : NOTHING);
}
