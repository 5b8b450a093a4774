import type { Mark, MarkedKind } from './mark.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** How many marked tags of a group people found right. */
export interface AccuracyGroup {
  kind: MarkedKind;
  /** What the group has in common; null where it takes all. */
  issue: string | null;
  voice: string | null;
  right: number;
  /** Marked tags on which people agree. */
  marked: number;
  /** As many people say right as wrong: counted in neither. */
  disputed: number;
  share: number | null;
  /** 95 % Wilson interval. */
  low: number | null;
  high: number | null;
}

type GroupKey = Pick<AccuracyGroup, 'kind' | 'issue' | 'voice'>;
type Judgement = { mark: Mark; verdict: 'right' | 'wrong' | 'disputed' };

/**
 * Share of marked tags judged right, of each kind as a whole, by issue and by voice. Of a person's marks of one tag the
 * latest counts; a tag is what most people call it. People mark what they stumble on, so this is no random sample.
 */
export function accuracyOf(marks: readonly Mark[]): AccuracyGroup[] {
  const judgements = judged(marks);
  const groups = new Map<string, { key: GroupKey; held: Judgement[] }>();
  for (const judgement of judgements) {
    for (const key of groupsOf(judgement.mark)) {
      const id = JSON.stringify([key.kind, key.issue ?? '', key.voice ?? '']);
      const group = groups.get(id) ?? { key, held: [] };
      group.held.push(judgement);
      groups.set(id, group);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, held }]) => summary(key, held));
}

/** What people together say of each marked tag. */
function judged(marks: readonly Mark[]): Judgement[] {
  const inOrder = [...marks].sort((a, b) => (a.at < b.at ? -1 : 1));
  const latestByPerson = new Map<string, Map<string, Mark>>();
  for (const mark of inOrder) {
    const ofTag = latestByPerson.get(mark.tag) ?? new Map<string, Mark>();
    latestByPerson.set(mark.tag, ofTag.set(mark.who, mark));
  }
  return [...latestByPerson.values()].map((ofTag) => {
    const latest = [...ofTag.values()];
    const right = latest.filter(({ verdict }) => verdict === 'right').length;
    const wrong = latest.length - right;
    return { mark: latest[0]!, verdict: right > wrong ? 'right' : wrong > right ? 'wrong' : 'disputed' };
  });
}

function groupsOf({ kind, issue, voice }: Mark): GroupKey[] {
  return [
    { kind, issue: null, voice: null },
    ...(issue === null ? [] : [{ kind, issue, voice: null }]),
    { kind, issue: null, voice },
  ];
}

function summary(key: GroupKey, held: Judgement[]): AccuracyGroup {
  const count = (verdict: Judgement['verdict']) => held.filter((judgement) => judgement.verdict === verdict).length;
  const right = count('right');
  const marked = right + count('wrong');
  const interval = wilsonInterval(right, marked) ?? { share: null, low: null, high: null };
  return { ...key, right, marked, disputed: count('disputed'), ...interval };
}
