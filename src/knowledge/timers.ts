// The timers of SIP with their default values, in microseconds like every time in the house, as the RFCs derive them.

/** Estimate of the round-trip time. RFC 3261 §17.1.1.1. */
export const T1_US = 500_000;

/** Longest interval between retransmissions of non-INVITE requests and of responses to INVITE. RFC 3261 §17.1.2.2. */
export const T2_US = 4_000_000;

/** Longest time a message stays in the network. RFC 3261 §17.1.2.2. */
export const T4_US = 5_000_000;

/** Timer A: first retransmission of an INVITE over UDP; doubles each time. RFC 3261 §17.1.1.2. */
export const TIMER_A_US = T1_US;

/** Timer B: an INVITE without any response is given up. RFC 3261 §17.1.1.2. */
export const TIMER_B_US = 64 * T1_US;

/** Timer C: a proxy gives up an INVITE that is not answered finally. "Larger than 3 minutes". RFC 3261 §16.6 item 11. */
export const TIMER_C_US = 180_000_000;

/** Timer D: the client absorbs repeated 3xx–6xx to its INVITE; UDP only, 0 elsewhere. RFC 3261 §17.1.1.2. */
export const TIMER_D_US = 32_000_000;

/** Timer E: first retransmission of a non-INVITE request over UDP; doubles up to T2. RFC 3261 §17.1.2.2. */
export const TIMER_E_US = T1_US;

/** Timer F: a non-INVITE request without a final response is given up. RFC 3261 §17.1.2.2. */
export const TIMER_F_US = 64 * T1_US;

/** Timer G: first retransmission of a 3xx–6xx to INVITE over UDP; doubles up to T2. RFC 3261 §17.2.1. */
export const TIMER_G_US = T1_US;

/** Timer H: the wait for the ACK to a 3xx–6xx. RFC 3261 §17.2.1. */
export const TIMER_H_US = 64 * T1_US;

/** Timer I: the server absorbs repeated ACKs; UDP only, 0 elsewhere. RFC 3261 §17.2.1. */
export const TIMER_I_US = T4_US;

/** Timer J: the server answers repeated non-INVITE requests again; UDP only, 0 elsewhere. RFC 3261 §17.2.2. */
export const TIMER_J_US = 64 * T1_US;

/** Timer K: the client absorbs repeated final responses to non-INVITE; UDP only, 0 elsewhere. RFC 3261 §17.1.2.2. */
export const TIMER_K_US = T4_US;

/** Timer L: the server side of an INVITE stays after its 2xx, so that a repeated INVITE is recognised. RFC 6026 §7.1. */
export const TIMER_L_US = 64 * T1_US;

/** Timer M: the client side of an INVITE stays after its first 2xx and collects those of other forks. RFC 6026 §7.2. */
export const TIMER_M_US = 64 * T1_US;

/** Timer N: a subscriber waits for the first NOTIFY. RFC 6665 §4.1.2.4. */
export const TIMER_N_US = 64 * T1_US;

/** How long the UAS core repeats its 2xx to INVITE and waits for the ACK, over every transport. RFC 3261 §13.3.1.4. */
export const ACK_WAIT_US = 64 * T1_US;

/** How long a UAC waits for the 487 after CANCEL before it takes the INVITE for cancelled. RFC 3261 §9.1. */
export const CANCEL_WAIT_US = 64 * T1_US;

/** How long a reliable provisional response is repeated while its PRACK is missing. RFC 3262 §3. */
export const PRACK_WAIT_US = 64 * T1_US;

/** A server that cannot answer an INVITE within this time sends 100 Trying. RFC 3261 §17.2.1. */
export const TRYING_WITHIN_US = 200_000;

/** Earliest 100 to a non-INVITE request over UDP: when the client's Timer E reaches T2. RFC 4320 §4.1. */
export const NON_INVITE_TRYING_AFTER_US = T1_US + 2 * T1_US + 4 * T1_US;

/** How often a UAS repeats a provisional response other than 100 to keep proxies waiting. RFC 3261 §13.3.1.1. */
export const PROGRESS_REFRESH_US = 60_000_000;

/** The same for provisional responses sent reliably. RFC 3262 §3. */
export const RELIABLE_PROGRESS_REFRESH_US = 150_000_000;

/** After a 491 the side that chose the Call-ID retries within this window, in steps of 10 ms. RFC 3261 §14.1. */
export const GLARE_RETRY_OWNER_US = { earliest: 2_100_000, latest: 4_000_000 } as const;

/** After a 491 the side that did not choose the Call-ID retries within this window. RFC 3261 §14.1. */
export const GLARE_RETRY_OTHER_US = { earliest: 0, latest: 2_000_000 } as const;

/** Largest Retry-After, in seconds, in the 500 to an INVITE that overlaps an earlier one. RFC 3261 §14.2. */
export const OVERLAP_RETRY_AFTER_MAX_S = 10;

/**
 * What a malformed expiry of a registration counts as, in seconds, and the usual choice of a registrar where the client
 * names none. RFC 3261 §10.2.1.1.
 */
export const REGISTRATION_DEFAULT_S = 3600;

/** A registrar and a notifier may refuse an expiry as too brief only below this many seconds. RFC 3261 §10.3. */
export const TOO_BRIEF_BELOW_S = 3600;

/** Smallest Session-Expires and Min-SE, in seconds. RFC 4028 §4. */
export const SESSION_EXPIRES_MIN_S = 90;

/** Recommended Session-Expires, in seconds. RFC 4028 §4. */
export const SESSION_EXPIRES_DEFAULT_S = 1800;
