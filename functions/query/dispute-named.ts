import type { Published } from '../../shared/store/published-codebooks.ts';
import type { Runtime } from '../runtime.ts';
import { problem } from './problem.ts';

/** The codebook of a dispute, or of a version kept beside it. @throws a 404 problem that lists those there are */
export async function disputeNamed(id: string, ports: Pick<Runtime, 'standingCodebooks'>): Promise<Published> {
  const published = await ports.standingCodebooks();
  const found = published.find(({ codebook }) => codebook.id === id);
  const known = published.map(({ codebook }) => codebook.id);
  if (!found) throw problem(404, 'dispute', `No codebook of "${id}" is published.`, known);
  return found;
}
