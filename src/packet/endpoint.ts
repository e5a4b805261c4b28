// The two ends of a segment as text: `192.0.2.1:5060`, `[2001:db8::1]:5060` (RFC 5952). Captures hold few endpoints and
// many packets, so the texts are kept in a small cache that is looked up by numbers.
import { u16, u32 } from '../capture/integers.ts';
import type { Segment } from './segment.ts';

/** A power of two. Every endpoint has one place here; two that share it push each other out, which costs only time. */
const CACHE_SLOTS = 32_768;
/** What a slot is compared by: four words of address (IPv4 uses one), and port + 1 with the family above it. */
const SLOT_WORDS = 5;
const IPV6_MARK = 0x20000;

/**
 * The canonical text of one end of a segment, with port.
 * @returns The same string object for the same endpoint, as long as it is in use.
 */
export function endpointOf(segment: Segment, end: 'source' | 'destination'): string {
  return end === 'source'
    ? endpointAt(segment.bytes, segment.sourceAddress, segment.addressLength, segment.sourcePort)
    : endpointAt(segment.bytes, segment.destinationAddress, segment.addressLength, segment.destinationPort);
}

const cachedWords = new Uint32Array(CACHE_SLOTS * SLOT_WORDS);
const cachedTexts: string[] = Array.from({ length: CACHE_SLOTS }, () => '');

/** The canonical text of an address that stands in `bytes`, with port; the same string object as `endpointOf` gives. */
export function endpointAt(bytes: Uint8Array, at: number, addressLength: 4 | 16, port: number): string {
  return addressLength === 4 ? ipv4Endpoint(bytes, at, port) : ipv6Endpoint(bytes, at, port);
}

function ipv4Endpoint(bytes: Uint8Array, at: number, port: number): string {
  const address = u32(bytes, at);
  const slot = slotOf(address ^ Math.imul(port, 0x9e3779b1));
  const base = slot * SLOT_WORDS;
  // Port + 1, so that an empty slot matches nothing.
  if (cachedWords[base] === address && cachedWords[base + 4] === port + 1) return cachedTexts[slot] ?? '';
  const text = `${ipv4Text(bytes, at)}:${port}`;
  cachedWords[base] = address;
  cachedWords[base + 4] = port + 1;
  cachedTexts[slot] = text;
  return text;
}

function ipv6Endpoint(bytes: Uint8Array, at: number, port: number): string {
  const a = u32(bytes, at);
  const b = u32(bytes, at + 4);
  const c = u32(bytes, at + 8);
  const d = u32(bytes, at + 12);
  const mark = (port + 1) | IPV6_MARK;
  const mixed = Math.imul(Math.imul(Math.imul(a, 31) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35) ^ d;
  const slot = slotOf(mixed ^ Math.imul(port, 0x9e3779b1));
  const base = slot * SLOT_WORDS;
  if (
    cachedWords[base] === a &&
    cachedWords[base + 1] === b &&
    cachedWords[base + 2] === c &&
    cachedWords[base + 3] === d &&
    cachedWords[base + 4] === mark
  ) {
    return cachedTexts[slot] ?? '';
  }
  const text = `[${ipv6Text(bytes, at)}]:${port}`;
  cachedWords[base] = a;
  cachedWords[base + 1] = b;
  cachedWords[base + 2] = c;
  cachedWords[base + 3] = d;
  cachedWords[base + 4] = mark;
  cachedTexts[slot] = text;
  return text;
}

function slotOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (CACHE_SLOTS - 1);
}

/** The canonical text of an address alone: `192.0.2.1`, `2001:db8::1`. */
export function addressText(bytes: Uint8Array, at: number, addressLength: 4 | 16): string {
  return addressLength === 4 ? ipv4Text(bytes, at) : ipv6Text(bytes, at);
}

function ipv4Text(bytes: Uint8Array, at: number): string {
  return `${bytes[at] ?? 0}.${bytes[at + 1] ?? 0}.${bytes[at + 2] ?? 0}.${bytes[at + 3] ?? 0}`;
}

/** The canonical text of an IPv6 address (RFC 5952 §4 and, for IPv4-mapped addresses, §5). */
function ipv6Text(bytes: Uint8Array, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => u16(bytes, at + 2 * index));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${ipv4Text(bytes, at + 12)}`;
  }
  const zeros = longestZeroRun(groups);
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (zeros.length < 2) return text(groups);
  return `${text(groups.slice(0, zeros.start))}::${text(groups.slice(zeros.start + zeros.length))}`;
}

/** The first of the longest runs of zeros (§4.2.3). */
function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}
