// Signatures of the scanners and password guessers that every public SIP port meets.
import type { Flow } from '../flow/model.ts';

const SIGNATURES = [
  'friendly-scanner',
  'friendly-request',
  'sipvicious',
  'sipcli',
  'sundayddr',
  'sip-scan',
  'sipscan',
  'iwar',
  'vaxsipuseragent',
  'pplsip',
  'sipptk',
  'smap',
  'custom-sip-scanner',
  'eyebeam-scanner',
  'zmap',
  'masscan',
  'nmap',
] as const;

/** Longest part of a header that is searched for a signature. */
const LOOK_AT = 200;

/** The signature of a known scanner in the first request of the flow; undefined where there is none. */
export function scannerIn(flow: Flow): string | undefined {
  const opener = flow.transactions.find((transaction) => transaction.requests.length > 0)?.requests[0];
  if (!opener) return undefined;
  for (const name of ['user-agent', 'from', 'to', 'subject']) {
    const value = opener.message.header(name)?.slice(0, LOOK_AT).toLowerCase();
    const signature = value === undefined ? undefined : SIGNATURES.find((known) => value.includes(known));
    if (signature !== undefined) return signature;
  }
  return undefined;
}
