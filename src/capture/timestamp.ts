// The 64-bit tick counts of pcapng become microseconds and nanoseconds, exactly: a tick count of nanoseconds does not fit
// into a double, so the usual resolutions are divided in two halves and the unusual ones with BigInt.

const TWO_32 = 4294967296;

/** Where `ticksToTime` leaves its answer: `timeUs` since 1970 (floor), and 0–999 ns below it. */
export interface Instant {
  timeUs: number;
  nanos: number;
}

/** The clock of one interface. */
export interface Clock {
  /** Ticks per second. */
  readonly ticksPerSecond: bigint;
  /** Ticks per microsecond where that is a whole number that the fast path can use; otherwise 0. */
  readonly ticksPerUs: number;
  /** Added to every time (`if_tsoffset`), in seconds. */
  readonly offsetSeconds: number;
}

/**
 * The clock that `if_tsresol` and `if_tsoffset` describe.
 * @param resolution The option's byte: a negative power of 10, or of 2 when the highest bit is set. 6 is the default.
 */
export function clockOf(resolution: number, offsetSeconds: number): Clock {
  const exponent = resolution & 0x7f;
  const ticksPerSecond = (resolution & 0x80) === 0 ? 10n ** BigInt(exponent) : 2n ** BigInt(exponent);
  const ticksPerUs = (resolution & 0x80) === 0 && exponent >= 6 && exponent <= 12 ? 10 ** (exponent - 6) : 0;
  return { ticksPerSecond, ticksPerUs, offsetSeconds };
}

/** Writes the time of a tick count to `into`. False, and nothing written, when it lies outside what `timeUs` can hold. */
export function ticksToTime(high: number, low: number, clock: Clock, into: Instant): boolean {
  const { ticksPerUs } = clock;
  if (ticksPerUs === 0) return ticksToTimeSlowly(high, low, clock, into);
  // high * 2^32 + low, divided by at most 10^6: every intermediate value stays below 2^53.
  const highUs = Math.floor(high / ticksPerUs);
  const rest = (high - highUs * ticksPerUs) * TWO_32 + low;
  const restUs = Math.floor(rest / ticksPerUs);
  const timeUs = highUs * TWO_32 + restUs + clock.offsetSeconds * 1e6;
  if (!(timeUs >= 0 && timeUs <= Number.MAX_SAFE_INTEGER)) return false;
  into.timeUs = timeUs;
  into.nanos = Math.floor(((rest - restUs * ticksPerUs) * 1000) / ticksPerUs);
  return true;
}

function ticksToTimeSlowly(high: number, low: number, clock: Clock, into: Instant): boolean {
  const ticks = (BigInt(high) << 32n) | BigInt(low);
  const nanoseconds = (ticks * 1_000_000_000n) / clock.ticksPerSecond + BigInt(clock.offsetSeconds) * 1_000_000_000n;
  const timeUs = nanoseconds / 1000n;
  if (nanoseconds < 0n || timeUs > BigInt(Number.MAX_SAFE_INTEGER)) return false;
  into.timeUs = Number(timeUs);
  into.nanos = Number(nanoseconds % 1000n);
  return true;
}
