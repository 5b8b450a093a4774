/**
 * From this confidence on (0 to 1), a statement is told unasked: by the digest, by the alert of a flip, and by the page's list as
 * it opens. Of those above it four of five are right with their stance (296 of 367 out of fold), of those below it fewer than
 * half (123 of 266), by the reliability table that `npx tsx bench/stance/train.ts` prints. Series and exports hold all.
 */
export const SURE_ENOUGH = 0.6;
