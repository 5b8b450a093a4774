import { describe, expect, it } from 'vitest';
import type { Voice } from '../../shared/language/tags.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import type { StoredUnit } from '../../shared/reliability/stored-audit.ts';
import { voiceAgreement } from '../../shared/reliability/voice-agreement.ts';

const coders = ['Ada', 'Ben'];
const state = (rows: [tagger: Voice | null, ada: Voice | null, ben: Voice | null][]) => ({
  coders,
  units: rows.map(
    ([voice], index): StoredUnit => ({
      ...{ id: `u${index}`, articleId: `a${index}`, actor: 'union', issue: 'pay', textRevision: 1, place: [0, 1] },
      ...{ tagger: voice === null ? 'none' : 'for', confidence: 1, weight: 1, voice },
    }),
  ),
  codes: rows.flatMap(([, ...voices], index) =>
    voices.map((voice, coder) => ({
      ...{ unit: `u${index}`, code: voice === null ? ('none' as const) : ('for' as const), voice },
      ...{ who: coders[coder]!, at: '2020-03-01T10:00:00.000Z' },
    })),
  ),
});

describe('agreement on voices', () => {
  it('is undefined where all give the same one, and counts what the tagger has right', () => {
    const all = state([
      ['direct', 'direct', 'direct'],
      ['action', 'direct', 'direct'],
      ['direct', 'direct', null],
      [null, 'direct', 'direct'],
      ['direct', 'direct', 'indirect'],
    ]);
    const same = { ...all, codes: all.codes.filter(({ voice }) => voice !== 'indirect') };
    expect(voiceAgreement(same, seededRandom(1))).toEqual({ alpha: null, tagger: { units: 4, right: 3 } });
  });

  it('leaves out of the tagger’s figure what people disagree on', () => {
    const all = state([
      ['direct', 'direct', 'direct'],
      ['direct', 'direct', 'indirect'],
      ['indirect', 'indirect', 'indirect'],
    ]);
    const { alpha, tagger } = voiceAgreement(all, seededRandom(1));
    expect(tagger).toEqual({ units: 2, right: 2 });
    // Two of the six coincidences disagree; by chance 2 x 3 x 3 of 6 x 5 would.
    expect(alpha!.value).toBeCloseTo(1 - 2 / 6 / (18 / 30), 10);
  });
});
