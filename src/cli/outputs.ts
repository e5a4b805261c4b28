// Options -f and -o become the places that results go to, each with its format.
import { closeSync, openSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { printable } from '../report/printable.ts';
import { reasonOf } from './captures.ts';
import { type SpokenIo, UsageError, wantsColor, widthOf } from './io.ts';
import { said } from './said.ts';
import { openStepSummary } from './step-summary.ts';
import { writeAll } from './write-all.ts';

/** One place that results go to. */
export interface Destination<Format extends string> {
  readonly format: Format;
  readonly write: (text: string) => void;
  readonly color: boolean;
  readonly width: number;
  readonly close: () => void;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  '': 'text',
  '.txt': 'text',
  '.text': 'text',
  '.log': 'text',
  '.flow': 'text',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.xml': 'junit',
  '.sarif': 'sarif',
  '.tap': 'tap',
};

/** Names that say more than their extension. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\.sarif\.json$/i, 'sarif'],
  // What the documentation of GitLab calls it.
  [/(^|[/\\])gl-code-quality-report\.json$|\.gitlab\.json$/i, 'gitlab'],
];

/** What the command line says about where results go. */
export interface DestinationRequest<Format extends string> {
  /** Formats of the command, its default first. */
  readonly formats: readonly [Format, ...Format[]];
  readonly format?: Format | undefined;
  readonly output?: readonly string[] | undefined;
  readonly color?: boolean | undefined;
  /** Files that are read: none of them may be written over. */
  readonly reading: readonly string[];
}

/**
 * Opens every destination before anything is read, so that a typing mistake costs no waiting.
 * @throws UsageError naming the file that cannot be written or whose format cannot be told.
 */
export function openDestinations<Format extends string>(
  request: DestinationRequest<Format>,
  io: SpokenIo,
): Destination<Format>[] {
  const names = request.output ?? [];
  const wanted = names.length === 0 ? ['-'] : [...new Set(names)];
  const formats = wanted.map((name) => request.format ?? formatFor(name, request.formats));
  for (const name of wanted) refuseToOverwrite(name, request.reading);
  const places = wanted.map((name, index): Destination<Format> => {
    const format = formats[index] ?? request.formats[0];
    if (name === '-') {
      const color = wantsColor(request.color, io.stdout, io.env);
      return {
        format,
        color,
        width: widthOf(io.stdout, io.env),
        write: (text) => io.stdout.write(text),
        close: () => undefined,
      };
    }
    return { ...openFile(name), format, color: request.color ?? false, width: 100 };
  });
  return [...places, ...stepSummaryOf(wanted, formats, request.formats, io)];
}

/** Annotations on standard output come with the page of the step, where there is one. */
function stepSummaryOf<Format extends string>(
  names: readonly string[],
  formats: readonly Format[],
  known: readonly Format[],
  io: SpokenIo,
): Destination<Format>[] {
  const markdown = known.find((format) => format === 'markdown');
  const isMeant = names.some((name, index) => name === '-' && formats[index] === 'github');
  const page = isMeant && markdown !== undefined ? openStepSummary(io) : undefined;
  return page && markdown !== undefined ? [{ ...page, format: markdown, color: false, width: 100 }] : [];
}

function formatFor<Format extends string>(name: string, formats: readonly [Format, ...Format[]]): Format {
  if (name === '-') return formats[0];
  const extension = extname(name).toLowerCase();
  const meant = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? EXTENSIONS[extension];
  const known =
    formats.find((format) => format === meant) ?? formats.find((format) => format === EXTENSIONS[extension]);
  if (known !== undefined) return known;
  const values = { name: printable(name), extension: printable(extension, 20), formats: formats.join('|') };
  throw new UsageError(said('noFormat', values));
}

function refuseToOverwrite(name: string, reading: readonly string[]): void {
  const target = name === '-' ? undefined : statSync(name, { throwIfNoEntry: false });
  if (!target) return;
  for (const path of reading) {
    const source = statSync(path, { throwIfNoEntry: false });
    if (source && source.ino === target.ino && source.dev === target.dev) {
      throw new UsageError(said('about', { name: `-o ${printable(name)}`, problem: said('isCapture') }));
    }
  }
}

function openFile(name: string): Pick<Destination<string>, 'write' | 'close'> {
  try {
    const file = openSync(name, 'w');
    return {
      write: (text) => {
        try {
          writeAll(file, text);
        } catch (error) {
          throw unwritable(name, error);
        }
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    throw unwritable(name, error);
  }
}

function unwritable(name: string, error: unknown): UsageError {
  return new UsageError(said('about', { name: `-o ${printable(name)}`, problem: reasonOf(error) }), { cause: error });
}
