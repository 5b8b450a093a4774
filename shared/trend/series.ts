/** The pseudo-actor under which every relevant article has one Mentions row: the dispute as a whole. */
export const wholeDispute = '*';

/** The series an actor's rows and points stand in. */
export const seriesOf = (dispute: string, actor: string): string => `${dispute}#${actor}`;

/** The series that keeps what the feeds brought, day by day. No actor can have this id. */
export const coverageSeries = (dispute: string): string => `${dispute}#~feeds`;
