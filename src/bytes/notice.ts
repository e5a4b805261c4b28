// Everything that siplens can say about bytes it could not use. One table: the codes are a promise, the words are English.

/** Notice code → English sentence. `{count, plural, …}` is how often it happened; the sentence must read well for 1 and for many. */
export const notices = {
  'file-cut': 'the file ends in the middle of a packet: everything before it was analyzed',
  'gzip-damaged': 'the compressed file is damaged or cut off: what could be decompressed was analyzed',
  'zstd-damaged': 'the compressed file is damaged or cut off: what could be decompressed was analyzed',
  'trailing-bytes': 'behind the compressed data stand bytes that are not compressed: they were left out',
  'record-damaged':
    '{count, plural, one {a packet record} other {# packet records}} in the file could not be read, because the length it claims is impossible: reading went on at the next sound record, and packets in between are missing',
  'blocks-skipped':
    '{count, plural, one {a block} other {# blocks}} of the file that {count, plural, one {is} other {are}} of a kind that is not understood, or too long, {count, plural, one {was} other {were}} passed over',
  'interface-missing':
    '{count, plural, one {a packet names} other {# packets name}} a capture interface that the file does not describe, and could not be used',
  'time-implausible':
    '{count, plural, one {a packet has} other {# packets have}} an impossible time, and got the time of the packet before',
  'time-missing':
    '{count, plural, one {a packet was} other {# packets were}} recorded without a time, and got the time of the packet before',
  'clock-set-back':
    '{count, plural, one {a packet has} other {# packets have}} an earlier time than the packet before: the clock of the recording was set back, or packets of several recordings are not in order; times and durations around {count, plural, one {it} other {them}} are not reliable',
  'time-without-date':
    '{count, plural, one {a message of the text has} other {# messages of the text have}} a time without its date: the days and years told here are not real, the time between two messages is',
  'endpoint-unknown':
    '{count, plural, one {a message of the text does} other {# messages of the text do}} not say both who sent it and to whom: what is not told was taken from the topmost Via, or is shown as 0.0.0.1 (100::1), the program that wrote the text, and 0.0.0.2 (100::2), the other side',
  'message-cut-in-text':
    '{count, plural, one {a message is} other {# messages are}} not whole in the text: the beginning was analyzed',
  'body-length-in-text':
    '{count, plural, one {a message has} other {# messages have}} more body in the text than its Content-Length says, as when something in it was replaced: the body was taken as it stands',
  'dropped-while-capturing':
    'the capturing system says that it lost {count, plural, one {a packet} other {# packets}}: what seems to be missing may have been sent',
  'link-type-unknown':
    '{count, plural, one {a packet} other {# packets}} of a link type that is not understood could not be used',
  'link-header-bad':
    '{count, plural, one {a packet is} other {# packets are}} too short for a link-layer header, or the header contradicts itself',
  'link-checksum-bad':
    '{count, plural, one {a packet was} other {# packets were}} received with a wrong checksum of the link layer, and not looked at',
  'wireless-fragments':
    '{count, plural, one {a part} other {# parts}} of wireless frames that were sent in pieces could not be used',
  'ip-header-bad':
    '{count, plural, one {a packet has} other {# packets have}} an IP header that is cut off or contradicts itself, and could not be used',
  'ip-length-beyond-packet':
    '{count, plural, one {an IP header promises} other {# IP headers promise}} more bytes than there were on the wire',
  'ip-nested-too-deeply':
    '{count, plural, one {a packet was} other {# packets were}} wrapped in more headers than are looked through',
  'udp-header-bad':
    '{count, plural, one {a packet has} other {# packets have}} a UDP header that is cut off or contradicts itself, and could not be used',
  'udp-length-beyond-packet':
    '{count, plural, one {a UDP header promises} other {# UDP headers promise}} more bytes than the IP packet around it holds',
  'tcp-header-bad':
    '{count, plural, one {a packet has} other {# packets have}} a TCP header that is cut off or contradicts itself, and could not be used',
  'sctp-header-bad':
    '{count, plural, one {a packet has} other {# packets have}} an SCTP header that is cut off, and could not be used',
  'fragments-missing':
    '{count, plural, one {a packet was} other {# packets were}} sent in fragments that were not all captured: at most the beginning was analyzed',
  'fragments-bad':
    '{count, plural, one {an IP fragment} other {# IP fragments}} could not be used, because {count, plural, one {its} other {their}} length or position is impossible',
  'tcp-gap':
    'bytes of a TCP connection are missing in the capture{count, plural, one {} other { in # places}}: SIP messages there could not be put together',
  'tcp-connections-evicted':
    '{count, plural, one {a quiet TCP connection was} other {# quiet TCP connections were}} forgotten, because the capture holds too many at once',
  'tcp-framing-lost':
    'a TCP stream lost its place {count, plural, one {once} other {# times}}, because a Content-Length was missing or wrong, or the recording began in the middle of a message: reading went on at the next start line',
  'tls-no-key-log':
    '{count, plural, one {a TLS connection} other {# TLS connections}} could not be decrypted, because no key log was given: SIP may be inside',
  'tls-no-secrets':
    'the key log has no secrets for {count, plural, one {a TLS connection} other {# TLS connections}}: SIP may be inside',
  'tls-wrong-secrets':
    'the secrets that the key log has for {count, plural, one {a TLS connection do not open it} other {# TLS connections do not open them}}: SIP may be inside',
  'tls-unsupported':
    '{count, plural, one {a TLS connection uses} other {# TLS connections use}} a cipher suite or a version that cannot be decrypted here: SIP may be inside',
  'tls-no-handshake':
    '{count, plural, one {a TLS connection} other {# TLS connections}} could not be decrypted, not even with a key log, because the handshake is not in the recording as a whole: SIP may be inside',
  'tls-records-bad':
    '{count, plural, one {a TLS record was} other {# TLS records were}} left out, because what the secrets make of {count, plural, one {it} other {them}} does not prove genuine',
  'tls-records-dropped':
    '{count, plural, one {a TLS record was} other {# TLS records were}} left out, because more came before the secrets than can wait for them (256 KiB of a connection, 16 MiB in all)',
  'tls-early-data':
    '{count, plural, one {a TLS record that was} other {# TLS records that were}} sent before the handshake (0-RTT) {count, plural, one {was} other {were}} left out, because the server refused {count, plural, one {it} other {them}} or the key log has no secret for {count, plural, one {it} other {them}}',
  'key-log-too-large':
    '{count, plural, one {a secret of the key log was} other {# secrets of the key log were}} left out, because there are more than 100000',
  'message-too-large':
    '{count, plural, one {a message over TCP was} other {# messages over TCP were}} larger than is kept (64 KiB of headers, 1 MiB of body) and left out',
  'ws-framing-lost':
    'a WebSocket lost its place {count, plural, one {once} other {# times}}, because what should have been a frame was none: reading went on at the next frame that could be told',
  'ws-history-missing':
    '{count, plural, one {a compressed WebSocket message} other {# compressed WebSocket messages}} could not be read: what {count, plural, one {it refers} other {they refer}} back to was not recorded, or is damaged',
  'sctp-chunk-bad':
    '{count, plural, one {an SCTP packet holds} other {# SCTP packets hold}} a chunk whose length is impossible: what stands behind it was not read',
  'sctp-fragments-missing':
    '{count, plural, one {a message over SCTP was} other {# messages over SCTP were}} sent in fragments that were not all captured: at most the beginning was analyzed',
  'hep-damaged':
    '{count, plural, one {a HEP packet} other {# HEP packets}} could not be read, because a length in it is impossible or its compressed message is damaged',
  'stream-memory-full':
    '{count, plural, one {a message} other {# messages}} over TCP could not be waited for, because too many bytes of too many connections waited at once: what had come was analyzed',
  'icmp-unmatched':
    '{count, plural, one {an ICMP error is} other {# ICMP errors are}} about SIP that was not captured before: what was rejected there belongs to no flow',
  'sip-without-headers':
    '{count, plural, one {a packet begins} other {# packets begin}} like SIP, but {count, plural, one {carries} other {carry}} no SIP header: another protocol, left out',
  'flow-evicted':
    '{count, plural, one {a flow was} other {# flows were}} judged before {count, plural, one {its} other {their}} end, because more were open at once than are kept: what seems to be missing there may have come later',
  'flow-too-long':
    '{count, plural, one {a flow was} other {flows were}} so long that {count, plural, one {it was} other {they were}} judged in parts{count, plural, one {} other {, # times in all}}',
} as const satisfies Record<string, string>;

/** The code of a notice, as it stands in the JSON (`inputs[].notices[].code`). */
export type NoticeCode = keyof typeof notices;

/**
 * How a room says that it could not use something. Never throws, never prints; the corridor counts per code and keeps
 * the first frame.
 * @param frame 1-based frame number in its file; 0 when the notice is about the file as a whole.
 * @param times How often it happened; 1 when absent.
 */
export type Note = (code: NoticeCode, frame: number, times?: number) => void;
