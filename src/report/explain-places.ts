// Where a header field may stand, in sentences.
import { type HeaderName, type HeaderPlace, headerPlaces } from '../knowledge/header-places.ts';
import type { Method } from '../knowledge/methods.ts';
import type { Guide } from '../languages/guide.ts';
import type { Values } from '../text/phrase.ts';
import { say } from '../text/say.ts';

/** Where the header may stand, where it must, and what proxies do with it. */
export function placesOf(name: HeaderName, guide: Guide): readonly string[] {
  const place: HeaderPlace = headerPlaces[name];
  const { places, proxies } = guide.headings;
  const fill = (key: keyof typeof places, values: Values = {}): string => say(places[key], values, guide.locale);
  if (place.only !== undefined) return [fill(place.only)];
  return [
    ...requestPlaces(place, fill),
    ...responsePlaces(place, fill),
    ...mandatoryPlaces(place, fill),
    ...(place.proxy ?? []).map((duty) => proxies[duty]),
  ];
}

type Fill = (key: keyof Guide['headings']['places'], values?: Values) => string;

function requestPlaces({ requests }: HeaderPlace, fill: Fill): string[] {
  if (requests === undefined) return [];
  if (requests === 'all') return [fill('requests')];
  if ('not' in requests) return [fill('requestsBut', { methods: requests.not.join(', ') })];
  return [fill('requestsOf', { methods: requests.join(', ') })];
}

function responsePlaces({ responses, to }: HeaderPlace, fill: Fill): string[] {
  if (responses === undefined) return [];
  const methods = to?.join(', ');
  if (responses === 'all') return [methods === undefined ? fill('responses') : fill('responsesTo', { methods })];
  const codes = responses.join(', ');
  return [methods === undefined ? fill('responsesOf', { codes }) : fill('responsesOfTo', { methods, codes })];
}

function mandatoryPlaces({ must }: HeaderPlace, fill: Fill): string[] {
  if (must === undefined) return [];
  if (must === 'messages') return [fill('mustEverywhere')];
  if (must === 'requests') return [fill('mustInRequests')];
  return [fill('mustIn', { places: must.join(', ') })];
}

/** The headers that a request of this method must carry besides those of every request. */
export function headersNeededBy(method: Method): readonly string[] {
  return Object.entries<HeaderPlace>(headerPlaces).flatMap(([name, { must }]) =>
    Array.isArray(must) && must.includes(method) ? [name] : [],
  );
}
