import { hostileDocuments } from '../../test/feed/hostile-documents.ts';
import { type ReadDocument, readHostile } from '../../test/feed/read-hostile.ts';

const shown = 5;
/** The dearest document may cost so many times an ordinary feed of about its size. */
const mostTimes = 8;

/**
 * What documents made to hurt a parser cost beside an ordinary feed of 4 MB, in one process.
 * @returns whether none costs more than is allowed
 * @throws {Error} when the process was stopped before it was through
 */
export function benchHostile(): boolean {
  const { documents, complaint } = readHostile();
  const [ordinary, ...hostile] = documents;
  if (!ordinary || hostile.length < hostileDocuments.length)
    throw new Error(`hostile documents: stopped after "${documents.at(-1)?.name ?? 'none'}". ${complaint}`);
  const times = ({ milliseconds }: ReadDocument) => milliseconds / ordinary.milliseconds;
  const dearest = hostile.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, shown);
  for (const each of [ordinary, ...dearest])
    console.log(`${String(each.milliseconds).padStart(6)} ms, ${times(each).toFixed(1)} times: ${each.name}`);
  return dearest.every((each) => times(each) <= mostTimes);
}
