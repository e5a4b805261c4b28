// Recordings for tests of the gate, written as flow scripts.

const TWO = `alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
`;

/** A busy callee (info), then a challenge that is never answered (warning). */
export const REFUSED = `# A call finds the callee busy; a registration is given up when it is challenged.
${TWO}
0.0    alice -> bob  INVITE
+0.01  bob -> alice  100 Trying
+0.5   bob -> alice  486 Busy Here
+0.01  alice -> bob  ACK
+40.0  alice -> bob  REGISTER @second
+0.01  bob -> alice  401 Unauthorized @second
end +60
`;

/** A request that may yet be answered when the recording ends. */
export const STOPS_EARLY = `# The recording ends right after the request.
${TWO}
0.0    alice -> bob  OPTIONS
end +1
`;

/** Two packets that are not SIP. */
export const NOTHING_BUT_VOICE = `# Somebody recorded the wrong port.
${TWO}
end +1
end +2
`;
