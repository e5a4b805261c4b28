// An X.509 certificate (RFC 5280) becomes the few facts that explain why it was refused: names, issuer, validity. Signatures
// are not checked: whom the two sides trust, a capture does not show.
import { latin1 } from '../../bytes/ascii.ts';
import { type DerValue, nextIf, nextValue, oidOf, tags, textOf, timeOf } from './der.ts';
import { areEqual, Octets } from './octets.ts';

/** What a certificate says. Texts are as they stand in it: hostile until a report has made them harmless. */
export interface CertificateFacts {
  /** Common names of subject and issuer, or their organizations where there is none; '' where there is neither. */
  readonly subject: string;
  readonly issuer: string;
  /** DNS names, addresses and URIs it is valid for (subject alternative names), as far as they are kept. */
  readonly names: readonly string[];
  /** Validity in microseconds since 1970; absent where it cannot be read. */
  readonly notBeforeUs?: number;
  readonly notAfterUs?: number;
  /** Subject and issuer are the same. */
  readonly isSelfIssued: boolean;
}

const MAX_NAMES = 100;
const MAX_NAME_BYTES = 256;

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const ALTERNATIVE_NAMES = '2.5.29.17';
/** Context tags of a certificate: version [0], extensions [3]; and of general names: DNS [2], URI [6], address [7]. */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const URI = 0x86;
const ADDRESS = 0x87;

/** Reads a certificate; undefined where the bytes are none. */
export function parseCertificate(bytes: Uint8Array, start: number, end: number): CertificateFacts | undefined {
  const certificate = nextIf(new Octets(bytes, start, end), tags.sequence);
  const signed = certificate && nextIf(certificate.inside, tags.sequence);
  if (!signed) return undefined;
  const fields = signed.inside;
  nextIf(fields, VERSION);
  nextValue(fields); // serial number
  nextValue(fields); // signature algorithm
  const issuer = nextIf(fields, tags.sequence);
  const validity = nextIf(fields, tags.sequence);
  const subject = nextIf(fields, tags.sequence);
  if (!issuer || !validity || !subject) return undefined;
  const isSelfIssued = areEqual(viewOf(issuer), viewOf(subject));
  const notBeforeUs = timeIn(validity);
  const notAfterUs = timeIn(validity);
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    names: alternativeNamesIn(fields),
    ...(notBeforeUs === undefined ? {} : { notBeforeUs }),
    ...(notAfterUs === undefined ? {} : { notAfterUs }),
    isSelfIssued,
  };
}

function viewOf({ inside }: DerValue): Uint8Array {
  return inside.bytes.subarray(inside.at, inside.end);
}

function timeIn({ inside }: DerValue): number | undefined {
  const value = nextValue(inside);
  return value && timeOf(value);
}

/** The last common name of a distinguished name: the most specific one. */
function nameIn({ inside }: DerValue): string {
  let commonName = '';
  let organization = '';
  for (let set = nextValue(inside); set; set = nextValue(inside)) {
    const attribute = nextIf(set.inside, tags.sequence);
    const type = attribute && nextIf(attribute.inside, tags.oid);
    const value = attribute && nextValue(attribute.inside);
    if (!type || !value) continue;
    const oid = oidOf(type);
    if (oid === COMMON_NAME) commonName = textOf(value, MAX_NAME_BYTES);
    else if (oid === ORGANIZATION) organization = textOf(value, MAX_NAME_BYTES);
  }
  return commonName === '' ? organization : commonName;
}

/** Looks for the extension in what is left of the certificate's fields. */
function alternativeNamesIn(fields: Octets): readonly string[] {
  for (let field = nextValue(fields); field; field = nextValue(fields)) {
    if (field.tag !== EXTENSIONS) continue;
    const list = nextIf(field.inside, tags.sequence);
    for (let extension = list && nextValue(list.inside); extension; extension = list && nextValue(list.inside)) {
      const type = nextIf(extension.inside, tags.oid);
      if (!type || oidOf(type) !== ALTERNATIVE_NAMES) continue;
      nextIf(extension.inside, tags.boolean);
      const wrapped = nextIf(extension.inside, tags.octetString);
      const names = wrapped && nextIf(wrapped.inside, tags.sequence);
      return names ? generalNamesIn(names.inside) : [];
    }
  }
  return [];
}

function generalNamesIn(octets: Octets): readonly string[] {
  const names: string[] = [];
  for (let name = nextValue(octets); name && names.length < MAX_NAMES; name = nextValue(octets)) {
    const { tag, inside } = name;
    if (tag === DNS_NAME || tag === URI) {
      names.push(latin1(inside.bytes, inside.at, Math.min(inside.end, inside.at + MAX_NAME_BYTES)));
    } else if (tag === ADDRESS) names.push(addressOf(inside.rest()));
  }
  return names;
}

function addressOf(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups: string[] = [];
  for (let at = 0; at + 1 < bytes.length && at < 16; at += 2) {
    groups.push((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
  }
  return groups.join(':');
}
