// Protocols of the Reason header (RFC 3326 §2 and the IANA registry): whose numbers `cause` holds.

/** One protocol of the Reason header. */
export interface ReasonProtocolEntry {
  readonly source: string;
  /** What the cause number stands for. */
  readonly cause: string;
  /** The causes themselves, where they are few. Those of SIP and Q.850 have tables of their own. */
  readonly causes?: Readonly<Record<number, string>>;
}

/** The registered protocols by their token. */
export const reasonProtocols = {
  SIP: { source: 'RFC 3326 §2', cause: 'A SIP status code.' },
  'Q.850': { source: 'RFC 6432 §3', cause: 'A cause of ITU-T Q.850, from the telephone network.' },
  Preemption: {
    source: 'RFC 4411 §5',
    cause: 'Why a call was cut off in favour of a more important one.',
    causes: {
      1: 'The user agent cut the call off for one with higher priority.',
      2: 'The network took back resources that it had reserved for the call.',
      3: 'The call was cut off for one with higher priority, without further detail.',
      4: 'The call was cut off for one with higher priority in a network other than IP.',
    },
  },
  STIR: {
    source: 'RFC 8224 §6.2.2',
    cause: 'What was wrong with the signature of the calling number.',
    causes: {
      403: 'The signature is too old.',
      428: 'The call is not signed.',
      436: 'The certificate could not be fetched.',
      437: 'The certificate is not trusted or not supported.',
      438: 'The signature does not fit the request.',
    },
  },
  RELEASE_CAUSE: {
    source: '3GPP TS 24.229',
    cause: 'Why a mobile device ended the call.',
    causes: {
      1: 'The user ended the call.',
      2: 'RTP or RTCP stopped arriving.',
      3: 'The bearer for the media was lost.',
      4: 'The ACK did not come in time.',
      5: 'A response did not come in time.',
      6: 'The call took too long to set up.',
      7: 'Redirecting the call failed.',
    },
  },
  FAILURE_CAUSE: {
    source: '3GPP TS 24.229',
    cause: 'Why the mobile network ended the call.',
    causes: {
      1: 'The bearer for the media, or its quality, was lost.',
      2: 'The bearer for signalling was released.',
      3: 'The resources for the call could not be reserved.',
    },
  },
  EMM: { source: '3GPP TS 24.301', cause: 'A cause of LTE mobility management.' },
  ESM: { source: '3GPP TS 24.301', cause: 'A cause of LTE session management.' },
  '5GMM': { source: '3GPP TS 24.501', cause: 'A cause of 5G mobility management.' },
  '5GSM': { source: '3GPP TS 24.501', cause: 'A cause of 5G session management.' },
  'S1AP-RNL': { source: '3GPP TS 36.413', cause: 'A cause of the LTE radio network layer.' },
  'S1AP-TL': { source: '3GPP TS 36.413', cause: 'A cause of the LTE transport layer.' },
  'S1AP-NAS': { source: '3GPP TS 36.413', cause: 'A cause of LTE signalling between device and core.' },
  'S1AP-MISC': { source: '3GPP TS 36.413', cause: 'A miscellaneous cause of the LTE radio access.' },
  'S1AP-PROT': { source: '3GPP TS 36.413', cause: 'A protocol cause of the LTE radio access.' },
  'NGAP-RNL': { source: '3GPP TS 38.413', cause: 'A cause of the 5G radio network layer.' },
  'NGAP-TL': { source: '3GPP TS 38.413', cause: 'A cause of the 5G transport layer.' },
  'NGAP-NAS': { source: '3GPP TS 38.413', cause: 'A cause of 5G signalling between device and core.' },
  'NGAP-MISC': { source: '3GPP TS 38.413', cause: 'A miscellaneous cause of the 5G radio access.' },
  'NGAP-PROT': { source: '3GPP TS 38.413', cause: 'A protocol cause of the 5G radio access.' },
  DIAMETER: { source: '3GPP TS 29.274', cause: 'A cause from Diameter, for access over untrusted Wi-Fi.' },
  IKEV2: { source: '3GPP TS 29.274', cause: 'A cause from IKEv2, for access over Wi-Fi.' },
} as const satisfies Record<string, ReasonProtocolEntry>;

const byLowerCase: ReadonlyMap<string, ReasonProtocolEntry> = new Map(
  Object.entries(reasonProtocols).map(([token, entry]) => [token.toLowerCase(), entry]),
);

/** The entry of a protocol token, in any case (RFC 3261 §7.3.1), or undefined for one that is not registered. */
export function reasonProtocolEntry(token: string): ReasonProtocolEntry | undefined {
  return byLowerCase.get(token.toLowerCase());
}
