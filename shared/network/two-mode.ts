import type { Stance } from '../language/tags.ts';

/** Statements of one actor on one issue over a period. */
export interface StanceTotal extends Record<Stance, number> {
  actor: string;
  issue: string;
}

/** A node of either mode: how many statements it takes part in. */
export interface NetworkNode {
  id: string;
  mode: 'actor' | 'issue';
  statements: number;
}

/** What binds an actor to an issue. */
export interface NetworkLink extends StanceTotal {
  statements: number;
  /** (for − against) ÷ (for + against), from -1 to 1; null when all are neutral. */
  balance: number | null;
}

/**
 * Actors and issues as a two-mode network: a link for each pair with a statement. (The affiliation network of discourse
 * network analysis: Leifeld 2017, "Discourse Network Analysis", Oxford Handbook of Political Networks.)
 * Actors come first, then issues, each by number of statements, then id.
 */
export function twoModeNetwork(totals: readonly StanceTotal[]): { nodes: NetworkNode[]; links: NetworkLink[] } {
  const links = totals.filter((total) => sizeOf(total) > 0).map(linkOf);
  return { nodes: [...nodesOf(links, 'actor'), ...nodesOf(links, 'issue')], links };
}

const sizeOf = (total: StanceTotal) => total.for + total.against + total.neutral;

function linkOf(total: StanceTotal): NetworkLink {
  const decided = total.for + total.against;
  const balance = decided === 0 ? null : (total.for - total.against) / decided;
  return { ...total, statements: sizeOf(total), balance };
}

function nodesOf(links: NetworkLink[], mode: NetworkNode['mode']): NetworkNode[] {
  const counts = new Map<string, number>();
  for (const link of links) counts.set(link[mode], (counts.get(link[mode]) ?? 0) + link.statements);
  return [...counts]
    .map(([id, statements]) => ({ id, mode, statements }))
    .sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
}
