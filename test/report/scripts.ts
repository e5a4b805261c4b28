// Small analyses for tests of reporters, written as flow scripts.

/** A call whose ACK is lost because of a private Contact, a registration that is challenged, an OPTIONS ping. */
export const MIXED = `# The ACK of the call never comes; the registration and the ping are healthy.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0    alice -> bob  INVITE
+0.01  bob -> alice  100 Trying
+2.0   bob -> alice  200 OK
       | Contact: <sip:bob@10.0.0.5:5060>
+0.5   again x10 doubling to 4
+0.5   bob -> alice  BYE
+0.02  alice -> bob  200 OK

call ping
+1.0   alice -> bob  OPTIONS
+0.01  bob -> alice  200 OK
`;

/** One call without a fault. */
export const HEALTHY = `# An ordinary call.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060

0.0    alice -> bob  INVITE
+0.01  bob -> alice  180 Ringing
+2.0   bob -> alice  200 OK
+0.01  alice -> bob  ACK
+9.0   bob -> alice  BYE
+0.02  alice -> bob  200 OK
`;
