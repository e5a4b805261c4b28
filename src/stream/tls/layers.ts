// The TLS connections of one observation: a layer for each, the secrets that they share, and what is told of each when it is
// over.
import type { NoticeCode } from '../../bytes/notice.ts';
import type { LayerFactory, StreamNote } from '../layer.ts';
import { TlsConnection } from './connection.ts';
import type { TlsContent, TlsFacts } from './facts.ts';
import { TlsSecrets } from './secrets.ts';

/** Connections of which one side is over and the other was never heard: so many are waited for. */
const MAX_HALF = 1024;

/** Why a connection was not decrypted → what is said of it. */
const NOTICE_OF_CONTENT = {
  'no-key-log': 'tls-no-key-log',
  'no-secrets': 'tls-no-secrets',
  'wrong-secrets': 'tls-wrong-secrets',
  unsupported: 'tls-unsupported',
  'no-handshake': 'tls-no-handshake',
} as const satisfies Partial<Record<TlsContent, NoticeCode>>;

/** Opens TLS connections with the secrets that it is given. */
export class TlsLayers {
  readonly secrets = new TlsSecrets();
  #opened = 0;
  readonly #half = new Set<TlsConnection>();
  readonly #onFacts: ((facts: TlsFacts) => void) | undefined;

  /** @param onFacts told of every TLS connection when it is over. */
  constructor(onFacts?: (facts: TlsFacts) => void) {
    this.#onFacts = onFacts;
  }

  /** Bound: makes the layer of a connection that carries TLS. */
  readonly open: LayerFactory = (connection, inner, note) =>
    new TlsConnection(++this.#opened, connection, inner, this.secrets, {
      onFacts: (facts) => {
        tell(facts, note);
        this.#onFacts?.(facts);
      },
      onHalf: (half) => this.#keep(half),
    });

  /** The observation is over. */
  finish(): void {
    this.secrets.end();
    for (const half of this.#half) half.finish();
    this.#half.clear();
  }

  #keep(half: TlsConnection): void {
    this.#half.add(half);
    const [oldest] = this.#half;
    if (this.#half.size <= MAX_HALF || !oldest) return;
    this.#half.delete(oldest);
    oldest.finish();
  }
}

/** Says what could not be decrypted of a connection. */
function tell(facts: TlsFacts, note: StreamNote): void {
  const { start, content, failed, dropped, skippedEarly, isEstablished, alerts } = facts;
  const tellOf = (code: NoticeCode, times: number): void => {
    if (times > 0) note(code, start?.frame ?? 0, start?.input ?? 0, times);
  };
  // Of a handshake that failed there is nothing to be had.
  const mayCarryData = isEstablished || alerts.length === 0;
  if (mayCarryData && content in NOTICE_OF_CONTENT)
    tellOf(NOTICE_OF_CONTENT[content as keyof typeof NOTICE_OF_CONTENT], 1);
  tellOf('tls-records-bad', failed);
  // Without secrets those that waited are lost, too.
  if (content === 'decrypted') tellOf('tls-records-dropped', dropped);
  tellOf('tls-early-data', skippedEarly);
}
