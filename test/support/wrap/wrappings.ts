// Every way in which an IP packet may come into a capture: link layers, tags, tunnels, fragments, and some inside others.
import { fragments } from './fragments.ts';
import * as link from './links.ts';
import { type Bytes, little16, little32, padded, u16, u32, zeros } from './numbers.ts';
import * as tunnel from './tunnels.ts';

/** One way. */
export interface Wrapping {
  readonly name: string;
  /** LINKTYPE_ number of the capture. */
  readonly linkType: number;
  /** The packets of the capture that carry this IP packet; the last one completes it. */
  readonly wrap: (ip: Bytes, index: number) => readonly Bytes[];
  /** The only version of IP that it can carry. */
  readonly only?: 4 | 6;
  /** What tshark must be told to see it, or why it does not see it. */
  readonly tshark?: readonly string[] | string;
}

/** The first two bytes in the other order. */
function swapped([first = 0, second = 0, ...rest]: Bytes): Bytes {
  return [second, first, ...rest];
}

type Way = (ip: Bytes) => Bytes;

const { ethernet } = link;
const ETHERNET = 0x6558;

/** Ways that give one packet for one. */
function ways(linkType: number, rows: readonly (readonly [string, Way, Partial<Wrapping>?])[]): Wrapping[] {
  return rows.map(([name, way, more]) => ({ name, linkType, wrap: (ip) => [way(ip)], ...more }));
}

const ethernets = ways(1, [
  ['Ethernet', (ip) => ethernet(ip)],
  ['Ethernet with padding', (ip) => padded(ethernet(ip), 1600)],
  ['802.1Q', (ip) => link.tagged([0x8100], ip)],
  ['QinQ 88a8', (ip) => link.tagged([0x88a8, 0x8100], ip)],
  ['QinQ 9100', (ip) => link.tagged([0x9100, 0x8100], ip)],
  ['QinQ 9200', (ip) => link.tagged([0x9200, 0x8100], ip), { tshark: 'it does not know this number' }],
  ['QinQ 9300', (ip) => link.tagged([0x9300, 0x8100], ip), { tshark: 'it does not know this number' }],
  ['three tags', (ip) => link.tagged([0x88a8, 0x8100, 0x8100], ip)],
  ['802.1ah', (ip) => link.backbone(ethernet(ip))],
  ['MACsec without encryption', (ip) => link.macsec(ip)],
  ['802.3 with SNAP', (ip) => link.ethernet3(link.snap(ip))],
  ['a tag and SNAP', (ip) => link.tagged([0x8100], link.snap(ip), link.snap(ip).length)],
  ['PPPoE', (ip) => ethernet(link.pppoe(ip), link.PPPOE)],
  ['PPPoE in QinQ', (ip) => link.tagged([0x88a8, 0x8100], link.pppoe(ip), link.PPPOE)],
  ['MPLS', (ip) => ethernet(link.labels(3, ip), link.MPLS)],
  ['MPLS with the multicast number', (ip) => ethernet(link.labels(1, ip), 0x8848)],
  [
    'MPLS with a control word and Ethernet',
    (ip) => ethernet(link.labels(2, [...zeros(4), ...ethernet(ip)]), link.MPLS),
  ],
  [
    'MPLS with Ethernet',
    (ip) => ethernet(link.labels(2, ethernet(ip)), link.MPLS),
    { tshark: 'it takes the address for a control word' },
  ],
  [
    'MPLS with Ethernet to an address that looks like IPv4',
    (ip) => ethernet(link.labels(1, link.ethernetTo(0x45, ip)), link.MPLS),
    { tshark: 'it takes the address for IP' },
  ],
  [
    'MPLS with a control word and IP',
    (ip) => ethernet(link.labels(1, [...zeros(4), ...ip]), link.MPLS),
    { tshark: 'it looks for Ethernet there' },
  ],
]);

const otherLinks = [
  ...ways(113, [
    ['Linux cooked', (ip) => link.cooked(ip)],
    ['Linux cooked with a tag', (ip) => link.cooked([...u16(0x2064), ...u16(link.typeOf(ip)), ...ip], 0x8100)],
    ['Linux cooked with LLC', (ip) => link.cooked(link.snap(ip), 4)],
  ]),
  ...ways(276, [
    ['Linux cooked v2', (ip) => link.cooked2(ip)],
    ['Linux cooked v2 with a tag', (ip) => link.cooked2([...u16(0x2064), ...u16(link.typeOf(ip)), ...ip], 0x8100)],
  ]),
  ...ways(0, [
    ['BSD null', (ip) => link.loopback(ip, little32)],
    ['BSD null of another byte order', (ip) => link.loopback(ip, u32)],
  ]),
  ...ways(108, [['BSD loop', (ip) => link.loopback(ip, u32)]]),
  ...[12, 14, 101].flatMap((linkType) => ways(linkType, [[`raw IP ${linkType}`, (ip) => ip]])),
  ...ways(228, [['raw IPv4', (ip) => ip, { only: 4 }]]),
  ...ways(229, [['raw IPv6', (ip) => ip, { only: 6 }]]),
  ...ways(9, [
    ['PPP', (ip) => link.ppp(ip)],
    ['PPP without an address', (ip) => link.ppp(ip, [])],
    ['PPP with a short protocol', link.shortPpp],
    ['PPP with MPLS', (ip) => link.ppp(link.labels(1, ip), [0xff, 3], 0x0281)],
  ]),
  ...ways(50, [
    ['PPP on a serial line', (ip) => link.ppp(ip)],
    ['Cisco HDLC on a serial line', link.ciscoHdlc],
  ]),
  ...ways(51, [['PPPoE alone', link.pppoe]]),
  ...ways(166, [['PPP of pppd', (ip) => link.ppp(ip, [1, 3]), { tshark: 'it does not know this link type' }]]),
  ...ways(204, [['PPP with a direction', (ip) => [1, ...link.ppp(ip)]]]),
  ...ways(100, [['LLC over ATM', (ip) => link.snap(ip)]]),
  ...ways(104, [['Cisco HDLC', link.ciscoHdlc]]),
  ...ways(205, [
    ['Cisco HDLC with a direction', (ip) => [0, ...link.ciscoHdlc(ip)], { tshark: 'it does not know this link type' }],
  ]),
  ...ways(107, [
    ['Frame Relay', link.frameRelay],
    ['Frame Relay with SNAP', link.frameRelaySnap],
    ['Frame Relay of Cisco', link.frameRelayCisco],
  ]),
  ...ways(206, [
    [
      'Frame Relay with a direction',
      (ip) => [1, ...link.frameRelay(ip)],
      { tshark: 'it does not know this link type' },
    ],
  ]),
];

const wireless = [
  ...ways(105, [
    ['802.11', (ip) => link.wifi(link.snap(ip))],
    ['802.11 with quality of service', (ip) => link.wifi(link.snap(ip), { quality: true })],
    ['802.11 with HT control', (ip) => link.wifi(link.snap(ip), { quality: true, htControl: true })],
    ['802.11 with four addresses', (ip) => link.wifi(link.snap(ip), { quality: true, fourAddresses: true })],
    [
      '802.11 that was decrypted',
      (ip) => link.wifi(link.snap(ip), { isProtected: true }),
      { tshark: 'it must be told to ignore the mark' },
    ],
    [
      '802.11 of one aggregated packet',
      (ip) => link.wifi(link.aggregate([link.snap(ip)]), { quality: true, aggregated: true }),
    ],
    [
      '802.11 of three aggregated packets, the last ours',
      (ip) =>
        link.wifi(link.aggregate([link.snap(zeros(28), 0x0806), link.snap(zeros(61), 0x88cc), link.snap(ip)]), {
          quality: true,
          aggregated: true,
        }),
    ],
  ]),
  ...ways(127, [
    ['radiotap', (ip) => link.radiotap(link.wifi(link.snap(ip)))],
    ['radiotap with a checksum', (ip) => link.radiotap(link.wifi(link.snap(ip)), 0x10)],
    ['radiotap with two maps', (ip) => link.radiotapOfTwoMaps(link.wifi(link.snap(ip)))],
    ['radiotap with padding', (ip) => link.radiotap(link.wifi(link.snap(ip), { quality: true, isPadded: true }), 0x20)],
  ]),
  ...ways(119, [
    ['Prism', (ip) => link.prism(link.wifi(link.snap(ip)))],
    ['AVS in the place of Prism', (ip) => link.avs(link.wifi(link.snap(ip)))],
  ]),
  ...ways(163, [['AVS', (ip) => link.avs(link.wifi(link.snap(ip)))]]),
  ...ways(192, [
    ['PPI with 802.11', (ip) => link.ppi(105, link.wifi(link.snap(ip)))],
    ['PPI with Ethernet', (ip) => link.ppi(1, ethernet(ip))],
  ]),
];

const hosts = [
  ...ways(117, [['pflog', link.pflog]]),
  ...ways(109, [['BSD enc', link.enc]]),
  ...ways(226, [['ipnet', link.ipnet]]),
  ...ways(258, [
    ['pktap with Ethernet', (ip) => link.pktap(1, ethernet(ip))],
    ['pktap with raw IP', (ip) => link.pktap(12, ip)],
  ]),
  ...ways(149, [['pktap as Apple writes it', (ip) => link.pktap(1, ethernet(ip))]]),
  ...ways(239, [
    ['NFLOG, little-endian', (ip) => link.nflog(ip, little16)],
    ['NFLOG, big-endian', (ip) => link.nflog(ip, u16), { tshark: 'it reads little-endian' }],
  ]),
  ...ways(178, [
    ['Juniper Ethernet', (ip) => link.juniper(ethernet(ip))],
    ['Juniper without the link layer', (ip) => link.juniper(ip, false), { tshark: 'it looks for Ethernet there' }],
  ]),
  ...ways(179, [['Juniper PPP', (ip) => link.juniper(link.ppp(ip))]]),
  ...ways(180, [['Juniper Frame Relay', (ip) => link.juniper(link.frameRelay(ip))]]),
  ...ways(181, [['Juniper Cisco HDLC', (ip) => link.juniper(link.ciscoHdlc(ip))]]),
];

/** Tunnels around IP packets, and around Ethernet frames; what is around them is Ethernet. */
const tunnels = ways(1, [
  ['IP in IPv4', (ip) => tunnel.over4(tunnel.ipInIp(ip), ip)],
  ['IP in IPv6', (ip) => tunnel.over6(tunnel.ipInIp(ip), ip)],
  ['GRE', (ip) => tunnel.gre(link.typeOf(ip), ip)],
  ['GRE with checksum, key and sequence', (ip) => tunnel.gre(link.typeOf(ip), ip, 0xb000)],
  ['GRE over IPv6', (ip) => tunnel.over6(47, [0, 0, ...u16(link.typeOf(ip)), ...ip])],
  ['GRE with Ethernet', (ip) => tunnel.gre(ETHERNET, ethernet(ip))],
  ['NVGRE', (ip) => tunnel.gre(ETHERNET, ethernet(ip), 0x2000)],
  ['GRE with a tagged frame', (ip) => tunnel.gre(ETHERNET, link.tagged([0x8100], ip))],
  ['GRE with MPLS', (ip) => tunnel.gre(link.MPLS, link.labels(1, ip))],
  ['PPTP', tunnel.pptp],
  ['ERSPAN I', (ip) => tunnel.erspan(1, ethernet(ip))],
  ['ERSPAN II', (ip) => tunnel.erspan(2, ethernet(ip))],
  ['ERSPAN II with a tagged frame', (ip) => tunnel.erspan(2, link.tagged([0x8100], ip))],
  ['ERSPAN III', (ip) => tunnel.erspan(3, ethernet(ip))],
  ['ERSPAN III with its subheader', (ip) => tunnel.erspan(3, ethernet(ip), true)],
  ['EtherIP', (ip) => tunnel.etherIp(ethernet(ip))],
  ['MPLS in IP', tunnel.mplsInIp],
  ['MPLS in UDP', tunnel.mplsInUdp],
  ['VXLAN', (ip) => tunnel.vxlan(ethernet(ip))],
  ['VXLAN on the port of Linux', (ip) => tunnel.vxlan(ethernet(ip), 8472), { tshark: ['-d', 'udp.port==8472,vxlan'] }],
  ['VXLAN with a tagged frame', (ip) => tunnel.vxlan(link.tagged([0x8100], ip))],
  ['VXLAN with a policy', (ip) => tunnel.vxlanWithPolicy(ethernet(ip))],
  ['VXLAN-GPE with IP', (ip) => tunnel.vxlanGpe(link.typeOf(ip) === link.IPV4 ? 1 : 2, ip)],
  ['VXLAN-GPE with Ethernet', (ip) => tunnel.vxlanGpe(3, ethernet(ip))],
  ['Geneve with Ethernet', (ip) => tunnel.geneve(ETHERNET, ethernet(ip))],
  ['Geneve with options and IP', (ip) => tunnel.geneve(link.typeOf(ip), ip, [1, 2, 0x80, 1, 0, 0, 0, 9])],
  ['GTP-U', tunnel.gtp],
  ['GTP-U with an extension', tunnel.gtpWithExtension],
  ['TZSP', (ip) => tunnel.tzsp(1, ethernet(ip))],
  ['TZSP with tags and 802.11', (ip) => tunnel.tzsp(18, link.wifi(link.snap(ip)), [0, 10, 1, 200, 0])],
  ['CAPWAP with 802.3', (ip) => tunnel.capwap(ethernet(ip), false)],
  ['CAPWAP with 802.11', (ip) => tunnel.capwap(swapped(link.wifi(link.snap(ip), { quality: true })), true)],
  [
    'CAPWAP with 802.11 that is not swapped, and a radio',
    (ip) => tunnel.capwap(link.wifi(link.snap(ip)), true, [6, ...zeros(7)]),
    { tshark: 'it expects the bytes swapped' },
  ],
  ['Teredo', (ip) => tunnel.teredo(ip), { only: 6 }],
  ['Teredo with authentication and origin', (ip) => tunnel.teredo(ip, true), { only: 6 }],
  ['L2TP', (ip) => tunnel.l2tp(ip)],
  ['L2TP with all its fields', (ip) => tunnel.l2tp(ip, true)],
  [
    'L2TPv3 with a cookie',
    (ip) => tunnel.l2tp3(ethernet(ip), [1, 2, 3, 4]),
    { tshark: 'it must be told how long the cookie is' },
  ],
  ['L2TPv3 with PPP', (ip) => tunnel.l2tp3(link.ppp(ip), []), { tshark: 'it must be told what is inside' }],
  ['L2TPv3 in UDP', (ip) => tunnel.l2tp3InUdp(ethernet(ip)), { tshark: 'it must be told what is inside' }],
  ['AH', tunnel.authenticated],
  [
    'ESP without encryption',
    (ip) => tunnel.inNullEsp(ip),
    { tshark: ['-o', 'esp.enable_null_encryption_decode_heuristic:TRUE'] },
  ],
  ['ESP without encryption, 128 bits', (ip) => tunnel.inNullEsp(ip, 16)],
  [
    'ESP without encryption around IP',
    (ip) => tunnel.over4(50, tunnel.nullEsp(tunnel.ipInIp(ip), ip)),
    { tshark: ['-o', 'esp.enable_null_encryption_decode_heuristic:TRUE'] },
  ],
  [
    'ESP without encryption in UDP',
    (ip) => tunnel.overUdp(4500, tunnel.nullEsp(tunnel.ipInIp(ip), ip), 4500),
    { tshark: ['-o', 'esp.enable_null_encryption_decode_heuristic:TRUE'] },
  ],
]).map(({ wrap, ...wrapping }) => ({
  ...wrapping,
  wrap: (ip: Bytes) => wrap(ip, 0).map((packet) => ethernet(packet)),
}));

const nested = [
  ...ways(1, [
    [
      'QinQ, MPLS, a control word, Ethernet, GRE, Ethernet, VXLAN',
      (ip) => {
        const inner = ethernet(tunnel.gre(ETHERNET, ethernet(tunnel.vxlan(ethernet(ip)))));
        return link.tagged([0x88a8, 0x8100], link.labels(2, [...zeros(4), ...inner]), link.MPLS);
      },
    ],
    [
      'GTP-U in IPv6 in GRE in PPPoE',
      (ip) => ethernet(link.pppoe(tunnel.gre(link.IPV6, tunnel.over6(4, tunnel.gtp(ip)))), link.PPPOE),
    ],
    ['ERSPAN of a frame with a GTP-U packet', (ip) => ethernet(tunnel.erspan(2, ethernet(tunnel.gtp(ip))))],
    [
      'Geneve in VXLAN in Geneve',
      (ip) => ethernet(tunnel.geneve(ETHERNET, ethernet(tunnel.vxlan(ethernet(tunnel.geneve(link.typeOf(ip), ip)))))),
    ],
    ['TZSP in L2TP in IP', (ip) => ethernet(tunnel.over4(4, tunnel.l2tp(tunnel.tzsp(1, ethernet(ip)))))],
  ]),
  ...ways(127, [
    [
      'IP in IP over the air',
      (ip) => link.radiotap(link.wifi(link.snap(tunnel.over4(tunnel.ipInIp(ip), ip)), { quality: true }), 0x10),
    ],
  ]),
];

/** Fragments, which may be tied up in knots: `arrange` says in which order, and how often. */
function inPieces(
  name: string,
  arrange: (pieces: readonly Bytes[], ip: Bytes) => readonly Bytes[],
  more: Partial<Wrapping> = {},
): Wrapping {
  const wrap = (ip: Bytes, index: number): readonly Bytes[] => arrange(fragments(ip, 200, 0x4000 + index), ip);
  return { name, linkType: 1, wrap: (ip, index) => wrap(ip, index).map((packet) => ethernet(packet)), ...more };
}

const inFragments: readonly Wrapping[] = [
  inPieces('fragments in order', (pieces) => pieces),
  inPieces('fragments reversed', (pieces) => pieces.toReversed()),
  inPieces('fragments, each twice in a row but the last', (pieces) => [
    ...pieces.slice(0, -1).flatMap((piece) => [piece, piece]),
    ...pieces.slice(-1),
  ]),
  inPieces('fragments, the first one last', (pieces) => [...pieces.slice(1), ...pieces.slice(0, 1)]),
  {
    name: 'fragments that overlap',
    linkType: 1,
    wrap: (ip, index) => {
      const wide = fragments(ip, 240, 0x4000 + index);
      const narrow = fragments(ip, 200, 0x4000 + index);
      // Wide ones but the first; then narrow ones, of which the second fills the last hole and reaches beyond it.
      const pieces = narrow.length === 1 ? narrow : [...wide.slice(1), ...narrow.slice(0, 2)];
      return pieces.map((packet) => ethernet(packet));
    },
  },
  {
    name: 'a tunnel in fragments',
    linkType: 1,
    wrap: (ip, index) => fragments(tunnel.vxlan(ethernet(ip)), 304, 0x4000 + index).map((packet) => ethernet(packet)),
  },
  {
    name: 'fragments in a tunnel',
    linkType: 1,
    wrap: (ip, index) => fragments(ip, 304, 0x4000 + index).map((packet) => ethernet(tunnel.gtp(packet))),
  },
  {
    name: 'fragments in a tunnel in fragments',
    linkType: 1,
    wrap: (ip, index) =>
      fragments(ip, 304, 0x4000 + index).flatMap((packet, part) =>
        fragments(tunnel.gre(link.typeOf(packet), packet), 200, 0x1000 + 32 * index + part).map((piece) =>
          ethernet(piece),
        ),
      ),
  },
];

/** Every way, by name. */
export const wrappings: readonly Wrapping[] = [
  ...ethernets,
  ...otherLinks,
  ...wireless,
  ...hosts,
  ...tunnels,
  ...nested,
  ...inFragments,
];
