/** What the API answers, as far as the page reads it. */
export interface Dispute {
  id: string;
  title: string;
  version: string;
  period: { from: string; to: string | null };
  events: { date: string; until?: string; label: string; kind: string }[];
  actors: { id: string; name: string; kind: string }[];
  issues: { id: string; proposition: string }[];
}

export type Voice = 'all' | 'outlet' | 'quoted';

export interface ToneSummary {
  articles: number;
  mean: number | null;
  sd: number | null;
}

export interface Point {
  day: string;
  counts: { copies: number; texts: number; outlets: number };
  tone: Record<Voice, ToneSummary>;
}

export interface Coverage {
  day: string;
  feeds: { outlet: string; status: string; isHeard: boolean; heard: number; polls: number; failedPolls: number }[];
}

export interface SeriesAnswer {
  from: string;
  to: string;
  series: { actor: string; points: Point[] }[];
  coverage: Coverage[];
}

export interface Quoted {
  articleId: string;
  at: string;
  actor: string;
  outlet: string;
  title: string | null;
  url: string;
  sentence: string;
  rule: string;
  confidence: number;
  codebookVersion: string;
  taggerVersion: string;
}

export interface StatementView extends Quoted {
  issue: string;
  stance: 'for' | 'against' | 'neutral';
  voice: string;
  span: [number, number];
}

export interface ToneView extends Quoted {
  label: string;
  score: number;
  voice: 'outlet' | 'quoted';
  speaker: string | null;
}

/** Asks the API. @throws Error with the API's own explanation */
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? `The server answered ${answer.status}.`);
  return body as T;
}

const under = (dispute: string, list: string, parameters: Record<string, string>) =>
  `/api/disputes/${encodeURIComponent(dispute)}/${list}?${new URLSearchParams(parameters)}`;

export const getDisputes = () => ask<Dispute[]>('/api/disputes');

export const getSeries = (dispute: string, actors: string[], from: string, to: string) =>
  ask<SeriesAnswer>(under(dispute, 'series', { actor: ['*', ...actors].join(','), from, to }));

export const getStatements = (dispute: string, actors: string[], from: string, to: string) =>
  ask<{ total: number; statements: StatementView[] }>(
    under(dispute, 'statements', { actor: actors.join(','), from, to }),
  );

export const getTones = (dispute: string, actors: string[], from: string, to: string) =>
  ask<{ total: number; tones: ToneView[] }>(under(dispute, 'tones', { actor: actors.join(','), from, to }));
