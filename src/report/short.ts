// Short forms for people: a URI without its scheme, a file without the folders that all files share, a command to copy.
import { columnsOf, printable } from './printable.ts';

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

/** The end of a path says more than its beginning: `…/baresip-call/capture.pcap`. */
export function fitStart(path: string, columns: number): string {
  return columnsOf(path) <= columns ? path : `…${path.slice(1 - columns)}`;
}

/** Names by which the files can be told apart: without the folders that all of them share; printable. */
export function shortNames(files: readonly string[], columns: number): readonly string[] {
  const [first = ''] = files;
  let shared = first.lastIndexOf('/') + 1;
  while (shared > 0 && !files.every((file) => file.startsWith(first.slice(0, shared)))) {
    shared = first.lastIndexOf('/', shared - 2) + 1;
  }
  return files.map((file) => fitStart(printable(file.slice(shared)), columns));
}
