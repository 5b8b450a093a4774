import { bootstrapInterval, type Estimate } from './bootstrap.ts';
import { type CodedUnit, krippendorffAlpha } from './krippendorff-alpha.ts';
import { byArticle } from './score-audit.ts';
import { type AuditState, groupByUnit } from './stored-audit.ts';

/** How far coders, and the tagger beside them, tell voices alike (in a person's words, reported, or by deed). */
export interface VoiceAgreement {
  /** Krippendorff's alpha of the people, nominal, over units to which two or more gave a voice. */
  alpha: Estimate | null;
  /** Units to which all people who saw a statement gave one voice and the tagger gave some: how many, and in how many it is the same. */
  tagger: { units: number; right: number };
}

/** @param random in [0, 1): the same sequence gives the same interval */
export function voiceAgreement(
  state: Pick<AuditState, 'units' | 'codes' | 'coders'>,
  random: () => number,
): VoiceAgreement {
  const codesOf = groupByUnit(state.codes);
  const voicesOf = ({ id }: { id: string }) =>
    state.coders.map((coder) => codesOf.get(id)?.find(({ who }) => who === coder)?.voice ?? null);
  const clusters = byArticle(state.units).map((units) => units.map((unit): CodedUnit => voicesOf(unit)));
  const agreed = state.units.flatMap((unit) => {
    const voices = [...new Set(voicesOf(unit).filter((voice) => voice !== null))];
    return unit.voice && voices.length === 1 ? [unit.voice === voices[0]] : [];
  });
  return {
    alpha: bootstrapInterval(clusters, krippendorffAlpha, random),
    tagger: { units: agreed.length, right: agreed.filter(Boolean).length },
  };
}
