/**
 * From this confidence on (0 to 1), a statement is told unasked: by the digest, and by the page's list as it opens. Of those
 * above it three of four are right with their stance, of those below it fewer than half (out of fold: the reliability
 * table that `npx tsx bench/stance/train.ts` prints). Series and exports hold all.
 */
export const SURE_ENOUGH = 0.6;
