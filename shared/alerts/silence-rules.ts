import { addDays, dayOf } from '../trend/day.ts';
import { wholeDispute } from '../trend/series.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import { type Finding, oneIn } from './alert.ts';
import { shareTails, surpriseOf } from './chance.ts';
import { type AlertMaterial, silentDays } from './material.ts';

/** Days on which they must have spoken before. */
const enoughBefore = 5;

type Spoke = (point: TrendPoint) => boolean;

/** An actor who used to speak and has not for a fortnight, while the dispute went on being reported. */
export function silenceRule(material: AlertMaterial): Finding[] {
  return material.codebook.actors.flatMap(({ id, name }) => {
    const points = material.points.get(id) ?? new Map<string, TrendPoint>();
    const silence = findSilence(material, (day) => isSpoken(points.get(day), speaks));
    return silence
      ? [finding('silence', id, `${name} has not been heard for ${silentDays} days`, silence, id, null)]
      : [];
  });
}

/** An issue that used to be spoken of and has not been for a fortnight, while the dispute went on being reported. */
export function droppedIssueRule(material: AlertMaterial): Finding[] {
  const actors = material.codebook.actors.map(({ id }) => material.points.get(id));
  return material.codebook.issues.flatMap(({ id, proposition }) => {
    const isRaised: Spoke = ({ stances }) => stances[id] !== undefined;
    const silence = findSilence(material, (day) => actors.some((points) => isSpoken(points?.get(day), isRaised)));
    const what = `Nobody has spoken on this for ${silentDays} days: ${proposition}`;
    return silence ? [finding('dropped-issue', id, what, silence, null, id)] : [];
  });
}

const speaks: Spoke = ({ stances }) => Object.keys(stances).length > 0;
const isSpoken = (point: TrendPoint | undefined, spoke: Spoke) => point !== undefined && spoke(point);

interface Silence {
  reported: number;
  spoken: number;
  earlier: number;
  last: string;
}

/** Days are the units, so that one long interview does not make an actor look talkative. */
function findSilence({ points, now, codebook }: AlertMaterial, isSpokenOn: (day: string) => boolean): Silence | null {
  const begin = addDays(dayOf(new Date(now).toISOString(), codebook.timeZone), -silentDays);
  const reported = [...(points.get(wholeDispute)?.keys() ?? [])].sort();
  const recent = reported.filter((day) => day >= begin);
  const earlier = reported.filter((day) => day < begin);
  const spoken = earlier.filter(isSpokenOn);
  if (recent.length === 0 || recent.some(isSpokenOn) || spoken.length < enoughBefore) return null;
  return { reported: recent.length, spoken: spoken.length, earlier: earlier.length, last: spoken.at(-1)! };
}

function finding(
  rule: 'silence' | 'dropped-issue',
  subject: string,
  what: string,
  { reported, spoken, earlier, last }: Silence,
  actor: string | null,
  issue: string | null,
): Finding {
  const surprise = surpriseOf(shareTails(0, reported, { hits: spoken, trials: earlier }).atMost);
  return {
    ...{ rule, subject, surprise, what },
    against: `the dispute was in the news on ${reported} of those days; before, this was heard on ${spoken} of ${earlier} such days, last on ${last}; ${oneIn(surprise)}`,
    evidence: [{ kind: 'day', actor, issue, day: last }],
    restsOn: 'absence',
  };
}
