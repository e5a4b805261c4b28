// A sentence before it has a language: which text, filled with what.

/** Values of the placeholders. Captured text is passed as it was captured; a sink makes it harmless (report/printable.ts). */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A reference to a text of the catalogue. `key` is a path of the English catalogue (`rules/missing-ack/repeated`,
 * `status/486/means`); text/say.ts fills it in the reader's language.
 */
export interface Phrase {
  readonly key: string;
  readonly values?: Values;
}
