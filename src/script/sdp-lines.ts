// A session description becomes the lines of a script: what differs from one recording to the next is named or left out.
import { escaped, type Mask } from './mask.ts';

/** Attributes that are made anew for every session: keys, candidates, identifiers of streams. */
const VOLATILE =
  /^a=(?:candidate|end-of-candidates|remote-candidates|ice-ufrag|ice-pwd|fingerprint|ssrc|ssrc-group|msid|msid-semantic|rtcp|tls-id|zrtp-hash|key-mgmt|extmap-allow-mixed|x-)/i;
const MAX_LINES = 200;
const FIRST_PORT = 40_000;

/** Lines of the description, masked; each is one `| body:` line. */
export function sdpLines(body: string, mask: Mask): readonly string[] {
  let streams = 0;
  return body
    .split(/\r\n|\r|\n/)
    .slice(0, MAX_LINES)
    .filter((line) => line.trim() !== '' && !VOLATILE.test(line))
    .map((line) => {
      if (line.startsWith('o=')) return escaped(origin(line, mask));
      if (line.startsWith('c=')) return escaped(connection(line, mask));
      if (!line.startsWith('m=')) return mask.value(line.replace(/^(a=crypto:\S+ \S+ inline:)\S+/, '$1key'));
      streams += 1;
      return mask.value(line.replace(/^(m=\S+ )([1-9]\d*)/, `$1${FIRST_PORT + 2 * (streams - 1)}`));
    });
}

/** User, session and version are numbers of the moment. */
function origin(line: string, mask: Mask): string {
  const [, kind = 'IP4', address = ''] = /^o=\S* \S+ \S+ IN (IP[46]) (\S+)/.exec(line) ?? [];
  return address === '' ? line : `o=- 1 1 IN ${kind} ${addressOf(kind, address, mask)}`;
}

function connection(line: string, mask: Mask): string {
  const [, kind = '', address = '', rest = ''] = /^c=IN (IP[46]) ([^/\s]+)(.*)$/.exec(line) ?? [];
  return address === '' ? line : `c=IN ${kind} ${addressOf(kind, address, mask)}${rest}`;
}

/** `0.0.0.0` is no address: it holds a stream (RFC 3264 §8.4). */
function addressOf(kind: string, address: string, mask: Mask): string {
  if (address === '0.0.0.0' || address === '::') return address;
  const isAddress = kind === 'IP6' ? /^[0-9a-fA-F:.]+$/.test(address) : /^\d+(\.\d+){3}$/.test(address);
  return isAddress ? mask.address(address) : address;
}
