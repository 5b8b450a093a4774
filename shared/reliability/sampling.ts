/**
 * `random`: every unit alike. `stratified`: half from the units in which the tagger sees a statement, spread evenly over
 * the issues, half from the others. `least-confident`: the statements the tagger is least sure of (no share may be
 * estimated from these).
 */
export const samplings = ['random', 'stratified', 'least-confident'] as const;
export type Sampling = (typeof samplings)[number];
