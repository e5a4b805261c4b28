// What another reader of captures sees in the same file, where it is installed.
import { spawnSync } from 'node:child_process';

/** Whether tshark can be asked. */
export const hasTshark: boolean = spawnSync('tshark', ['--version']).status === 0;

/** One SIP message as tshark reads it. */
export interface OracleMessage {
  readonly frame: number;
  /** Method or status. */
  readonly shows: string;
  readonly callId: string;
  readonly cseq: string;
}

const FIELDS = ['frame.number', 'sip.Method', 'sip.Status-Code', 'sip.Call-ID', 'sip.CSeq'] as const;

/**
 * The SIP messages of a capture, in order. What an ICMP error quotes is none.
 * @param keyLog File of TLS secrets.
 * @param hints What else it must be told.
 */
export function sipMessagesIn(path: string, keyLog?: string, hints: readonly string[] = []): OracleMessage[] {
  const secrets = keyLog === undefined ? [] : ['-o', `tls.keylog_file:${keyLog}`];
  const reading = ['-n', '-r', path, '-o', 'tcp.reassemble_out_of_order:TRUE', ...secrets, ...hints];
  const options = [...reading, '-Y', 'sip and not icmp'];
  const fields = ['-T', 'fields', '-E', 'aggregator=|', ...FIELDS.flatMap((field) => ['-e', field])];
  const { stdout, stderr, status } = spawnSync('tshark', [...options, ...fields], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter(Boolean).flatMap(messagesInRow);
}

/** A packet may complete several messages; a field then has several values, and a response none for its method. */
function messagesInRow(row: string): OracleMessage[] {
  const [frame = '', methods = '', statuses = '', callIds = '', cseqs = ''] = row.split('\t');
  const ids = callIds.split('|');
  const starts = [...methods.split('|'), ...statuses.split('|')].filter(Boolean);
  if (ids.length !== starts.length) throw new Error(`frame ${frame}: ${starts.join()} but ${ids.length} Call-IDs`);
  if (methods !== '' && statuses !== '') throw new Error(`frame ${frame} holds requests and responses`);
  return starts.map((shows, index) => ({
    frame: Number(frame),
    shows,
    callId: ids[index] ?? '',
    cseq: cseqs.split('|')[index] ?? '',
  }));
}
