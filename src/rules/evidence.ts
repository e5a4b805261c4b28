// How a rule points at what proves its finding.
import type { IcmpError, Sighting } from '../flow/model.ts';
import { hostOf } from './host.ts';
import type { Evidence, OtherPacket, PacketEvidence } from './rule.ts';

/** A sighting as a whole, or the bytes of its first header `name` where it has one. */
export function evidenceOf(sighting: Sighting, name?: string): Evidence {
  const span = name === undefined ? undefined : sighting.message.spanOf(name);
  return span ? { sighting, offset: span.start, length: span.end - span.start } : { sighting };
}

/** Where a piece of proof stands in the capture. */
export function witnessOf(evidence: Evidence | PacketEvidence): Sighting | OtherPacket {
  return evidence.sighting === undefined ? evidence.packet : (evidence.packet ?? evidence.sighting);
}

/** An ICMP error about a request. */
export function icmpEvidence(request: Sighting, error: IcmpError): Evidence {
  const { input, frame, timeUs, nanos, reporter, meaning, wire } = error;
  const [name = '', numbers = ''] = wire.split(/ (.*)/s);
  const said = meaning === 'other' ? name : `${name} ${meaning.replace('-', ' ')}`;
  const packet = {
    input,
    frame,
    timeUs,
    nanos,
    source: reporter,
    destination: hostOf(request.source),
    text: `${said} (${numbers})`,
  };
  return { sighting: request, packet };
}
