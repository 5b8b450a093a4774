import { KINDS, type Kind } from './issue-kinds.ts';

/** A side on a kind of question that a phrase takes, whatever the dispute: what a codebook needn't list. */
export interface KindSide {
  /** Number in `KINDS`. */
  kind: number;
  side: 'for' | 'against';
}

const SIDES = ['for', 'against'] as const;
const KIND_SIDES: readonly KindSide[] = KINDS.flatMap((_, kind) => SIDES.map((side) => ({ kind, side })));

/** The number that stands for a side in the lexicon of sides (`model/lexicons.txt`). */
export const numberOfSide = (kind: Kind, side: KindSide['side']): number =>
  KINDS.indexOf(kind) * SIDES.length + SIDES.indexOf(side);

/** The side that a number of `numberOfSide` stands for. */
export const sideOfNumber = (number: number): KindSide => KIND_SIDES[number]!;
