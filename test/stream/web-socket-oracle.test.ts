// What another library sends between its client and its server, with everything it can negotiate, is what we read.
import { createRequire } from 'node:module';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { latin1 } from '../../src/bytes/ascii.ts';
import { DoorScript, one, two, type Said } from './door-script.ts';

interface TheirSocket {
  on(event: string, listener: (...values: unknown[]) => void): void;
  send(data: string | Uint8Array, options: object, done: () => void): void;
  ping(data: string, mask: boolean | undefined, done: () => void): void;
  close(): void;
}
interface TheirServer extends TheirSocket {
  address(): AddressInfo;
}
interface Ws {
  new (address: string, protocol: string, options: object): TheirSocket;
  readonly WebSocketServer: new (options: object) => TheirServer;
}

const WebSocket = createRequire(import.meta.url)('ws') as Ws;

const closers: (() => void)[] = [];
afterAll(() => closers.forEach((close) => close()));

const request = (index: number): string =>
  `INVITE sip:bob${index}@example.com SIP/2.0\r\nVia: SIP/2.0/WS a.invalid;branch=z9hG4bK${index * 7919}\r\nCall-ID: ${index}\r\n` +
  `\r\nv=0\r\n${'a=candidate:1 1 UDP 1 192.0.2.1 5000 typ host\r\n'.repeat((index * 13) % 60)}`;

/** Everything said between a client and a server, seen by a relay between them. */
async function conversation(options: object, messages: readonly string[]): Promise<Said[]> {
  const said: Said[] = [];
  const server = new WebSocket.WebSocketServer({ port: 0, host: '127.0.0.1', ...options });
  const relay = await relayTo(server, said);
  const { port } = relay.address() as AddressInfo;
  closers.push(
    () => server.close(),
    () => relay.close(),
  );
  const served = new Promise<TheirSocket>((resolve) =>
    server.on('connection', (socket) => resolve(socket as TheirSocket)),
  );
  const client = new WebSocket(`ws://127.0.0.1:${port}`, 'sip', options);
  const both = [client, await served] as const;
  let count = 0;
  const arrived = new Promise<void>((resolve) => {
    for (const socket of both) socket.on('message', () => ++count === 2 * messages.length && resolve());
  });
  await new Promise<void>((resolve) => client.on('open', () => resolve()));
  for (const [index, message] of messages.entries()) {
    for (const socket of both) await send(socket, message, index);
  }
  await arrived;
  client.close();
  await new Promise<void>((resolve) => both[1].on('close', () => resolve()));
  return said;
}

/** Some as they are, some in fragments with a ping between. */
async function send(socket: TheirSocket, message: string, index: number): Promise<void> {
  const whole = (data: string, fin: boolean): Promise<void> =>
    new Promise((resolve) =>
      socket.send(data, { fin, binary: index % 5 === 4, compress: index % 7 !== 6 }, () => resolve()),
    );
  if (index % 3 !== 2) return whole(message, true);
  const half = message.length >> 1;
  await whole(message.slice(0, half), false);
  await new Promise<void>((resolve) => socket.ping('p', undefined, () => resolve()));
  await whole(message.slice(half), true);
}

function relayTo(server: TheirServer, said: Said[]): Promise<Server> {
  const relay = createServer((near: Socket) => {
    const far = connect(server.address().port, '127.0.0.1');
    const pass = (from: Socket, to: Socket, side: (text: string) => Said): void => {
      from.on('data', (bytes: Uint8Array) => {
        said.push(side(latin1(bytes, 0, bytes.length)));
        to.write(bytes);
      });
      from.on('close', () => to.end());
      from.on('error', () => to.destroy());
    };
    pass(near, far, one);
    pass(far, near, two);
  });
  return new Promise((resolve) => relay.listen(0, '127.0.0.1', () => resolve(relay)));
}

describe('a conversation of ws', () => {
  const messages = Array.from({ length: 40 }, (_, index) => request(index));

  it.each([
    ['as it is', { perMessageDeflate: false }],
    ['with context takeover', { perMessageDeflate: { threshold: 0 } }],
    [
      'without context takeover',
      { perMessageDeflate: { threshold: 0, serverNoContextTakeover: true, clientNoContextTakeover: true } },
    ],
    ['with small windows', { perMessageDeflate: { threshold: 0, serverMaxWindowBits: 10, clientMaxWindowBits: 10 } }],
  ])('%s is read whole', async (_, options) => {
    const said = await conversation(options, messages);
    for (const size of [100_000, 200, 7]) {
      const script = new DoorScript()
        .open()
        .sayIn(size, ...said)
        .end();
      const from = (source: string): string[] =>
        script.heard.filter((one_) => one_.source === source).map(({ text }) => text);
      expect(from('192.0.2.1:40000')).toEqual(messages);
      expect(from('192.0.2.2:5060')).toEqual(messages);
      expect(script.notes).toEqual([]);
    }
  });
});
