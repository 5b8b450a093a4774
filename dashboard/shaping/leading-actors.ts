const shown = 4;

/** The people and organisations quoted most: what a page shows that was not asked for anybody. */
export const leadingActors = (
  ranked: readonly { actor: string; statements: number }[],
  actors: readonly { id: string; kind: string }[],
): string[] =>
  ranked
    .filter(({ actor }) => actors.some(({ id, kind }) => id === actor && kind !== 'group'))
    .slice(0, shown)
    .map(({ actor }) => actor);
