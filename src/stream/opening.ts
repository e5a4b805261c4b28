// What a connection carries is decided here, by content: by the first bytes of either side, or, where the recording began in
// the middle, by the first piece that begins like something known. Until then bytes are read as SIP.
import type { Transport } from './arrival.ts';
import type { StreamPiece } from './direction.ts';
import { type HepDesk, HepLayer } from './hep-layer.ts';
import type { Connection, ConnectionContent, LayerFactory, Outlet, Side, StreamEnd, StreamLayer } from './layer.ts';
import { ProxyHeader } from './proxy-header.ts';
import { SipLayer } from './sip-layer.ts';
import { MAX_UNCLEAR_BYTES, signOf } from './signs.ts';
import { SilentLayer } from './silent-layer.ts';
import { type Histories, WebSocketLayer } from './web-socket/layer.ts';

/** What a connection is taken apart with. */
export interface OpeningTools {
  readonly outlet: Outlet;
  readonly hep: HepDesk;
  readonly histories: Histories;
  /** Makes the layer of a connection that carries TLS; without it nothing of its inside is seen. */
  readonly tls: LayerFactory | undefined;
}

/** The first layer of a connection, and the first one inside TLS: decides, then hands everything on to what it decided for. */
export class Opening implements StreamLayer {
  readonly #connection: Connection;
  readonly #tools: OpeningTools;
  /** What is inside TLS is `tls` and `wss`, not `tcp` and `ws`. */
  readonly #secure: boolean;
  readonly #sip: SipLayer;
  #layer: StreamLayer;
  #content: ConnectionContent = 'undecided';
  readonly #sides: [OpeningSide, OpeningSide] = [new OpeningSide(), new OpeningSide()];

  constructor(connection: Connection, tools: OpeningTools, secure = false) {
    this.#connection = connection;
    this.#tools = tools;
    this.#secure = secure;
    const transport: Transport = secure ? 'tls' : 'tcp';
    this.#sip = new SipLayer(connection, transport, tools.outlet);
    this.#layer = this.#sip;
  }

  push(side: Side, piece: StreamPiece): void {
    if (this.#content === 'undecided') this.#decide(side, piece);
    else this.#layer.push(side, piece);
  }

  gap(side: Side, missingBytes: number): void {
    this.#release(side);
    this.#layer.gap(side, missingBytes);
  }

  closed(side: Side, reason: StreamEnd): void {
    this.#release(side);
    this.#layer.closed(side, reason);
    if (this.#content === 'undecided' && this.#sip.ignores(side)) this.#found('other');
  }

  ignores(side: Side): boolean {
    return this.#layer.ignores(side);
  }

  #decide(side: Side, piece: StreamPiece): void {
    const state = this.#sides[side];
    if (state.proxy) return this.#passProxy(side, state.proxy, piece);
    const sign = this.#sip.isWithin(side) ? state.binarySign(piece) : state.signWith(piece);
    if (sign === 'unclear') return state.hold(piece);
    if (sign === 'proxy' && state.passed === 0) return this.#passProxy(side, state.beginProxy(piece), piece);
    if (sign !== 'none' && sign !== 'proxy') this.#become(sign, side);
    this.#release(side);
    state.passed += piece.end - piece.start;
    this.#layer.push(side, piece);
    if (this.#layer === this.#sip) this.#asSip(side);
  }

  /** What stands before the first byte of a connection is nobody's. */
  #passProxy(side: Side, proxy: ProxyHeader, piece: StreamPiece): void {
    const start = proxy.pass(piece.bytes, piece.start, piece.end);
    if (proxy.isPast) this.#sides[side].proxy = undefined;
    if (start < piece.end) this.#decide(side, { ...piece, start });
  }

  /** The bytes were read as SIP: whether they were. */
  #asSip(side: Side): void {
    const other = side === 0 ? 1 : 0;
    if (this.#sip.verdict(side) === 'sip') {
      this.#found('sip');
      this.#release(other);
    } else if (this.#sip.ignores(side) && this.#sip.ignores(other)) this.#found('other');
  }

  #become(content: Found, side: Side): void {
    this.#found(content);
    const layer = this.#layerFor(content);
    this.#layer = layer;
    this.#sip.drop();
    for (const [index, { passed }] of this.#sides.entries()) {
      if (passed > 0) this.#layer.gap(index === 0 ? 0 : 1, passed);
    }
    if (content === 'ws' && layer instanceof WebSocketLayer) layer.begin(side);
    // In the order in which they came: what the other side has sent was first.
    this.#release(side === 0 ? 1 : 0);
  }

  #layerFor(content: Found): StreamLayer {
    const { tls, hep, histories, outlet } = this.#tools;
    if (content === 'hep') return new HepLayer(hep);
    if (content !== 'tls') {
      const transport = this.#secure ? 'wss' : 'ws';
      return new WebSocketLayer(this.#connection, transport, outlet, histories, () => this.#found('ws'));
    }
    if (!tls || this.#secure) return new SilentLayer();
    return tls(this.#connection, new Opening(this.#connection, this.#tools, true), outlet.note);
  }

  #found(content: ConnectionContent): void {
    this.#content = content;
    if (this.#secure) this.#connection.inside = content;
    else this.#connection.content = content;
  }

  /** Hands on what was held back. */
  #release(side: Side): void {
    for (const piece of this.#sides[side].take()) {
      this.#sides[side].passed += piece.end;
      this.#layer.push(side, piece);
    }
  }
}

type Found = 'tls' | 'hep' | 'http' | 'ws';

const nothing: readonly StreamPiece[] = [];

/** First bytes of one side that are too few to tell. */
class OpeningSide {
  /** Bytes that were handed on. */
  passed = 0;
  /** A header before them that is not past. */
  proxy: ProxyHeader | undefined;
  #held: StreamPiece[] | undefined;
  #start: Uint8Array | undefined;
  #length = 0;

  /** Copies what is too short to tell. */
  hold(piece: StreamPiece): void {
    const bytes = piece.bytes.slice(piece.start, piece.end);
    (this.#held ??= []).push({ ...piece, bytes, start: 0, end: bytes.length });
  }

  signWith({ bytes, start, end }: StreamPiece): ReturnType<typeof signOf> {
    if (!this.#held) {
      const sign = signOf(bytes, start, end);
      if (sign !== 'unclear') return sign;
    }
    const whole = (this.#start ??= new Uint8Array(MAX_UNCLEAR_BYTES));
    const count = Math.min(end - start, whole.length - this.#length);
    whole.set(bytes.subarray(start, start + count), this.#length);
    this.#length += count;
    const sign = signOf(whole, 0, this.#length);
    return sign === 'unclear' && this.#length === whole.length ? 'none' : sign;
  }

  /** What was held back, and what now came, begins a PROXY header. */
  beginProxy({ bytes, start }: StreamPiece): ProxyHeader {
    const passed = this.#held?.reduce((sum, { end }) => sum + end, 0) ?? 0;
    const proxy = this.#start ? new ProxyHeader(this.#start, 0, passed) : new ProxyHeader(bytes, start, 0);
    this.take();
    this.proxy = proxy;
    return proxy;
  }

  /** What cannot be the rest of a line. */
  binarySign({ bytes, start, end }: StreamPiece): 'tls' | 'hep' | 'ws' | 'none' {
    const sign = signOf(bytes, start, end);
    return sign === 'tls' || sign === 'hep' || sign === 'ws' ? sign : 'none';
  }

  take(): readonly StreamPiece[] {
    const held = this.#held ?? nothing;
    this.#held = undefined;
    this.#start = undefined;
    this.#length = 0;
    return held;
  }
}
