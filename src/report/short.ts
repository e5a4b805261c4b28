// Short forms for people: a URI without its scheme, a command to copy.
import { printable } from './printable.ts';

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
