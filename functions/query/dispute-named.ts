import type { Published } from '../../shared/store/published-codebooks.ts';
import type { Runtime } from '../runtime.ts';
import { problem } from './problem.ts';

/** The published codebook of a dispute. @throws a 404 problem that lists the disputes there are */
export async function disputeNamed(id: string, ports: Pick<Runtime, 'codebooks'>): Promise<Published> {
  const published = await ports.codebooks();
  const found = published.find(({ codebook }) => codebook.id === id);
  const known = published.map(({ codebook }) => codebook.id);
  if (!found) throw problem(404, 'dispute', `No codebook of "${id}" is published.`, known);
  return found;
}
