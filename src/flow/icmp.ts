// ICMP errors that quote SIP: which request they are about, and what they say of it.
import type { SipMessage } from '../sip/message.ts';
import type { TransportError } from '../stream/arrival.ts';
import type { IcmpError, IcmpMeaning } from './model.ts';
import type { LiveTransaction } from './transaction.ts';

/** ICMP errors that are kept for one flow; more say nothing new. */
export const MAX_ICMP_ERRORS = 32;

/** An ICMP error with what is quoted of a request, until its flow is built. */
export interface QuotedError {
  readonly error: IcmpError;
  readonly quoted: SipMessage;
  readonly source: string;
  readonly destination: string;
}

/** RFC 792 and RFC 1812 §5.2.7; codes of type 3. */
const UNREACHABLE_V4: Readonly<Record<number, IcmpMeaning>> = {
  0: 'net-unreachable',
  1: 'host-unreachable',
  3: 'port-unreachable',
  4: 'too-big',
  6: 'net-unreachable',
  7: 'host-unreachable',
  9: 'prohibited',
  10: 'prohibited',
  11: 'net-unreachable',
  12: 'host-unreachable',
  13: 'prohibited',
};
/** RFC 4443 §3.1; codes of type 1. */
const UNREACHABLE_V6: Readonly<Record<number, IcmpMeaning>> = {
  0: 'net-unreachable',
  1: 'prohibited',
  3: 'host-unreachable',
  4: 'port-unreachable',
  5: 'prohibited',
  6: 'prohibited',
};

/** What an ICMP error says, by its version, type and code. */
export function icmpMeaningOf(version: 4 | 6, type: number, code: number): IcmpMeaning {
  if (version === 4) {
    if (type === 3) return UNREACHABLE_V4[code] ?? 'other';
    return type === 11 ? 'time-exceeded' : 'other';
  }
  if (type === 1) return UNREACHABLE_V6[code] ?? 'other';
  if (type === 2) return 'too-big';
  return type === 3 ? 'time-exceeded' : 'other';
}

/** Whether it says that nobody took the request in; the others may be about one copy that was too large, or went in circles. */
export function isHardError({ meaning }: IcmpError): boolean {
  return (
    meaning === 'port-unreachable' ||
    meaning === 'host-unreachable' ||
    meaning === 'net-unreachable' ||
    meaning === 'prohibited'
  );
}

/** The error without the bytes that it quotes. */
export function icmpErrorOf({ input, frame, timeUs, nanos, sender, version, type, code }: TransportError): IcmpError {
  const name = version === 4 ? 'ICMP' : 'ICMPv6';
  return {
    input,
    frame,
    timeUs,
    nanos,
    reporter: sender,
    meaning: icmpMeaningOf(version, type, code),
    wire: `${name} type ${type}, code ${code}`,
  };
}

/** Ties errors to the transactions whose requests they quote. An address translation in between may have changed the addresses. */
export function tieErrors(transactions: readonly LiveTransaction[], errors: readonly QuotedError[]): void {
  for (const { error, quoted, source, destination } of errors) {
    if (quoted.kind !== 'request') continue;
    const owners = transactions.filter((one) => one.branch === quoted.branch && one.method === quoted.method);
    const owner =
      owners.find((one) => one.isBetween(source, destination)) ?? (owners.length === 1 ? owners[0] : undefined);
    owner?.icmpErrors.push(error);
  }
}
