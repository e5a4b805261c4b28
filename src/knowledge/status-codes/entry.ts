// What is said of one status code. The tables beside this file hold the facts and their English, nothing else.
import type { Method } from '../methods.ts';

/** Who must change something. The same words as a rule uses for the steps of its fix. */
export type Actor = 'caller' | 'callee' | 'proxy' | 'registrar' | 'client' | 'server' | 'network' | 'operator';

/**
 * What kind of thing a response is, before its flow is looked at. `choice` is a person's or a feature's decision;
 * `state` is how the protocol works (a transaction is over, two requests crossed) and a fault only out of place.
 */
export type Nature =
  | 'progress'
  | 'success'
  | 'redirect'
  | 'challenge'
  | 'choice'
  | 'caller-fault'
  | 'callee-fault'
  | 'server-fault'
  | 'network'
  | 'state';

/** A header field that belongs to the response, and how strongly the RFC asks for it. */
export interface CompanionHeader {
  readonly name: string;
  readonly strength: 'must' | 'should' | 'may';
  readonly why: string;
}

/** The words. Every one is a whole sentence without placeholders, of at most 400 characters. */
export interface StatusText {
  /** What the response says, so that a non-specialist can repeat it. */
  readonly means: string;
  /** What causes it, most common first. */
  readonly usually: readonly string[];
  /** Who must change what. Empty where nothing needs changing. */
  readonly fix: readonly { readonly who: Actor; readonly action: string }[];
  /** When it is no fault at all. */
  readonly noFaultWhen?: string;
}

/** One status code, or what is said of all the codes of a class. */
export interface StatusEntry {
  /** Reason phrase of the IANA registry; for an unregistered code the one it usually comes with, or nothing. */
  readonly phrase: string;
  readonly source: `RFC ${number} §${string}`;
  readonly nature: Nature;
  readonly text: StatusText;
  /** Where the meaning differs by the method that is answered. */
  readonly perMethod?: Readonly<Partial<Record<Method, string>>>;
  readonly headers?: readonly CompanionHeader[];
  /**
   * How far it reaches when it answers a request inside a dialog (RFC 5057 §5.1): only that transaction, the usage
   * (the call or the subscription), or everything that shares the dialog.
   */
  readonly dialog?: 'transaction' | 'usage' | 'dialog';
  /** Whether, when and how the request may be sent again. */
  readonly retry?: string;
}

/** A code that is met although nobody registered it. */
export interface FieldEntry extends StatusEntry {
  /** Who sends it. */
  readonly seen: string;
}
