// Short forms for people: a URI without its scheme, a file without the folders that all files share, a command to copy.
import { type Cause, type CauseExample, type Finding, flowOf, subjectId } from '../annotate/finding.ts';
import type { FlowKind } from '../flow/model.ts';
import { witnessOf } from '../rules/evidence.ts';
import { hostOf } from '../rules/host.ts';
import { columnsOf, printable } from './printable.ts';
import type { TlsGroup } from './tls-groups.ts';
import { word } from './words.ts';

/** A URI without its scheme, printable and bounded: `alice@example.com`. */
export function shortUri(uri: string): string {
  return printable(uri.replace(/^sips?:/i, ''), 60);
}

/** `siplens -f json trunk.pcap`, with a placeholder where there are several captures or the name needs quoting. */
export function commandFor(files: readonly string[], options: string): string {
  const [file] = files;
  const plain = files.length === 1 && file !== undefined && /^[\w./@%+,][\w./@%+,-]*$/.test(file);
  return `siplens ${options} ${plain ? file : '<capture>'}`;
}

/** A command that lists the flows with the cause of this finding: by its rule, its method, and the host it is about. */
export function listingCommandFor(
  files: readonly string[],
  { rule, method, peer }: Pick<Finding, 'rule' | 'method' | 'peer'>,
): string {
  const filters = [`--rule ${rule}`];
  if (method !== undefined && /^[A-Z]+$/.test(method)) filters.push(`--method ${method}`);
  if (peer !== undefined) filters.push(`--host ${hostOf(peer)}`);
  return commandFor(files, `flows ${filters.join(' ')}`);
}

/** What a cause was found in: `call-1`, `tls-3`, `in 4 flows`. */
export function subjectsIn({ flows, examples: [{ report }] }: Cause, locale: string): string {
  if (flows === 1) return subjectId(report);
  return word(flowOf(report) ? 'inFlows' : 'inConnections', locale, { count: flows });
}

/** What is known of TLS that could not be read: `sip.example.com, TLS 1.2, certificate of Example CA for …, 3 connections`. */
export function tlsText(
  { serverName, version, subject, issuer, count }: TlsGroup,
  locale: string,
  shown: (text: string, columns: number) => string,
): string {
  return [
    ...(serverName === '' ? [] : [shown(serverName, 80)]),
    ...(version === '' ? [] : [version]),
    ...(subject === ''
      ? []
      : [word('certificateOf', locale, { subject: shown(subject, 80), issuer: shown(issuer, 80) })]),
    word('connections', locale, { count }),
  ].join(', ');
}

/** When what an example is about began: proof is counted from there. */
export function startOf({ finding, report }: CauseExample): number {
  return (
    flowOf(report)?.sightings.at(0)?.timeUs ?? Math.min(...finding.evidence.map((piece) => witnessOf(piece).timeUs))
  );
}

/** The end of a path says more than its beginning: `…/baresip-call/capture.pcap`. Whole folders, if any fits. */
export function fitStart(path: string, columns: number): string {
  return columnsOf(path) <= columns ? path : (wholeFolders(path, columns) ?? cutAnywhere(path, columns));
}

/** Undefined when not even the name of the file fits. */
function wholeFolders(path: string, columns: number): string | undefined {
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
    if (columnsOf(path.slice(at)) < columns) return `…${path.slice(at)}`;
  }
  return undefined;
}

function cutAnywhere(path: string, columns: number): string {
  return columnsOf(path) <= columns ? path : `…${path.slice(1 - columns)}`;
}

/** Names by which the files can be told apart: without the folders that all of them share; printable. */
export function shortNames(files: readonly string[], columns: number): readonly string[] {
  const [first = ''] = files;
  let shared = first.lastIndexOf('/') + 1;
  while (shared > 0 && !files.every((file) => file.startsWith(first.slice(0, shared)))) {
    shared = first.lastIndexOf('/', shared - 2) + 1;
  }
  const names = files.map((file) => printable(file.slice(shared)));
  const whole = names.map((name) => fitStart(name, columns));
  return new Set(whole).size === files.length ? whole : names.map((name) => cutAnywhere(name, columns));
}

/**
 * Who wanted what of whom: `alice@example.com → bob@example.net`, and of an account that registers itself,
 * `alice@example.com at 203.0.113.5:5060`.
 */
export function partiesOf(
  {
    kind,
    from,
    to,
    server,
  }: { readonly kind: FlowKind; readonly from: string; readonly to: string; readonly server: string },
  locale: string,
  shown: (text: string) => string = shortUri,
): string {
  const isOwnAccount = kind === 'registration' && from === to && server !== '';
  return isOwnAccount
    ? word('accountAt', locale, { account: shown(from), server: shown(server) })
    : `${shown(from)} → ${shown(to)}`;
}
