/** The normal quantile that leaves 2.5 % on either side. */
const z = 1.959964;

/**
 * A share with its 95 % score interval (Wilson 1927, JASA 22), which stays inside 0 to 1 and holds for few cases too.
 * @returns null when there is no case
 */
export function wilsonInterval(hits: number, cases: number): { share: number; low: number; high: number } | null {
  if (cases === 0) return null;
  const share = hits / cases;
  const scale = 1 + z ** 2 / cases;
  const centre = (share + z ** 2 / (2 * cases)) / scale;
  const margin = (z / scale) * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2));
  return { share, low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}
