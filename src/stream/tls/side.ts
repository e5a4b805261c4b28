// What is remembered of one direction of a TLS connection: where its records stand, whether they are encrypted, what opens
// them, and those that wait for it.
import type { Endpoint } from '../arrival.ts';
import type { StreamEnd } from '../layer.ts';
import type { TlsRole } from './facts.ts';
import { HandshakeCutter } from './handshake.ts';
import type { ClientHello, ServerHello } from './hello.ts';
import { RecordCutter, type RecordSink } from './record-cutter.ts';
import { keptRecord, type TlsRecord } from './record.ts';
import type { SealedStream } from './sealed-stream.ts';

/** What both ends have said in one handshake; a renegotiation is another one. */
export interface Agreement {
  clientHello?: ClientHello;
  serverHello?: ServerHello;
  /** The server asked for another ClientHello: this is TLS 1.3. */
  isRetried?: boolean;
  /** What the server does with data that comes before the handshake; absent until it says so, in its encrypted part. */
  earlyData?: 'accepted' | 'refused';
}

/** A record that waits, and how many records at most are missing before it. */
export interface WaitingRecord {
  readonly record: TlsRecord;
  readonly lostBefore: number;
}

/** What a record that waits costs besides its bytes. */
const WAITING_OVERHEAD_BYTES = 128;

/** One direction. */
export class TlsSide {
  readonly source: Endpoint;
  readonly cutter: RecordCutter;
  readonly handshake = new HandshakeCutter();
  isHeard = false;
  /** Why nothing more comes, once that is so. */
  ended: StreamEnd | undefined = undefined;
  /** What is inside was told so, too. */
  isClosedInside = false;
  role: TlsRole | undefined = undefined;
  /** The handshake whose keys the encrypted records are under; undefined while records are plain. */
  sealedBy: Agreement | undefined = undefined;
  /** Opens the records, once the secrets were found. */
  stream: SealedStream | undefined = undefined;
  /** Nothing will ever open the records. */
  isBlind = false;
  /** Records are missing, so that it is not sure whether those at hand are encrypted. */
  isUncertain = false;
  /** It may send data before the handshake (0-RTT). */
  mayStartEarly = false;
  /** Its end of the handshake was seen to be complete. */
  hasFinished = false;
  sealedRecords = 0;
  waiting: WaitingRecord[] = [];
  waitingBytes = 0;
  /** Records at most that are missing before the next one: told by the cutter, or let go because too many waited. */
  lostBefore = 0;

  constructor(source: Endpoint, onRecord: RecordSink['record']) {
    this.source = source;
    this.cutter = new RecordCutter({
      record: onRecord,
      lost: (records) => {
        this.lostBefore += records;
      },
    });
  }

  /** How many bytes a record costs while it waits. */
  static costOf({ start, end }: TlsRecord): number {
    return end - start + WAITING_OVERHEAD_BYTES;
  }

  /** Keeps a copy of a record until it can be opened. */
  keep(record: TlsRecord): void {
    this.waiting.push({ record: keptRecord(record), lostBefore: this.lostBefore });
    this.waitingBytes += TlsSide.costOf(record);
    this.lostBefore = 0;
  }

  /** The first record that waits needs to wait no longer; answers what it cost. */
  letGo(): number {
    const first = this.waiting.shift();
    const cost = first ? TlsSide.costOf(first.record) : 0;
    this.waitingBytes -= cost;
    return cost;
  }

  /** Records are under other keys from here on. @param isUncertain or from somewhere near here. */
  seal(agreement: Agreement, isUncertain: boolean): void {
    this.sealedBy = agreement;
    this.stream = undefined;
    this.isUncertain = isUncertain;
  }
}
