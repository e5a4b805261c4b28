// Warning codes (RFC 3261 §20.43 and the IANA registry): why a session description, or SIPS, was not acceptable.

/** One Warning code. */
export interface WarningEntry {
  /** Text of the registry. */
  readonly phrase: string;
  readonly source: `RFC ${number} §${string}`;
  /** What it says, in plain words. */
  readonly means: string;
  /** Where to look. */
  readonly look: string;
}

/** The Warning codes by their number. */
export const warnings = {
  300: {
    phrase: 'Incompatible network protocol',
    source: 'RFC 3261 §20.43',
    means: 'The network protocol in the SDP cannot be used here.',
    look: 'Compare IN IP4 and IN IP6 in the c= and o= lines of both sides.',
  },
  301: {
    phrase: 'Incompatible network address formats',
    source: 'RFC 3261 §20.43',
    means: 'The kind of network address in the SDP cannot be used here.',
    look: 'Look at the address type in the c= and o= lines.',
  },
  302: {
    phrase: 'Incompatible transport protocol',
    source: 'RFC 3261 §20.43',
    means:
      'The media transport in the SDP cannot be used here, for example encrypted media where plain media are expected.',
    look: 'Compare RTP/AVP, RTP/SAVP and UDP/TLS/RTP/SAVPF in the m= lines of both sides.',
  },
  303: {
    phrase: 'Incompatible bandwidth units',
    source: 'RFC 3261 §20.43',
    means: 'A bandwidth in the SDP is given in a unit that is not understood.',
    look: 'Look at the b= lines.',
  },
  304: {
    phrase: 'Media type not available',
    source: 'RFC 3261 §20.43',
    means: 'A kind of media in the SDP, such as video or fax, is not available here.',
    look: 'Look at the first word of each m= line.',
  },
  305: {
    phrase: 'Incompatible media format',
    source: 'RFC 3261 §20.43',
    means: 'No codec in the SDP can be used here.',
    look: 'Compare the formats in the m= lines and the a=rtpmap lines of both sides.',
  },
  306: {
    phrase: 'Attribute not understood',
    source: 'RFC 3261 §20.43',
    means: 'An attribute in the SDP is not supported.',
    look: 'Look at the a= lines.',
  },
  307: {
    phrase: 'Session description parameter not understood',
    source: 'RFC 3261 §20.43',
    means: 'Something else in the SDP is not understood.',
    look: 'Look at the lines of the SDP other than m=, c=, b= and a=.',
  },
  308: {
    phrase: 'Incompatible language specification',
    source: 'RFC 8373 §5.2',
    means: 'The two sides have no language in common.',
    look: 'Compare hlang-send and hlang-recv in the a= lines of both sides.',
  },
  330: {
    phrase: 'Multicast not available',
    source: 'RFC 3261 §20.43',
    means: 'The network of the callee does not support multicast.',
    look: 'Look for a multicast address in the c= lines.',
  },
  331: {
    phrase: 'Unicast not available',
    source: 'RFC 3261 §20.43',
    means: 'The network of the callee does not support unicast, usually because of a firewall.',
    look: 'Look at the firewall of the callee.',
  },
  370: {
    phrase: 'Insufficient bandwidth',
    source: 'RFC 3261 §20.43',
    means: 'The media need more bandwidth than is available.',
    look: 'Look at the b= lines, and offer fewer or smaller media.',
  },
  380: {
    phrase: 'SIPS Not Allowed',
    source: 'RFC 5630 §5.3',
    means: 'A sips: address was called, and the callee can be reached by sip: only.',
    look: 'Look at the scheme of the Request-URI, and at the Contact that the callee registered.',
  },
  381: {
    phrase: 'SIPS Required',
    source: 'RFC 5630 §5.3',
    means: 'A sip: address was called, and the callee can be reached by sips: only.',
    look: 'Look at the scheme of the Request-URI, and at the Contact that the callee registered.',
  },
  399: {
    phrase: 'Miscellaneous warning',
    source: 'RFC 3261 §20.43',
    means: 'The text of the warning is meant for people; software may not act on it.',
    look: 'Read the text of the warning.',
  },
} as const satisfies Record<number, WarningEntry>;

/** The entry of a Warning code, or undefined for a code that is not registered. */
export function warningEntry(code: number): WarningEntry | undefined {
  const entries: Readonly<Record<number, WarningEntry>> = warnings;
  return Object.hasOwn(entries, code) ? entries[code] : undefined;
}
