// How a rule points at what proves its finding.
import type { Sighting } from '../flow/model.ts';
import type { Evidence } from './rule.ts';

/** A sighting as a whole, or the bytes of its first header `name` where it has one. */
export function evidenceOf(sighting: Sighting, name?: string): Evidence {
  const span = name === undefined ? undefined : sighting.message.spanOf(name);
  return span ? { sighting, offset: span.start, length: span.end - span.start } : { sighting };
}
