// What finished flows tell of the recording: which messages are there twice, and which direction is not there at all.
import type { Flow } from '../flow/model.ts';

/** Of which direction a recording shows nothing between the hosts of a flow. */
export type Silence = 'responses' | 'requests';

/**
 * The direction that is missing in a flow, when SIP was heard in the other one only, in any flow so far. Responses may be
 * missing because there were none; requests that were answered were sent.
 */
export function silenceIn({ transactions, window }: Flow): Silence | undefined {
  let silence: Silence | undefined;
  for (const { method, requests, responses, client, server } of transactions) {
    const isOneSided = requests.length === 0 || (responses.length === 0 && method !== 'ACK');
    if (!isOneSided || window.bothDirections(client, server)) continue;
    if (requests.length === 0) return 'requests';
    silence = 'responses';
  }
  return silence;
}

/** Calls `each` with the input of every message that is another sighting of a packet. */
export function eachDuplicate({ duplicates, sightings }: Flow, each: (input: number) => void): void {
  if (duplicates === 0) return;
  for (const { role, input } of sightings) if (role === 'duplicate') each(input);
}
