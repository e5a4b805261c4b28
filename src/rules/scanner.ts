// Signatures of the scanners and password guessers that every public SIP port meets.
import type { Flow, Sighting } from '../flow/model.ts';

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

/** Every signature holds one of these: one look at the text tells that there is none. */
const TRACE = /scan|friendly|vicious|sipcli|sunday|iwar|vaxsip|pplsip|sipptk|[nsz]map/i;
/** Longest part of a header that is searched for a signature. */
const LOOK_AT = 200;

/** The signature of a known scanner in the first request of the flow; undefined where there is none. */
export function scannerIn(flow: Flow): string | undefined {
  const opener = openerOf(flow);
  if (!opener || !TRACE.test(opener.message.text)) return undefined;
  for (const name of ['user-agent', 'from', 'to', 'subject']) {
    const value = opener.message.header(name)?.slice(0, LOOK_AT).toLowerCase();
    const signature = value === undefined ? undefined : SIGNATURES.find((known) => value.includes(known));
    if (signature !== undefined) return signature;
  }
  return undefined;
}

function openerOf({ transactions }: Flow): Sighting | undefined {
  for (const { requests } of transactions) if (requests[0]) return requests[0];
  return undefined;
}
