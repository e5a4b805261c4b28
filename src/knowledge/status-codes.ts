// Every status code of the IANA registry with its English, and what is said of the codes that are not in it: those that
// are met all the same, and any other.
import { provisionalCodes } from './status-codes/1xx.ts';
import { successCodes } from './status-codes/2xx.ts';
import { redirectionCodes } from './status-codes/3xx.ts';
import { requestFailureCodes } from './status-codes/4xx.ts';
import { serverFailureCodes } from './status-codes/5xx.ts';
import { globalFailureCodes } from './status-codes/6xx.ts';
import { outsideStatusRange, statusClasses, type StatusClass } from './status-codes/classes.ts';
import type { StatusEntry } from './status-codes/entry.ts';
import { fieldCodes } from './status-codes/field.ts';

/** Every registered status code. */
export const statusCodes = {
  ...provisionalCodes,
  ...successCodes,
  ...redirectionCodes,
  ...requestFailureCodes,
  ...serverFailureCodes,
  ...globalFailureCodes,
} as const satisfies Record<number, StatusEntry>;

/** A registered status code. */
export type StatusCode = keyof typeof statusCodes;

/** A code that is met although nobody registered it. */
export type FieldCode = keyof typeof fieldCodes;

/**
 * Name of an entry in the catalogue of texts: `486`, also `477` where an unregistered code is known, `4xx` for any other
 * unregistered code, `outside` for a number that is no status code.
 */
export type StatusKey = `${StatusCode | FieldCode}` | StatusClass | 'outside';

/** The entry of a key, with the sentences that it really has. */
export type StatusEntryOf<Key extends StatusKey> = Key extends `${infer Code extends number}`
  ? (typeof statusCodes & typeof fieldCodes)[Code & (StatusCode | FieldCode)]
  : (typeof statusClasses & { readonly outside: typeof outsideStatusRange })[Key & (StatusClass | 'outside')];

/** Every entry under its name: what a translator has to say in another language. */
export const statusEntries: Readonly<Record<StatusKey, StatusEntry>> = {
  ...statusCodes,
  ...fieldCodes,
  ...statusClasses,
  outside: outsideStatusRange,
};

/** Whether the code is in the IANA registry. */
export function isRegistered(code: number): code is StatusCode {
  return Object.hasOwn(statusCodes, code);
}

/** Whether the code is one of those that are met although nobody registered them. */
export function isMetUnregistered(code: number): code is FieldCode {
  return Object.hasOwn(fieldCodes, code);
}

/** Name of the entry that speaks about the code. */
export function statusKey(code: number): StatusKey {
  if (isRegistered(code) || isMetUnregistered(code)) return `${code}`;
  const name = `${Math.floor(code / 100)}xx`;
  return Object.hasOwn(statusClasses, name) ? (name as StatusClass) : 'outside';
}

/** The entry that speaks about the code: its own, else that of its class, else that of numbers that are no status code. */
export function statusEntry(code: number): StatusEntry {
  return statusEntries[statusKey(code)];
}
