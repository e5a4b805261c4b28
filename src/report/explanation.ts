// Everything that is known about one topic, as data: what programs get, and what the formats are made of.
import type { Actor } from '../knowledge/status-codes/entry.ts';
import type { TopicKind } from './explain-topics.ts';
import type { Ladder } from './ladder.ts';

/** A recording that shows a rule at work. */
export interface ExplanationExample {
  /** Whether the rule fires in it or stays silent. */
  readonly shows: 'fires' | 'silent';
  /** What happens in it. */
  readonly caption: string;
  readonly ladder: Ladder;
}

/** Everything that is known about one topic; also its JSON, key by key. What does not apply to a topic is absent. */
export interface Explanation {
  readonly kind: TopicKind;
  /** `486`, `4xx`, `missing-ack`, `INVITE`, `Via`: with the kind before it (`header Via`) it asks for exactly this topic. */
  readonly topic: string;
  readonly title: string;
  readonly references: readonly string[];
  /** False for codes, headers and event packages that are met although nobody registered them. */
  readonly registered?: false;
  readonly severity?: string;
  readonly basis?: string;
  readonly means: string;
  /** Who sends an unregistered code. */
  readonly seen?: string;
  /** The registered codes of a class, or the causes of a Reason protocol. */
  readonly codes?: readonly string[];
  /** The normal course of a method. */
  readonly course?: string;
  readonly perMethod?: Readonly<Record<string, string>>;
  /** What a response means to this method. */
  readonly responses?: readonly string[];
  readonly usually?: readonly string[];
  readonly trouble?: readonly string[];
  readonly noFaultWhen?: string;
  readonly fix?: readonly { readonly who: Actor | ''; readonly action: string }[];
  readonly retry?: string;
  /** What it does to a dialog. */
  readonly dialog?: readonly string[];
  readonly sentBy?: string;
  /** What the person who calls hears. */
  readonly hears?: string;
  /** What a proxy does with it that tries several places. */
  readonly forking?: string;
  readonly headers?: readonly {
    readonly name: string;
    readonly strength: 'must' | 'should' | 'may';
    readonly why: string;
  }[];
  /** Responses that a header belongs to. */
  readonly comesWith?: readonly {
    readonly code: string;
    readonly strength: 'must' | 'should' | 'may';
    readonly why: string;
  }[];
  /** When somebody who writes a server should send it. */
  readonly send?: string;
  readonly confusedWith?: readonly { readonly topic: string; readonly text: string }[];
  /** Q.850 causes that gateways make this code of. */
  readonly causes?: readonly string[];
  /** Where a header may stand. */
  readonly where?: readonly string[];
  readonly use?: string;
  /** Where to look in a recording. */
  readonly look?: string;
  /** Default of a timer. */
  readonly value?: string;
  readonly fires?: string;
  readonly reliable?: string;
  /** Status code that a Q.850 cause becomes. */
  readonly status?: readonly string[];
  readonly details?: readonly string[];
  readonly alsoCalled?: readonly string[];
  readonly examples?: readonly ExplanationExample[];
  /** Topics to read on, as `explain` takes them. */
  readonly related?: readonly string[];
  /** Other topics of the same name, as `explain` takes them. */
  readonly also?: readonly string[];
}
