import type { MentionRow } from '../store/rows.ts';
import { median } from '../trend/median.ts';
import { wholeDispute } from '../trend/series.ts';
import { type Finding, oneIn } from './alert.ts';
import { countTails, surpriseOf } from './chance.ts';
import { type AlertMaterial, fewestWeeks } from './material.ts';

const articlesShown = 3;

/**
 * The dispute's distinct texts of the last 24 hours against the same hours of past weeks. Texts, not copies: that thirty
 * papers print one agency story is one event.
 */
export function volumeRule({ windows }: AlertMaterial): Finding[] {
  const [current, ...past] = windows.get(wholeDispute) ?? [];
  if (!current || past.length < fewestWeeks) return [];
  const texts = textsOf(current).size;
  const history = past.map((rows) => textsOf(rows).size);
  const { atLeast, atMost } = countTails(texts, withoutPeaks(history));
  const isHigh = atLeast <= atMost;
  const surprise = surpriseOf(2 * Math.min(atLeast, atMost));
  return [
    {
      rule: 'volume',
      subject: wholeDispute,
      surprise,
      what: `${texts} texts (${current.length} articles) in the last 24 hours: ${isHigh ? 'unusually many' : 'unusually few'}`,
      against: `usually ${median(history)}: the same hours of the last ${history.length} weeks had ${history.join(', ')}; ${oneIn(surprise)}`,
      evidence: firstOfEachText(current).map(({ articleId }) => ({ kind: 'article', articleId })),
      restsOn: isHigh ? 'presence' : 'absence',
    },
  ];
}

/**
 * The highest sixth of past weeks is left out, so that an earlier strike on the same weekday doesn't hide the next one:
 * the plainest form of giving past outbreaks less weight (Farrington et al., JRSS A 159, 1996).
 */
const withoutPeaks = (history: number[]): number[] =>
  [...history].sort((a, b) => a - b).slice(0, history.length - Math.floor(history.length / 6));

/** The near-duplicate texts of articles, each once. */
export const textsOf = (rows: MentionRow[]): Set<string> => new Set(rows.map(({ clusterId }) => clusterId));

function firstOfEachText(rows: MentionRow[]): MentionRow[] {
  const byText = new Map<string, MentionRow>();
  for (const row of rows) if (!byText.has(row.clusterId)) byText.set(row.clusterId, row);
  return [...byText.values()].slice(0, articlesShown);
}
