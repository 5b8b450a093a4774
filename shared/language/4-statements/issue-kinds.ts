import type { Issue } from '../../codebook/codebook.ts';
import { hashOf } from '../hashing.ts';
import { phraseWords } from '../phrase-trie.ts';
import { stem } from '../stem.ts';
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

/** Words of each kind of question that a codebook needn't list. */
const TOPIC: Record<Kind, string> = {
  strike: `strike|strikes|striking|struck|walkout|walk out|walked out|walking out|stoppage|stoppages|industrial action|picket|pickets|picket line|ballot|balloted|
    ballot papers|overtime ban|work to rule|down tools|downed tools|come out|came out|out again|stayed out|days of action|strike dates|mandate|withdraw their labour|withdrawal of labour|action`,
  talks: `talks|talk|negotiate|negotiating|negotiations|negotiating table|the table|round the table|arbitration|arbitrator|conciliation|conciliator|mediation|mediator|third party|
    someone independent|somebody independent|independent|dialogue|settlement|compromise|sit down|sat down|meet|meeting|deal|get in a room|one room|referee|olive branch|broker`,
  imposition: `impose|imposed|imposing|imposition|force through|forced through|forcing|unilateral|unilaterally|without agreement|agreement or not|without consent|with or without|regardless|
    ram through|railroad|diktat|over the heads|whether they like it|press ahead|bulldoze|bully|bullied|bullying|foist|threat`,
  'risk-of-action': `patients|passengers|public|harm|at risk|safe|safety|danger|operations|cancelled|postponed|appointments|emergency|cover|lives|suffer|suffering|delays|hurt|die|deaths`,
  'risk-of-plan': `tired|exhausted|fatigue|unsafe|safe|safer|safety|dangerous|danger|risk|hours|rota|rotas|sleep|rest|mistakes|mistake|accident|accidents|harm|limits|safeguards|injuries|overworked|stretched|nights|lives`,
  confidence: `confidence|trust|resign|resignation|job|handling|handled|mishandled|blame|leadership|sack|sacked|competence|credibility|faith|respect|minister|support|behind|listen|listened|apologise|apology|honest|morale`,
  plan: `plan|plans|proposal|proposals|offer|deal|terms|changes|reform|scheme|new`,
  pay: `pay|money|offer|wages|per cent|rise|cut|cuts|pension|pensions|afford|affordable|cost`,
  powers: `order|powers|law|sign|signed|court|take over|run|hand over|contract|legal|emergency`,
};

/** The topic words of each kind, as token lists. */
export const TOPIC_PHRASES: Record<Kind, string[][]> = Object.fromEntries(
  Object.entries(TOPIC).map(([kind, list]) => [
    kind,
    list.split('|').map((phrase) => phraseWords(phrase.trim()).map(stem)),
  ]),
) as Record<Kind, string[][]>;
