import { UndirectedGraph } from 'graphology';
import type { Codebook } from '../codebook/codebook.ts';
import { type ActorPair, oneModeNetworks } from '../network/one-mode.ts';
import { type StanceTotal, twoModeNetwork } from '../network/two-mode.ts';
import type { CorpusEntry } from './read-corpus.ts';

/** The graphs of an export by file name. */
export interface Graphs {
  'actors-issues': UndirectedGraph;
  'actors-congruence': UndirectedGraph;
  'actors-conflict': UndirectedGraph;
}

/** Adds up statements by actor and issue, article by article. */
export class StanceTotals {
  readonly #totals = new Map<string, StanceTotal>();

  add({ statements }: CorpusEntry): void {
    for (const { actor, issue, stance } of statements) {
      const key = `${actor}\n${issue}`;
      const total = this.#totals.get(key) ?? { actor, issue, for: 0, against: 0, neutral: 0 };
      this.#totals.set(key, { ...total, [stance]: total[stance] + 1 });
    }
  }

  /** In the order of actors, then issues. */
  all(): StanceTotal[] {
    return [...this.#totals].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, total]) => total);
  }
}

/** The two-mode network of actors and issues, and the actors' congruence and conflict networks. */
export function graphsOf(totals: readonly StanceTotal[], codebook: Codebook): Graphs {
  const { congruence, conflict } = oneModeNetworks(totals);
  return {
    'actors-issues': twoModeGraph(totals, codebook),
    'actors-congruence': actorGraph(congruence, totals, codebook),
    'actors-conflict': actorGraph(conflict, totals, codebook),
  };
}

function twoModeGraph(totals: readonly StanceTotal[], codebook: Codebook): UndirectedGraph {
  const { nodes, links } = twoModeNetwork(totals);
  const labels = labelsOf(codebook);
  const graph = new UndirectedGraph();
  // An actor and an issue may have the same id.
  for (const { id, mode, statements } of nodes) {
    graph.addNode(`${mode}:${id}`, { label: labels[mode].get(id) ?? id, mode, statements });
  }
  for (const { actor, issue, statements, balance, ...counts } of links) {
    graph.addEdge(`actor:${actor}`, `issue:${issue}`, {
      weight: statements,
      for: counts.for,
      against: counts.against,
      neutral: counts.neutral,
      ...(balance !== null && { balance }),
    });
  }
  return graph;
}

function actorGraph(pairs: readonly ActorPair[], totals: readonly StanceTotal[], codebook: Codebook): UndirectedGraph {
  const labels = labelsOf(codebook).actor;
  const graph = new UndirectedGraph();
  for (const id of new Set(totals.map(({ actor }) => actor))) graph.addNode(id, { label: labels.get(id) ?? id });
  for (const { source, target, weight } of pairs) graph.addEdge(source, target, { weight });
  return graph;
}

const labelsOf = ({ actors, issues }: Codebook) => ({
  actor: new Map(actors.map(({ id, name }) => [id, name])),
  issue: new Map(issues.map(({ id, proposition }) => [id, proposition])),
});
