// YAML or JSON that somebody wrote becomes a value of a schema, or problems with line and column: unknown keys and values
// that do not fit, with what may have been meant.
import * as v from 'valibot';
import { didYouMean } from '../text/alike.ts';

/** Something that is wrong with a document, and where: 1-based. */
export interface DocumentProblem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Thrown when a document does not fit; the message has a line for each problem, `file:line:column: …`. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problems: readonly DocumentProblem[];

  constructor(file: string, problems: readonly DocumentProblem[]) {
    super(problems.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`).join('\n'));
    this.problems = problems;
  }
}

type Path = readonly (string | number)[];
type Schema = v.GenericSchema<unknown, unknown>;

/** A problem with the value at a path, or with the name of its key. */
export interface DocumentComplaint {
  readonly path: Path;
  readonly aboutKey?: boolean;
  readonly text: string;
}

const MAX_PROBLEMS = 20;
/** Nobody writes more by hand, and anchors could make a little of it very large. */
const MAX_LENGTH = 1_000_000;

/**
 * Reads a document. What a schema cannot say, `check` adds: problems by path.
 * @throws DocumentError
 */
export async function readDocument<const Checked extends Schema>(
  file: string,
  text: string,
  schema: Checked,
  check: (value: v.InferOutput<Checked>) => readonly DocumentComplaint[] = () => [],
): Promise<v.InferOutput<Checked>> {
  if (text.length > MAX_LENGTH) throw new DocumentError(file, [{ line: 1, column: 1, text: 'the file is too large' }]);
  const { parseDocument, LineCounter, isMap, isSeq, isScalar } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [broken] = document.errors;
  if (broken) throw new DocumentError(file, [{ ...place(broken.pos[0]), text: broken.message.split('\n')[0] ?? '' }]);

  /** Where a key or a value stands; of what is missing, where it would belong. */
  const offsetOf = (path: Path, aboutKey: boolean): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const [index, step] of path.entries()) {
      const isLast = index === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) return offset;
        const keyAt = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
        if (isLast && aboutKey) return keyAt;
        offset = keyAt;
        node = pair.value;
      } else if (isSeq(node)) node = node.items[Number(step)];
      else return offset;
      offset = startOf(node) ?? offset;
    }
    return offset;
  };
  let value: unknown = {};
  try {
    // An empty file says nothing, which is allowed to be said.
    if (document.contents !== null) value = document.toJS();
  } catch {
    throw new DocumentError(file, [{ line: 1, column: 1, text: 'its anchors and aliases make it too large' }]);
  }
  const lists = listsForObjects(value, schema, []);
  const parsed = v.safeParse(schema, value);
  const complaints =
    lists.length > 0
      ? lists
      : parsed.success
        ? check(parsed.output)
        : parsed.issues.flatMap((issue) => complaintsOf(issue, [], schema));
  if (complaints.length === 0 && parsed.success) return parsed.output;
  const problems = complaints.slice(0, MAX_PROBLEMS).map(({ path, aboutKey = false, text: said }) => ({
    ...place(offsetOf(path, aboutKey)),
    text: said,
  }));
  throw new DocumentError(
    file,
    problems.sort((a, b) => a.line - b.line || a.column - b.column),
  );
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range as readonly unknown[];
  return typeof start === 'number' ? start : undefined;
}

function complaintsOf(issue: v.BaseIssue<unknown>, before: Path, root: Schema): readonly DocumentComplaint[] {
  const steps = (issue.path ?? []) as readonly { readonly key: unknown; readonly origin: string }[];
  const path = [...before, ...steps.map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  const nested = issue.type === 'union' ? alternativeOf(issue) : undefined;
  if (nested) return nested.flatMap((each) => complaintsOf(each, path, root));
  const name = nameOf(path);
  if (issue.type === 'strict_object' && steps.at(-1)?.origin === 'key') {
    if (issue.received === 'undefined') return [{ path, aboutKey: true, text: `"${name}" is missing` }];
    const keys = keysAt(root, path.slice(0, -1));
    const meant = didYouMean(String(path.at(-1)), keys);
    const text = `"${name}" is no key here${meant === '' ? `; there are ${keys.join(', ')}` : meant}`;
    return [{ path, aboutKey: true, text }];
  }
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map(([, choice = '']) => choice);
  const received = issue.received.replace(/^"(.*)"$/s, '$1');
  const meant = issue.received.startsWith('"') ? didYouMean(received, choices) : '';
  return [{ path, aboutKey: false, text: `"${name}" expected ${issue.message}, got ${issue.received}${meant}` }];
}

/** What is wrong with the alternative that was meant: the one that takes the kind of value that is there. */
function alternativeOf(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] | undefined {
  const inside = issue.issues?.filter(({ path }) => path !== undefined) ?? [];
  return inside.length > 0 ? inside : undefined;
}

/** `check.ignore[0].rule`; the document itself where the path is empty. */
function nameOf(path: Path): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return name === '' ? 'the document' : name.replace(/^\./, '');
}

/** Lists where objects belong: to the schema a list is an object as well. */
function listsForObjects(value: unknown, schema: Schema, path: Path): readonly DocumentComplaint[] {
  const { wrapped, item, entries, value: each, message } = schema as SchemaParts;
  if (wrapped) return listsForObjects(value, wrapped, path);
  if (Array.isArray(value)) {
    if (entries || each) return [{ path, text: `"${nameOf(path)}" expected ${message ?? 'an object'}, got a list` }];
    return item ? value.flatMap((one, index) => listsForObjects(one, item, [...path, index])) : [];
  }
  if (typeof value !== 'object' || value === null || !entries) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const inside = Object.hasOwn(entries, key) ? entries[key] : undefined;
    return inside ? listsForObjects(one, inside, [...path, key]) : [];
  });
}

interface SchemaParts {
  readonly message?: string;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Schema[];
}

/** The keys that an object at a path may have. */
function keysAt(schema: Schema, path: Path): readonly string[] {
  const parts = schema as SchemaParts;
  if (parts.wrapped) return keysAt(parts.wrapped, path);
  if (parts.options) return parts.options.flatMap((option) => (isSchema(option) ? keysAt(option, path) : []));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(parts.entries ?? {});
  const next = typeof step === 'number' ? parts.item : (parts.entries?.[step] ?? parts.value);
  return next ? keysAt(next, rest) : [];
}

function isSchema(option: unknown): option is Schema {
  return typeof option === 'object' && option !== null && 'kind' in option;
}
