// Which texts a language has to have. The tables of the house say it; a language that lacks one, or has one too many,
// does not compile.
import type { AnnotateText, RoleName } from '../annotate/texts.ts';
import type { NoticeCode } from '../bytes/notice.ts';
import type { StatusEntry } from '../knowledge/status-codes/entry.ts';
import type { StatusEntryOf, StatusKey } from '../knowledge/status-codes.ts';
import type { rules } from '../rules/all.ts';
import type { DefectCode } from '../sip/defects.ts';
import type { report } from './en/report.ts';

type RuleOf = (typeof rules)[number];

/** Rule id → its texts by name. */
export type RuleTexts = {
  readonly [Each in RuleOf as Each['id']]: { readonly [Name in keyof Each['text']]: string };
};

/** The words of one status code: the sentences of its entry in knowledge/, in the same order. */
export interface StatusWords {
  readonly means: string;
  readonly usually: readonly string[];
  readonly fix: readonly string[];
  readonly noFaultWhen?: string;
  readonly methods?: Readonly<Record<string, string>>;
  /** Why each companion header belongs to it. */
  readonly headers?: readonly string[];
  readonly retry?: string;
  readonly seen?: string;
}

/** The words that one entry needs: as many sentences as it has, and no other. */
export type StatusWordsOf<Entry> = {
  readonly means: string;
  readonly usually: Entry extends { readonly text: { readonly usually: infer List } } ? Sentences<List> : never;
  readonly fix: Entry extends { readonly text: { readonly fix: infer List } } ? Sentences<List> : never;
} & (Entry extends { readonly text: { readonly noFaultWhen: string } } ? { readonly noFaultWhen: string } : unknown) &
  (Entry extends { readonly perMethod: infer Methods }
    ? { readonly methods: { readonly [Method in keyof Methods]: string } }
    : unknown) &
  (Entry extends { readonly headers: infer List } ? { readonly headers: Sentences<List> } : unknown) &
  (Entry extends { readonly retry: string } ? { readonly retry: string } : unknown) &
  (Entry extends { readonly seen: string } ? { readonly seen: string } : unknown);

/** As many sentences as the list has members. */
type Sentences<List> = { readonly [Index in keyof List]: string };

/** The same shape with any text in place of each text. */
export type Translated<Table> = Table extends string
  ? string
  : Table extends object
    ? { readonly [Key in keyof Table]: Translated<Table[Key]> }
    : Table;

/** The reporters' own texts. */
export type ReportWords = Translated<typeof report>;

/** Every text of one language. */
export interface Catalogue {
  readonly rules: RuleTexts;
  readonly roles: Readonly<Record<RoleName, string>>;
  readonly annotate: Readonly<Record<AnnotateText, string>>;
  readonly status: { readonly [Key in StatusKey]: StatusWordsOf<StatusEntryOf<Key>> };
  readonly defects: Readonly<Record<DefectCode, string>>;
  readonly notices: Readonly<Record<NoticeCode, string>>;
  readonly report: ReportWords;
}

/** The words of an entry of knowledge/. */
export function wordsOf({
  text,
  perMethod,
  headers,
  retry,
  seen,
}: StatusEntry & { readonly seen?: string }): StatusWords {
  return {
    means: text.means,
    usually: text.usually,
    fix: text.fix.map(({ action }) => action),
    ...(text.noFaultWhen === undefined ? {} : { noFaultWhen: text.noFaultWhen }),
    ...(perMethod ? { methods: perMethod } : {}),
    ...(headers ? { headers: headers.map(({ why }) => why) } : {}),
    ...(retry === undefined ? {} : { retry }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/**
 * The template behind a key: `rules/<id>/<name>`, `annotate/<name>`, `annotate/role/<role>`, `defect/<code>`, `notice/<code>`,
 * `status/<code>/means`, `…/usually/<n>`, `…/fix/<n>`, `…/noFaultWhen`, `…/method/<METHOD>`. Undefined where there is none.
 */
export function textIn(catalogue: Catalogue, key: string): string | undefined {
  const [room = '', first = '', second = '', third = ''] = key.split('/');
  switch (room) {
    case 'rules':
      return own(own(catalogue.rules, first), second);
    case 'annotate':
      return first === 'role' ? own(catalogue.roles, second) : own(catalogue.annotate, first);
    case 'defect':
      return own(catalogue.defects, first);
    case 'notice':
      return own(catalogue.notices, first);
    case 'status':
      return statusText(own(catalogue.status, first), second, third);
    default:
      return undefined;
  }
}

function statusText(words: StatusWords | undefined, part: string, which: string): string | undefined {
  switch (part) {
    case 'means':
      return words?.means;
    case 'usually':
      return words?.usually[Number(which)];
    case 'fix':
      return words?.fix[Number(which)];
    case 'noFaultWhen':
      return words?.noFaultWhen;
    case 'method':
      return own(words?.methods, which);
    default:
      return undefined;
  }
}

/** A member that is really there: `constructor` and its kin are no texts. */
function own<Value>(table: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
