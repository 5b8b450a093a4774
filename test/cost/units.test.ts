import { expect, it } from 'vitest';
import { runScenario } from '../../bench/cloud/load.ts';
import { LoadWorld } from '../../bench/cloud/load-world.ts';
import { defaultCodebook, readCodebook } from '../../local/read-codebook.ts';

const articles = 20;

it('an article about the dispute takes one unit a row, one a step, and two of the index of open work', async () => {
  const world = new LoadWorld();
  await runScenario(world, await readCodebook(defaultCodebook), { articles, together: articles, share: 1 });
  const each = (table: 'Articles' | 'Texts' | 'Signatures' | 'Mentions' | 'Statements') => {
    const { writeUnits = 0, indexWriteUnits = 0, requests = 0 } = world.meter.tables.get(table) ?? {};
    return [writeUnits / articles, indexWriteUnits / articles, requests / articles];
  };
  expect(each('Articles').slice(0, 2)).toEqual([4, 2]);
  expect(each('Texts').slice(0, 2)).toEqual([1, 1]);
  // Eight bands and a headline.
  expect(each('Signatures').slice(0, 2)).toEqual([9, 0]);
  const { store } = world.runtime;
  for (const [name, table] of [
    ['Mentions', store.mentions],
    ['Statements', store.statements],
  ] as const) {
    let rows = 0;
    for await (const _ of table.scan()) rows += 1;
    expect(each(name).slice(0, 2)).toEqual([rows / articles, 0]);
  }
  // Discovered, collected, tagged, and of the trend queue one message each; ten or more share each request.
  expect(world.sqsRequests / articles).toBeLessThan(1.5);
});
