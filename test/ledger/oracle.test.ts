// The classes of datagrams beside what tshark says of the same bytes, where it is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packetClasses, type PacketClass } from '../../src/ledger/classes.ts';
import { classOfDatagram } from '../../src/ledger/datagram.ts';
import { hasTshark } from '../captures/tshark.ts';
import { directoryWith } from '../cli/terminal.ts';
import { udpFrame } from '../support/flow-script/packets.ts';
import { writePcap } from '../support/flow-script/pcap.ts';
import { datagrams } from './datagrams.ts';
import { bytesFrom, datagram } from './segments.ts';

/** Our class by tshark's name. */
const CLASS_OF: Readonly<Record<string, PacketClass>> = {
  sip: 'sip',
  rtp: 'rtp',
  rtpevent: 'rtp',
  rtcp: 'rtcp',
  zrtp: 'zrtp',
  stun: 'stun',
  classicstun: 'stun',
  dtls: 'dtls',
  quic: 'quic',
  mgcp: 'mgcp',
  iax2: 'iax2',
  h225: 'h323',
  dns: 'dns',
  mdns: 'mdns',
  llmnr: 'llmnr',
  nbns: 'netbios',
  nbdgm: 'netbios',
  dhcp: 'dhcp',
  dhcpv6: 'dhcp',
  ntp: 'ntp',
  snmp: 'snmp',
  syslog: 'syslog',
  radius: 'radius',
  tftp: 'tftp',
  isakmp: 'ipsec',
  esp: 'ipsec',
  ssdp: 'ssdp',
};

/** Where tshark 4.0 sees something else, and why that is not what we want to say. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ['a 200 on a port that DNS has', 'tshark goes by the port'],
  ['an INVITE behind a keep-alive', 'tshark wants the message at the beginning, unless the port is that of SIP'],
  ['an RTCP length that leads out of the datagram', 'tshark does not look at the length'],
  ['what has the type of STUN and nothing else of it', 'tshark does not follow the attributes to the end'],
  ['QUIC under way', 'tshark wants to have seen the beginning of the connection'],
  ['an MGCP command', 'tshark knows MGCP by its ports only'],
]);

/** What tshark makes of each frame: the innermost protocol that has a class here, or none. */
function seenBy(capture: Uint8Array): (PacketClass | undefined)[] {
  const heuristics = ['rtp_udp', 'rtcp_udp'].flatMap((name) => ['--enable-heuristic', name]);
  const { stdout, stderr, status } = spawnSync(
    'tshark',
    [
      '-n',
      '-r',
      join(directoryWith({ 'all.pcap': capture }), 'all.pcap'),
      ...heuristics,
      '-T',
      'fields',
      '-e',
      'frame.protocols',
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((protocols) =>
      protocols
        .split(':')
        .flatMap((name) => CLASS_OF[name] ?? [])
        .at(-1),
    );
}

describe.skipIf(!hasTshark)('what tshark sees in a datagram (skipped: tshark is not installed here)', () => {
  const table = datagrams.filter(([name, , , sending]) => !DIFFERENT.has(name) && (sending?.missing ?? 0) === 0);

  it('is what we see', () => {
    // A client port for each: tshark remembers what it saw between two ports.
    const sendings = table.map(([, payload, , sending], index) => {
      const { sourcePort = 41_000 + index, destinationPort = 31_000 + index } = sending ?? {};
      return { payload, sourcePort, destinationPort };
    });
    const frames = sendings.map(({ payload, ...ports }, index) => {
      const route = { sourceIp: '192.0.2.1', destinationIp: '192.0.2.2', ...ports };
      const bytes = udpFrame(route, index + 1, bytesFrom(payload));
      return { timeUs: index * 1000, bytes, capturedLength: bytes.length };
    });
    const known = new Set<PacketClass | undefined>(Object.values(CLASS_OF));
    const ours = sendings.map(({ payload, ...ports }) => packetClasses[classOfDatagram(datagram(payload, ports))]);
    const named = (classes: readonly (PacketClass | undefined)[]): unknown[] =>
      classes.map((found, index) => [table[index]?.[0], known.has(found) ? found : undefined]);
    expect(named(ours)).toEqual(named(seenBy(writePcap(frames))));
  });
});
