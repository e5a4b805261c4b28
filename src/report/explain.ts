// What is known about a topic, found by any of its names.
import type { StatusClass } from '../knowledge/status-codes/classes.ts';
import type { Guide } from '../languages/guide.ts';
import { explainRule } from './explain-rule.ts';
import { explainClass, explainStatus } from './explain-status.ts';
import {
  explainCause,
  explainEventPackage,
  explainHeader,
  explainMethod,
  explainOptionTag,
  explainReasonProtocol,
  explainTimer,
  explainWarning,
  explainWord,
} from './explain-terms.ts';
import { exactTopic, type TopicKind, topicsNamed } from './explain-topics.ts';
import type { Explanation } from './explanation.ts';

/**
 * What is known about the topic; undefined when there is no such topic. Of several topics with the same name it is the most
 * likely one, and `also` names the others.
 */
export function explanationOf(topic: string, guide: Guide): Explanation | undefined {
  const [first, ...others] = topicsNamed(topic, guide);
  if (!first) return undefined;
  const explanation = explainers[first.kind](first.key, guide);
  return others.length > 0 ? { ...explanation, also: others.map(exactTopic) } : explanation;
}

/** The keys come from the tables themselves (explain-topics.ts), so each is one that its explainer knows. */
const explainers: Readonly<Record<TopicKind, (key: string, guide: Guide) => Explanation>> = {
  status: (key, guide) => explainStatus(Number(key), guide),
  'status-class': (key, guide) => explainClass(key as StatusClass, guide),
  rule: (key, guide) => explainRule(key as Parameters<typeof explainRule>[0], guide),
  method: (key, guide) => explainMethod(key as Parameters<typeof explainMethod>[0], guide),
  header: (key, guide) => explainHeader(key as Parameters<typeof explainHeader>[0], guide),
  'option-tag': (key, guide) => explainOptionTag(key as Parameters<typeof explainOptionTag>[0], guide),
  'event-package': (key, guide) => explainEventPackage(key as Parameters<typeof explainEventPackage>[0], guide),
  q850: (key, guide) => explainCause(Number(key) as Parameters<typeof explainCause>[0], guide),
  warning: (key, guide) => explainWarning(Number(key) as Parameters<typeof explainWarning>[0], guide),
  'reason-protocol': (key, guide) => explainReasonProtocol(key as Parameters<typeof explainReasonProtocol>[0], guide),
  timer: (key, guide) => explainTimer(key as Parameters<typeof explainTimer>[0], guide),
  word: (key, guide) => explainWord(key as Parameters<typeof explainWord>[0], guide),
};
