// Three small calls, behind any wrapping: each wrapping alone in a capture, or all of them in one, each on an interface of
// its own.
import { block, enhancedPacket, little, pcapHeader, pcapRecord, sectionHeader } from '../capture/files.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';
import type { Bytes } from '../support/wrap/numbers.ts';
import type { Wrapping } from '../support/wrap/wrappings.ts';
import { framesOf } from './split.ts';

const ETHERNET_HEADER = 14;

/** Over UDP, over TCP, over IPv6; between addresses that end in this number. */
function calls(number: number): string {
  return `# Three small calls, number ${number}.
alice = 192.0.2.${number}:5060
bob = 198.51.100.${number}:5060
carol = 192.0.2.${number}:5070
dave = 198.51.100.${number}:5070
erin = [2001:db8::${number}]:5060
frank = [2001:db8:1::${number}]:5060
transport tcp carol dave
0 alice -> bob INVITE
+0.1 bob -> alice 180 Ringing
+1 bob -> alice 200 OK
+0.01 alice -> bob ACK
+2 carol -> dave INVITE @tcp
+0.1 dave -> carol 486 Busy Here @tcp
+0.01 carol -> dave ACK @tcp
+1 erin -> frank OPTIONS @six
+0.1 frank -> erin 200 OK @six
+2 alice -> bob BYE
+0.01 bob -> alice 200 OK`;
}

/** SIP messages in the calls: over IPv4, over IPv6. */
export const MESSAGES = { 4: 9, 6: 2 } as const;

export interface IpPacketAt {
  readonly timeUs: number;
  readonly ip: Bytes;
}

/** The IP packets of the calls that a wrapping can carry. */
export function packetsOf(number: number, only?: 4 | 6): readonly IpPacketAt[] {
  const { pcap } = compileFlowScript(parseFlowScript(calls(number)));
  return framesOf(pcap)
    .map(({ timeUs, packet }) => ({ timeUs, ip: packet.slice(ETHERNET_HEADER) }))
    .filter(({ ip }) => only === undefined || only === (ip[0] ?? 0) >> 4);
}

/** The frames that each packet becomes. */
export function framesPerPacket({ wrap }: Wrapping, packets: readonly IpPacketAt[]): readonly (readonly Bytes[])[] {
  return packets.map(({ ip }, index) => wrap(ip, index));
}

/** A capture of the wrapped calls, and for each packet the number of the frame that completes it. */
export function wrappedCalls(wrapping: Wrapping): {
  readonly capture: Uint8Array;
  readonly numbers: readonly number[];
} {
  const packets = packetsOf(1, wrapping.only);
  const groups = framesPerPacket(wrapping, packets);
  const numbers = groups.map((_, index) => groups.slice(0, index + 1).flat().length);
  const records = groups.flatMap((group, index) => group.map((frame) => recordAt(packets[index]?.timeUs ?? 0, frame)));
  const header = pcapHeader(little, 0xa1b2c3d4, wrapping.linkType);
  return { capture: Uint8Array.from([header, ...records].flat()), numbers };
}

function recordAt(timeUs: number, frame: Bytes): number[] {
  return pcapRecord(little, Math.floor(timeUs / 1e6), timeUs % 1e6, [...frame]);
}

/** How long the calls take, and a pause. */
const CALLS_US = 10_000_000;

/** One capture of the calls behind every wrapping, one after the other, each between hosts of its own. */
export function allWrapped(wrappings: readonly Wrapping[]): Uint8Array {
  const { u16, u32 } = little;
  const interfaces = wrappings.map(({ linkType }) => block(little, 1, [...u16(linkType), ...u16(0), ...u32(0)]));
  const frames = wrappings.flatMap((wrapping, index) => {
    const packets = packetsOf(index + 1, wrapping.only);
    return framesPerPacket(wrapping, packets).flatMap((group, at) =>
      group.map((frame) => {
        const timeUs = (packets[at]?.timeUs ?? 0) + index * CALLS_US;
        return enhancedPacket(little, BigInt(timeUs), [...frame], index);
      }),
    );
  });
  return Uint8Array.from([sectionHeader(little), ...interfaces, ...frames].flat());
}
