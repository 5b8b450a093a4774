/**
 * From this confidence on (0 to 1), a statement is told unasked: by the digest, and by the page's list as it opens. Of those
 * above it more than three of four are right with their stance (273 of 350 out of fold), of those below it fewer than half
 * (some 170 of 380), by the reliability table that `npx tsx bench/stance/train.ts` prints. Series and exports hold all.
 */
export const SURE_ENOUGH = 0.6;
