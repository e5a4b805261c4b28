// What finished flows tell of the recording: which messages are there twice, and which direction is not there at all.
import type { Flow } from '../flow/model.ts';

/** What a recording shows nothing of, between the hosts of a flow. */
export type Silence = 'responses' | 'requests';

/**
 * What is missing in a flow whose messages all went one way, between hosts of which no other flow so far shows the other
 * way either. Responses may be missing because there were none; requests that were answered were sent.
 */
export function silenceIn({ transactions, window }: Flow): Silence | undefined {
  let silence: Silence | undefined;
  for (const { requests, responses, acks, client, server } of transactions) {
    const isAnswered = responses.length > 0;
    if (isAnswered && requests.length + acks.length > 0) return undefined;
    if (window.bothDirections(client, server)) return undefined;
    if (isAnswered) silence = 'requests';
    else silence ??= 'responses';
  }
  return silence;
}

/** Calls `each` with the input of every message that is another sighting of a packet. */
export function eachDuplicate({ duplicates, sightings }: Flow, each: (input: number) => void): void {
  if (duplicates === 0) return;
  for (const { role, input } of sightings) if (role === 'duplicate') each(input);
}
