// The packets of a TCP connection are what one of them shows, acknowledgements included.
import { describe, expect, it, test } from 'vitest';
import { indexOf, packetClasses, type PacketClass } from '../../src/ledger/classes.ts';
import { Connections } from '../../src/ledger/connections.ts';
import { classOfStream } from '../../src/ledger/stream.ts';
import { streamSegment, type Sending } from './segments.ts';

interface Settled {
  readonly found: PacketClass | undefined;
  readonly packets: number;
  readonly port: number;
}

class Book {
  readonly settled: Settled[] = [];
  readonly connections = new Connections(
    (found, packets, port) => void this.settled.push({ found: packetClasses[found], packets, port }),
    classOfStream,
    indexOf('otherTcp'),
  );
  #frame = 0;

  send(payload: string, sending: Sending = {}): this {
    this.connections.count({ ...streamSegment(payload, sending), frame: ++this.#frame });
    return this;
  }

  get packets(): number {
    return this.settled.reduce((sum, { packets }) => sum + packets, 0);
  }
}

const HELLO = '16 03 01 00 2e 01 00 00 2a 03 03';
const there = { sourcePort: 40_000, destinationPort: 5061 };
const back = { sourcePort: 5061, destinationPort: 40_000, hosts: [2, 1] } as const;

const openings: readonly (readonly [string, string, PacketClass, Sending?])[] = [
  ['a request', 'REGISTER sip:example.com SIP/2.0\r\n', 'sip'],
  ['a TLS hello', HELLO, 'tls'],
  ['TLS that began before the recording', '17 03 03 00 20 aa bb', 'tls'],
  ['HEP', '48 45 50 33 00 64 00 00', 'hep'],
  ['HTTP', 'GET / HTTP/1.1\r\n', 'http'],
  ['a status line of HTTP', 'HTTP/1.1 200 OK\r\n', 'http'],
  ['SSH', 'SSH-2.0-x\r\n', 'ssh'],
  ['MSRP', 'MSRP a786hjs2 SEND\r\n', 'msrp'],
  ['RTSP', 'DESCRIBE rtsp://example.com/a RTSP/1.0\r\n', 'rtsp'],
  ['a Q.931 SETUP', '03 00 00 10 08 02 00 01 05 04 03 80 90 a3 7e 00', 'h323', { destinationPort: 1720 }],
  ['a TPKT of a remote desktop', '03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 00 00 00 00', 'otherTcp'],
  ['a Skinny keep-alive', '04 00 00 00 00 00 00 00 00 00 00 00', 'skinny', { destinationPort: 2000 }],
  ['Diameter', '01 00 00 14 80 00 01 01 00 00 00 00 00 00 00 01 00 00 00 02', 'diameter', { destinationPort: 3868 }],
  ['DNS over TCP', '00 1d 12 34 01 00 00 01 00 00 00 00 00 00 07 65 78', 'dns', { destinationPort: 53 }],
  ['anything else', 'ff fe fd', 'otherTcp'],
];

describe('a connection', () => {
  test.each(openings.map(([name, ...one]) => [name, one] as const))('that begins with %s', (_, one) => {
    const [payload, expected, sending = there] = one;
    const book = new Book().send('', sending).send(payload, sending).send('', sending);
    book.connections.close();
    expect(book.settled.map(({ found, packets }) => ({ found, packets }))).toEqual([{ found: expected, packets: 3 }]);
  });

  it('is one in both directions, and told by the first packet that tells', () => {
    const book = new Book()
      .send('', there)
      .send('', back)
      .send('', there)
      .send(HELLO, there)
      .send('GET / HTTP/1.1', back);
    book.connections.close();
    expect(book.settled).toEqual([{ found: 'tls', packets: 5, port: 5061 }]);
  });

  it('has the port of its server, which a hello of either side tells', () => {
    const high = { sourcePort: 1024, destinationPort: 5061 };
    const first = new Book().send(HELLO, high);
    first.connections.close();
    const second = new Book().send('16 03 03 00 2e 02 00 00 2a 03 03', { sourcePort: 50_000, destinationPort: 1024 });
    second.connections.close();
    expect([first, second].map(({ settled }) => settled[0]?.port)).toEqual([5061, 50_000]);
  });

  it('is another one when a host or a port is another', () => {
    const book = new Book();
    for (const hosts of [
      [1, 2],
      [1, 3],
    ] as const) {
      for (const destinationPort of [80, 81]) book.send('', { hosts, destinationPort });
    }
    book.connections.close();
    expect(book.settled).toHaveLength(4);
  });

  it('is SIP when SIP was found in it, whatever it looked like', () => {
    const book = new Book().send(HELLO, there);
    book.connections.reveal({ ...streamSegment('', back), frame: 2 }, indexOf('sip'));
    book.connections.close();
    expect(book.settled.map(({ found }) => found)).toEqual(['sip']);
  });

  it('of TLS may be opened when all of its packets have gone by, and others not', () => {
    const book = new Book().send(HELLO, there).send('GET / HTTP/1.1', { hosts: [1, 3] });
    for (let host = 10; host < 210; host++) book.send(HELLO, { ...there, hosts: [1, host] });
    book.connections.end();
    expect(book.settled.map(({ found }) => found)).toEqual(['http']);
    book.connections.revealSealed('192.0.2.2:5061', '192.0.2.1:40000', indexOf('sip'));
    book.connections.revealSealed('192.0.2.3:30000', '192.0.2.1:40000', indexOf('sip'));
    book.connections.close();
    expect(book.settled.filter(({ found }) => found === 'sip')).toEqual([{ found: 'sip', packets: 1, port: 5061 }]);
    expect(book.settled).toHaveLength(202);
    expect(book.packets).toBe(202);
  });

  it('that nobody counted is not revealed', () => {
    const book = new Book();
    book.connections.reveal({ ...streamSegment('', back), frame: 2 }, indexOf('sip'));
    book.connections.close();
    expect(book.settled).toEqual([]);
  });
});

describe('many connections', () => {
  it('are counted to the last packet, more of them than are kept apart', () => {
    const book = new Book();
    const COUNT = 150_000;
    for (let index = 0; index < COUNT; index++) {
      const sending = { sourcePort: 1 + (index % 60_000), hosts: [1, index % 251] } as const;
      book.send(index % 2 === 0 ? HELLO : '', { ...sending, destinationPort: 1000 + Math.floor(index / 60_000) });
    }
    book.connections.close();
    expect(book.packets).toBe(COUNT);
    expect(book.settled.filter(({ found }) => found === 'tls')).toHaveLength(COUNT / 2);
  });
});
