import type { Issue } from '../../codebook/codebook.ts';
import { hashOf } from '../hashing.ts';
import { CLUSTER_NAMES, pairFamily } from './feature-codes.ts';

/**
 * What sort of question an issue is. Disputes differ, their questions don't: what is learned of strikes, talks or risks in
 * one dispute serves the next. Found from the proposition and terms in the codebook, never from a list of disputes.
 */
export const KINDS = [
  'strike',
  'talks',
  'imposition',
  'risk-of-action',
  'risk-of-plan',
  'confidence',
  'plan',
  'pay',
  'powers',
] as const;
export type Kind = (typeof KINDS)[number];
/** Their hashes. */
export const KIND_HASHES = KINDS.map(hashOf);
/** Word classes by kind: detail `cluster * KINDS.length + kind`. */
export const CLUSTER_KIND = pairFamily('cluster-kind', CLUSTER_NAMES, KINDS);

const ACTION =
  /\b(?:strikes?|industrial action|stoppages?|walk-?outs?|overtime ban|work-to-rule|lockout|picket\w*|boycott)\b/i;
const TALKS = /\b(?:arbitrat\w+|conciliat\w+|mediat\w+|negotiat\w+|talks|inquiry|third party)\b/i;
const RISK = /\b(?:risks?|danger\w*|unsafe|safety|harm\w*|tired|fatigue\w*|hazard\w*)\b/i;
const IMPOSE =
  /\b(?:impos\w+|unilateral\w*|without (?:the )?(?:\w+ ?){0,3}(?:agreement|consent)|force[ds]? through|dismiss and re-?\w+|fire and rehire)\b/i;
const CONFIDENCE = /\b(?:confidence|resign\w*|handling|leadership|trust of|step down|be sacked)\b/i;
const PAY = /\b(?:pay|wages?|salar\w+|pensions?|bonus\w*|rates of pay|redundanc\w+|compensation)\b/i;
const POWERS =
  /\b(?:powers?|licen[cs]e\w*|concession|ownership|nationalis\w+|takeover|take over|legislat\w+|law|ban|court|injunction|run the|runs? itself|agency workers?|army|replacement)\b/i;

/** The kind of an issue, by its proposition first. */
export function kindOfIssue(issue: Issue): Kind {
  const { proposition } = issue;
  const terms = issue.terms.join(' ; ');
  if (RISK.test(proposition)) return ACTION.test(proposition) ? 'risk-of-action' : 'risk-of-plan';
  if (CONFIDENCE.test(proposition)) return 'confidence';
  if (IMPOSE.test(proposition)) return 'imposition';
  if (TALKS.test(proposition)) return 'talks';
  if (ACTION.test(proposition)) return 'strike';
  if (PAY.test(proposition)) return 'pay';
  if (POWERS.test(proposition)) return 'powers';
  if (TALKS.test(terms) && !ACTION.test(terms)) return 'talks';
  return 'plan';
}
