// Handshake messages of both directions become what the two ends agreed on: who is the client, which hellos belong together,
// where records change their keys. What they say to somebody without keys goes into the facts.
import type { Side } from '../layer.ts';
import type { OpenTlsFacts } from './facts.ts';
import { noteCertificates, noteClientHello, noteProtocol, noteServerHello } from './handshake-facts.ts';
import { messages } from './handshake.ts';
import {
  type ClientHello,
  parseClientHello,
  parseEncryptedExtensions,
  parseServerHello,
  type ServerHello,
} from './hello.ts';
import { TLS_1_3 } from './names.ts';
import type { Octets } from './octets.ts';
import type { Place } from './record.ts';
import type { Agreement, TlsSide } from './side.ts';

/** Reads the handshakes of one connection. */
export class HandshakeReader {
  /** Something was said that the other side may have waited for. */
  hasNews = false;
  readonly #sides: readonly [TlsSide, TlsSide];
  readonly #facts: OpenTlsFacts;
  /** The latest handshake. */
  #agreement: Agreement = {};

  constructor(sides: readonly [TlsSide, TlsSide], facts: OpenTlsFacts) {
    this.#sides = sides;
    this.#facts = facts;
  }

  /** What was agreed on so far, in the latest handshake. */
  get agreement(): Agreement {
    return this.#agreement;
  }

  /** The next bytes of the handshake of one side. */
  push(index: Side, bytes: Uint8Array, start: number, end: number, place: Place): void {
    this.#sides[index].handshake.push(bytes, start, end, (type, body) => this.#take(index, type, body, place));
  }

  /** Bytes of one side are missing: whatever stood there, nobody needs to wait for it. */
  lose(index: Side): void {
    const side = this.#sides[index];
    side.handshake.reset();
    if (side.role === 'server' && this.#agreement.serverHello) this.#decideEarlyData('refused');
  }

  #take(index: Side, type: number, body: Octets, place: Place): void {
    const side = this.#sides[index];
    const version = this.#agreement.serverHello?.version ?? 0;
    if (type === messages.clientHello) this.#takeClientHello(index, parseClientHello(body), place);
    else if (type === messages.serverHello) this.#takeServerHello(index, parseServerHello(body), place);
    else if (type === messages.certificate) noteCertificates(this.#facts, side.role, body, version, place);
    else if (type === messages.certificateRequest) this.#facts.asksForClientCertificate = true;
    else if (type === messages.finished) this.#finish(index, version);
    else if (version < TLS_1_3) return;
    else if (type === messages.encryptedExtensions) this.#takeExtensions(body);
    else if (type === messages.endOfEarlyData) side.stream?.advance();
    else if (type === messages.keyUpdate) side.stream?.update();
  }

  #takeClientHello(index: Side, hello: ClientHello | undefined, place: Place): void {
    if (!hello) return;
    this.#callClient(index);
    const side = this.#sides[index];
    const { clientHello, serverHello } = this.#agreement;
    const isRenegotiation = clientHello && serverHello && clientHello.random !== hello.random;
    if (isRenegotiation) this.#agreement = { clientHello: hello };
    else this.#agreement.clientHello = hello;
    side.mayStartEarly ||= hello.offersEarlyData;
    noteClientHello(this.#facts, hello, place);
    if (serverHello && serverHello.version >= TLS_1_3) side.seal(this.#agreement, false);
    this.hasNews = true;
  }

  #takeServerHello(index: Side, hello: ServerHello | undefined, place: Place): void {
    if (!hello) return;
    this.#callClient(index === 0 ? 1 : 0);
    if (hello.isRetryRequest) {
      this.#agreement.isRetried = true;
      this.#decideEarlyData('refused');
      return;
    }
    this.#agreement.serverHello = hello;
    noteServerHello(this.#facts, hello, this.#agreement.clientHello, place);
    if (hello.version >= TLS_1_3) {
      if (!hello.usesPsk) this.#decideEarlyData('refused');
      this.#sides[index].seal(this.#agreement, false);
      if (this.#agreement.clientHello) this.#otherThan(index).seal(this.#agreement, false);
    }
    this.hasNews = true;
  }

  #takeExtensions(body: Octets): void {
    const { protocol, acceptsEarlyData } = parseEncryptedExtensions(body);
    noteProtocol(this.#facts, protocol);
    this.#decideEarlyData(acceptsEarlyData ? 'accepted' : 'refused');
  }

  #decideEarlyData(decision: 'accepted' | 'refused'): void {
    this.#agreement.earlyData ??= decision;
    this.hasNews = true;
  }

  #finish(index: Side, version: number): void {
    const side = this.#sides[index];
    side.hasFinished = true;
    if (this.#otherThan(index).hasFinished) this.#facts.isEstablished = true;
    if (version >= TLS_1_3) side.stream?.advance();
  }

  #callClient(index: Side): void {
    const client = this.#sides[index];
    const server = this.#otherThan(index);
    if (client.role) return;
    client.role = 'client';
    server.role = 'server';
    this.#facts.client = client.source;
    this.#facts.server = server.source;
  }

  #otherThan(index: Side): TlsSide {
    return this.#sides[index === 0 ? 1 : 0];
  }
}
