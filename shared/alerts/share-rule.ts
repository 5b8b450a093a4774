import { wholeDispute } from '../trend/series.ts';
import { type Finding, oneIn } from './alert.ts';
import { shareTails, surpriseOf } from './chance.ts';
import { type AlertMaterial, fewestWeeks } from './material.ts';
import { textsOf } from './volume-rule.ts';

const articlesShown = 3;
/** Texts below which a share says nothing. */
const fewestTexts = 3;

/**
 * In how many of the dispute's texts of the last 24 hours each actor stands, against the same hours of past weeks: what
 * moves with the dispute as a whole is the volume rule's, so that a strike day is one alert and not twenty.
 */
export function shareRule({ codebook, windows }: AlertMaterial): Finding[] {
  const [current = [], ...past] = windows.get(wholeDispute) ?? [];
  const trials = textsOf(current).size;
  if (trials < fewestTexts || past.length < fewestWeeks) return [];
  const pastTrials = past.reduce((sum, rows) => sum + textsOf(rows).size, 0);
  return codebook.actors.map(({ id, name }) => {
    const [here = [], ...before] = windows.get(id) ?? [];
    const hits = textsOf(here).size;
    const earlier = { hits: before.reduce((sum, rows) => sum + textsOf(rows).size, 0), trials: pastTrials };
    const { atLeast, atMost } = shareTails(hits, trials, earlier);
    const surprise = surpriseOf(2 * Math.min(atLeast, atMost));
    return {
      rule: 'share',
      subject: id,
      surprise,
      what: `${name} is in ${hits} of ${trials} texts of the last 24 hours`,
      against: `before in ${earlier.hits} of ${earlier.trials}, in the same hours of the last ${past.length} weeks; ${oneIn(surprise)}`,
      evidence: here.slice(0, articlesShown).map(({ articleId }) => ({ kind: 'article', articleId })),
      restsOn: atLeast <= atMost ? 'presence' : 'absence',
    };
  });
}
