// Every rule of the house, in the order of the catalogue. A new rule is one file and one line here.
import { outdatedCertificate } from './connection/outdated-certificate.ts';
import { tlsHandshakeFailure } from './connection/tls-handshake-failure.ts';
import { missingAck } from './dialog/missing-ack.ts';
import { authenticationLoop } from './flow/authentication-loop.ts';
import { missingFragment } from './flow/missing-fragment.ts';
import { unansweredChallenge } from './flow/unanswered-challenge.ts';
import type { ConnectionRule, FlowRule, Rule } from './rule.ts';
import { methodNotAllowedWithoutAllow } from './transaction/405-without-allow.ts';
import { notImplementedWithoutAllow } from './transaction/501-without-allow.ts';
import { malformedRequest } from './transaction/malformed-request.ts';
import { missingFinalResponse } from './transaction/missing-final-response.ts';
import { unansweredRequest } from './transaction/unanswered-request.ts';

/** All rules. */
export const rules = [
  missingAck,
  methodNotAllowedWithoutAllow,
  notImplementedWithoutAllow,
  malformedRequest,
  unansweredRequest,
  missingFinalResponse,
  authenticationLoop,
  unansweredChallenge,
  missingFragment,
  tlsHandshakeFailure,
  outdatedCertificate,
] as const;

/** The id of a rule, as it stands in findings and in the configuration. */
export type RuleId = (typeof rules)[number]['id'];

const everyRule: readonly Rule[] = rules;

/** The rules about flows and their parts. */
export const flowRules: readonly FlowRule[] = everyRule.filter((rule): rule is FlowRule => rule.unit !== 'connection');

/** The rules about TLS connections. */
export const connectionRules: readonly ConnectionRule[] = everyRule.filter(
  (rule): rule is ConnectionRule => rule.unit === 'connection',
);
