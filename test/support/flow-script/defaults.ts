// What an ordinary message of each method and status carries where the script says nothing: headers and bodies.
import type { Header } from './draft.ts';
import type { Host, ScriptTransport, SdpDirection } from '../../../src/script/script.ts';
import { hostPort } from './wire.ts';

const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REFER, NOTIFY, SUBSCRIBE, MESSAGE';

/** Requests that make a dialog (RFC 3261 §12.1, RFC 6665 §4.1, RFC 3515). */
export const DIALOG_METHODS: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

const CONTACT_METHODS = new Set(['INVITE', 'REGISTER', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'UPDATE', 'OPTIONS']);

export function addressOfRecord(user: string): string {
  return `sip:${user}@example.com`;
}

export function contactUri(host: Host, transport: ScriptTransport): string {
  return `sip:${host.name}@${hostPort(host.own)}${transport === 'tcp' ? ';transport=tcp' : ''}`;
}

/** Headers that a request has because of its method. `event` is the package of the subscription it belongs to. */
export function requestHeaders(method: string, contact: string, event: string | undefined): Header[] {
  const headers: Header[] = CONTACT_METHODS.has(method) ? [{ name: 'Contact', value: `<${contact}>` }] : [];
  const add = (name: string, value: string): unknown => headers.push({ name, value });
  switch (method) {
    case 'INVITE':
    case 'UPDATE':
      add('Allow', ALLOW);
      add('Supported', '100rel, replaces, timer');
      break;
    case 'REGISTER':
      add('Expires', '3600');
      break;
    case 'OPTIONS':
      add('Accept', 'application/sdp');
      break;
    case 'SUBSCRIBE':
      add('Event', event ?? 'presence');
      add('Accept', 'application/pidf+xml');
      add('Expires', '3600');
      break;
    case 'NOTIFY':
      add('Event', event ?? 'presence');
      add('Subscription-State', `active;expires=${event === 'refer' ? 60 : 3600}`);
      break;
    case 'PUBLISH':
      add('Event', 'presence');
      add('Expires', '3600');
      break;
    case 'REFER':
      add('Refer-To', '<sip:carol@example.com>');
      break;
    default:
  }
  return headers;
}

/** The body that a request has because of its method (SDP apart): content type and text. */
export function requestBody(method: string, event: string | undefined): readonly [string, string] | undefined {
  if (method === 'MESSAGE') return ['text/plain', 'Hello.'];
  if (method === 'INFO') return ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n'];
  if (method === 'NOTIFY' && event === 'refer') return ['message/sipfrag;version=2.0', 'SIP/2.0 100 Trying\r\n'];
  if (method === 'PUBLISH' || (method === 'NOTIFY' && (event ?? 'presence') === 'presence')) {
    const tuple = '<tuple id="a1"><status><basic>open</basic></status></tuple>';
    const presence = `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="pres:bob@example.com">${tuple}</presence>`;
    return ['application/pidf+xml', `<?xml version="1.0"?>\r\n${presence}\r\n`];
  }
  return undefined;
}

/** Headers that a response has because of its status and of the request it answers. `seed` makes nonces differ. */
export function responseHeaders(
  status: number,
  method: string,
  contact: string,
  request: { first(name: string): string | undefined },
  seed: string,
): Header[] {
  const headers: Header[] = [];
  const add = (name: string, value: string): unknown => headers.push({ name, value });
  const isSuccess = status >= 200 && status < 300;
  const makesDialog = DIALOG_METHODS.has(method) && status > 100 && status < 300;
  if (makesDialog || (isSuccess && (method === 'UPDATE' || method === 'NOTIFY'))) add('Contact', `<${contact}>`);
  if (isSuccess) addSuccessHeaders(method, request, seed, add);
  const challenge = `Digest realm="example.com", nonce="${seed}", algorithm=MD5, qop="auth"`;
  if (status === 401) add('WWW-Authenticate', challenge);
  if (status === 407) add('Proxy-Authenticate', challenge);
  if (status >= 300 && status < 400) add('Contact', '<sip:elsewhere@example.net>');
  if (status === 405) add('Allow', ALLOW);
  if (status === 415) add('Accept', 'application/sdp');
  if (status === 420) add('Unsupported', request.first('Require') ?? 'x-unknown');
  if (status === 421) add('Require', '100rel');
  if (status === 422) add('Min-SE', '90');
  if (status === 423) add('Min-Expires', '300');
  if (status === 489) add('Allow-Events', 'presence, refer');
  return headers;
}

function addSuccessHeaders(
  method: string,
  request: { first(name: string): string | undefined },
  seed: string,
  add: (name: string, value: string) => unknown,
): void {
  const expires = request.first('Expires') ?? '3600';
  if (method === 'INVITE' || method === 'OPTIONS') {
    add('Allow', ALLOW);
    add('Supported', '100rel, replaces, timer');
  }
  if (method === 'OPTIONS') add('Accept', 'application/sdp');
  const contact = request.first('Contact');
  if (method === 'REGISTER' && contact !== undefined && contact !== '*' && expires !== '0') {
    add('Contact', /;\s*expires=/i.test(contact) ? contact : `${contact};expires=${expires}`);
  }
  if (method === 'SUBSCRIBE' || method === 'PUBLISH') add('Expires', expires);
  if (method === 'PUBLISH') add('SIP-ETag', seed.slice(0, 8));
}

/** The direction that answers an offered one (RFC 3264 §6.1). */
export function answerDirection(offer: string): SdpDirection {
  if (/^a=sendonly/m.test(offer)) return 'recvonly';
  if (/^a=recvonly/m.test(offer)) return 'sendonly';
  return /^a=inactive/m.test(offer) ? 'inactive' : 'sendrecv';
}

/** One audio stream. `version` is that of the o= line. */
export function sessionDescription(host: Host, version: number, direction: SdpDirection): string {
  const { ip } = host.own;
  const address = `IN ${ip.includes(':') ? 'IP6' : 'IP4'} ${ip}`;
  return [
    'v=0',
    `o=${host.name} ${1000 + host.index} ${version} ${address}`,
    's=-',
    `c=${address}`,
    't=0 0',
    `m=audio ${40_000 + 2 * host.index} RTP/AVP 8 0 101`,
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:101 telephone-event/8000',
    `a=${direction}`,
    '',
  ].join('\r\n');
}
