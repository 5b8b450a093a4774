import type { AlertRule, Finding, Thresholds } from './alert.ts';
import { deadFeedRule } from './dead-feed-rule.ts';
import { flipRule } from './flip-rule.ts';
import type { AlertMaterial, DeadFeed } from './material.ts';
import { shareRule } from './share-rule.ts';
import { droppedIssueRule, silenceRule } from './silence-rules.ts';
import { toneRule } from './tone-rule.ts';
import { volumeRule } from './volume-rule.ts';

const rules: Record<AlertRule, (material: AlertMaterial) => Finding[]> = {
  volume: volumeRule,
  share: shareRule,
  tone: toneRule,
  flip: flipRule,
  silence: silenceRule,
  'dropped-issue': droppedIssueRule,
  'dead-feed': deadFeedRule,
};

/** An alert, or why it is held back. */
export interface Alert extends Finding {
  /** The dead feed whose silence could be all there is to it; null when it may be sent. */
  heldFor: string | null;
}

/** Everything that the rules see, however likely. */
export const findAll = (material: AlertMaterial): Alert[] =>
  Object.values(rules)
    .flatMap((rule) => rule(material))
    .map((finding) => ({ ...finding, heldFor: heldFor(finding, material.deadFeeds) }));

/** What is at least as surprising as its rule's threshold, and what is no matter of chance. */
export const findAlerts = (material: AlertMaterial, thresholds: Thresholds): Alert[] =>
  findAll(material).filter((alert) => isOver(alert, thresholds));

/** Whether a finding is as surprising as its rule's threshold asks. */
export const isOver = ({ rule, surprise }: Finding, thresholds: Thresholds): boolean =>
  surprise === null || rule === 'dead-feed' || surprise >= thresholds[rule];

function heldFor({ restsOn }: Finding, deadFeeds: DeadFeed[]): string | null {
  const mattered = deadFeeds.filter(({ brought }) => brought > 0);
  if (restsOn === 'presence') return null;
  const cause = restsOn === 'absence' ? mattered[0] : mattered.find(({ outlet }) => restsOn.outlets.includes(outlet));
  return cause?.outlet ?? null;
}
