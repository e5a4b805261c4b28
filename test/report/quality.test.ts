// What a report says of the recording before anything else, for accounts of every kind.
import { describe, expect, it, test } from 'vitest';
import type { AnalysisEvent, InputReport, Notice } from '../../src/annotate/analysis.ts';
import type { Account } from '../../src/ledger/account.ts';
import { packetClasses } from '../../src/ledger/classes.ts';
import { countOfClass } from '../../src/report/class-words.ts';
import { createMarkdownReporter } from '../../src/report/markdown.ts';
import { columnsOf } from '../../src/report/printable.ts';
import { qualityOf, withoutSip } from '../../src/report/quality.ts';
import { createTextReporter } from '../../src/report/text.ts';
import { written } from './observe.ts';

function inputOf(ledger: Account, notices: readonly Notice[] = [], file = 'trunk.pcap'): InputReport {
  const packets = Object.values(ledger.packets).reduce((sum, count) => sum + count, 0);
  const sipMessages = ledger.packets.sip ?? 0;
  return { file, format: 'pcap', linkTypes: ['ethernet'], packets, bytes: 1, sipMessages, notices, ledger };
}

const summaryOf = (ledger: Account, notices: readonly Notice[] = []): string =>
  qualityOf([inputOf(ledger, notices)], 1, 'en').summary;
const weaknessesOf = (ledger: Account, notices: readonly Notice[] = [], flows = 1): readonly string[] =>
  qualityOf([inputOf(ledger, notices)], flows, 'en').weaknesses;

const SOUND = 'no loss seen, nothing cut, clock steady';

describe('the summary', () => {
  const table: readonly (readonly [string, Account, string])[] = [
    ['SIP alone', { packets: { sip: 1 } }, `1 SIP packet · ${SOUND}`],
    [
      'SIP first, then by number, with separators',
      { packets: { sip: 96, dns: 44, rtp: 11_900 } },
      `96 SIP packets, 11,900 RTP, 44 DNS · ${SOUND}`,
    ],
    [
      'what is little of, together',
      { packets: { sip: 1, rtp: 9, rtcp: 8, stun: 7, dns: 6, arp: 5, icmp: 1 } },
      `1 SIP packet, 9 RTP, 8 RTCP, 7 STUN, 12 others · ${SOUND}`,
    ],
    [
      'everything by name while it is little',
      { packets: { sip: 1, keepAlive: 2, fragment: 1, arp: 4, icmp: 3 } },
      `1 SIP packet, 4 ARP, 3 ICMP, 2 keep-alives, 1 fragment · ${SOUND}`,
    ],
    [
      'cut media, which costs nothing',
      { packets: { sip: 2, rtp: 1 }, cut: { packets: 1, length: 96 } },
      '2 SIP packets, 1 RTP · no loss seen, one packet cut after 96 bytes, but no SIP among it, clock steady',
    ],
    [
      'messages that are there twice',
      { packets: { sip: 26 }, duplicates: 13 },
      `26 SIP packets · ${SOUND}, 13 SIP messages seen twice and counted once`,
    ],
    [
      'nothing good of cut messages and a clock that went back',
      { packets: { sip: 2 }, cutMessages: 1, clockSteps: { count: 1, largestUs: 2000, frame: 2 } },
      '2 SIP packets · no loss seen',
    ],
    ['nothing', { packets: {} }, ''],
  ];

  test.each(table)('%s', (_, ledger, summary) => {
    expect(summaryOf(ledger)).toBe(summary);
  });

  test.each([
    'file-cut',
    'record-damaged',
    'dropped-while-capturing',
    'fragments-missing',
    'tcp-gap',
    'gzip-damaged',
  ] as const)('does not say that nothing was lost after %s', (code) => {
    expect(summaryOf({ packets: { sip: 2 } }, [{ code, count: 1 }])).toBe('2 SIP packets · nothing cut, clock steady');
  });

  it('says nothing of the clock where times are missing, and nothing of what a text does not tell', () => {
    const ledger = { packets: { sip: 2 } };
    expect(summaryOf(ledger, [{ code: 'time-missing', count: 1 }])).toBe('2 SIP packets · no loss seen, nothing cut');
    expect(qualityOf([{ ...inputOf(ledger), format: 'text' }], 1, 'en').summary).toBe('2 SIP packets');
  });

  it('has a word for every class', () => {
    for (const name of packetClasses) expect(countOfClass(name, 1, 'en')).toMatch(/^1 \S/);
    expect(countOfClass('keepAlive', 1, 'en')).toBe('1 keep-alive');
    expect(countOfClass('fragment', 1_234_567, 'en')).toBe('1,234,567 fragments');
  });
});

describe('what weakens the analysis', () => {
  const sip = { packets: { sip: 4 } };

  it('is nothing in a sound recording', () => {
    expect(weaknessesOf(sip)).toEqual([]);
  });

  it('is what the snap length cut off SIP', () => {
    const cut = { ...sip, cut: { packets: 3, length: 96 } };
    expect(weaknessesOf(cut)).toEqual([]);
    expect(weaknessesOf({ ...cut, cutMessages: 1 })).toEqual([
      '3 packets were cut after 96 bytes (snap length): record again with -s 0 to have them whole',
      'a SIP message is there only in part: what seems to be missing in it may have been sent',
    ]);
  });

  it('is a direction that is missing: for certain, or in most flows', () => {
    expect(weaknessesOf({ ...sip, oneDirection: { responsesOnly: 2 } }, [], 100)).toEqual([
      '2 flows show responses whose requests were never seen: only one direction was recorded there',
    ]);
    expect(weaknessesOf({ ...sip, oneDirection: { requestsOnly: 1 } }, [], 100)).toEqual([]);
    expect(weaknessesOf({ ...sip, oneDirection: { requestsOnly: 1 } }, [], 2)).toEqual([
      '1 flow shows one direction only: the other side was silent, or what it sent was not recorded',
    ]);
  });

  it('is every notice, with the frame where it began, and how far a clock was set back', () => {
    const account = { ...sip, clockSteps: { count: 2, largestUs: 3_600_000_000, frame: 9 } };
    const notices: readonly Notice[] = [
      { code: 'tcp-gap', count: 1, frame: 12 },
      { code: 'file-cut', count: 1 },
      { code: 'clock-set-back', count: 1, frame: 9 },
    ];
    const [gap, cut, clock] = weaknessesOf(account, notices);
    expect(gap).toMatch(/ \(#12\)$/);
    expect(cut).toMatch(/was analyzed$/);
    expect(clock).toMatch(/^a packet has an earlier time .*; the largest step is 1 h \(#9\)$/);
  });

  it('begins with what was lost', () => {
    const notices = (
      ['ip-length-beyond-packet', 'tls-records-bad', 'tcp-gap', 'udp-header-bad', 'file-cut'] as const
    ).map((code) => ({ code, count: 1 }));
    expect(weaknessesOf(sip, notices).map((line) => line.slice(0, 12))).toEqual([
      'bytes of a T',
      'the file end',
      'an IP header',
      'a packet has',
      'a TLS record',
    ]);
  });

  it('is TLS that stayed closed, unless SIP was found and the TLS is that of the web', () => {
    const closed: readonly Notice[] = [{ code: 'tls-no-key-log', count: 1, frame: 3 }];
    const tls = (port: number, sipPackets: number): Account => ({
      packets: { sip: sipPackets, tls: 5 },
      tlsPorts: [{ port, connections: 1, packets: 5 }],
    });
    expect(weaknessesOf({ ...tls(443, 1) }, closed)).toEqual([]);
    expect(weaknessesOf({ ...tls(5061, 1) }, closed)).toHaveLength(1);
    expect(weaknessesOf({ packets: { tls: 5 }, tlsPorts: tls(443, 0).tlsPorts ?? [] }, closed)).toHaveLength(1);
    expect(weaknessesOf(sip, closed)).toHaveLength(1);
  });
});

describe('of a thousand captures', () => {
  const inputs = Array.from({ length: 1000 }, (_, index) =>
    inputOf(
      { packets: { sip: 1000, rtp: 1 }, ...(index === 7 ? { cutMessages: 1 } : {}) },
      index % 2 === 0 ? [{ code: 'tcp-gap', count: 2, frame: 5 }] : [],
      `/captures/rotated-${String(index).padStart(4, '0')}.pcap`,
    ),
  );
  const events: AnalysisEvent[] = inputs.map((report, index) => ({ kind: 'input', index, report }));
  const flows = { call: 0, registration: 0, subscription: 0, publication: 0, message: 0, transaction: 0 };
  const findings = { error: 0, warning: 0, info: 0 };
  events.push({ kind: 'end', totals: { packets: 1, messages: 1, flows, transactions: 0, findings, responses: {} } });

  it('one line says it all, and one each what weakens them', () => {
    const { summary, weaknesses } = qualityOf(inputs, 1, 'en');
    expect(summary).toBe('1,000,000 SIP packets, 1,000 RTP · clock steady');
    expect(weaknesses).toEqual([
      'a SIP message is there only in part: what seems to be missing in it may have been sent',
      expect.stringMatching(/in 1000 places.*\(in 500 captures, first in rotated-0000\.pcap #5\)$/),
    ]);
  });

  it('the page stays a page, in text and in Markdown', () => {
    const files = inputs.map(({ file }) => file);
    const page = written(createTextReporter, events, { files });
    expect(page.split('\n').length).toBeLessThan(30);
    expect(page).toContain('and 995 captures more');
    for (const line of page.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(100);
    expect(written(createMarkdownReporter, events, { files }).split('\n').length).toBeLessThan(80);
  });

  it('where only one has it, it is named', () => {
    const few = [inputs[1], inputs[2], inputs[3]].flatMap((input) => (input ? [input] : []));
    expect(qualityOf(few, 1, 'en').weaknesses).toEqual([
      expect.stringMatching(/in 2 places.*\(rotated-0002\.pcap #5\)$/),
    ]);
  });
});

describe('a recording without SIP', () => {
  const table: readonly (readonly [string, Account, string, readonly string[]])[] = [
    ['a single packet', { packets: { arp: 1 } }, 'It holds one packet: 1 ARP.', ['Is it the right interface']],
    [
      'media',
      { packets: { rtp: 1200, dns: 34 } },
      'It holds 1,234 packets: 1,200 RTP, 34 DNS.',
      ['There is media without signalling'],
    ],
    [
      'TLS on the port of SIP',
      { packets: { tls: 4 }, tlsPorts: [{ port: 5061, connections: 1, packets: 4 }] },
      'It holds 4 packets: 4 TLS.',
      ['SIP may be inside the TLS (port 5061): give its keys with --keylog to see it.'],
    ],
    [
      'TLS on several ports',
      {
        packets: { tls: 9 },
        tlsPorts: [
          { port: 443, connections: 1, packets: 5 },
          { port: 5061, connections: 1, packets: 4 },
        ],
      },
      'It holds 9 packets: 9 TLS.',
      ['SIP may be inside the TLS (ports 443, 5061)'],
    ],
    ['keep-alives', { packets: { keepAlive: 3 } }, 'It holds 3 packets: 3 keep-alives.', ['There are keep-alives']],
    [
      'Wi-Fi',
      { packets: { encryptedLink: 9, otherLink: 1 } },
      'It holds 10 packets: 9 encrypted on the link, 1 not IP.',
      ['Frames are encrypted on the link'],
    ],
    ['a tunnel', { packets: { ipsec: 3 } }, 'It holds 3 packets: 3 IPsec.', ['SIP may be inside the IPsec tunnel']],
  ];

  test.each(table)('of %s is explained by what there is', (_, ledger, first, hints) => {
    const [sentence, ...others] = withoutSip([inputOf(ledger)], 'en');
    expect(sentence).toBe(first);
    expect(others).toHaveLength(hints.length);
    for (const [index, hint] of hints.entries()) expect(others[index]).toContain(hint);
  });

  it('and without anything else says that', () => {
    expect(withoutSip([inputOf({ packets: {} })], 'en')).toEqual([expect.stringMatching(/^It holds no packet at all/)]);
  });

  it('names what there is most of, and no more', () => {
    const packets = Object.fromEntries(packetClasses.slice(4, 20).map((name, index) => [name, 100 - index]));
    const [sentence = ''] = withoutSip([inputOf({ packets })], 'en');
    expect(sentence.split(', ')).toHaveLength(8);
    expect(sentence).toMatch(/ others\.$/);
  });
});
