// Exports the corpus of the DynamoDB at the address in a process of its own, and prints the most memory it held, in MB.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localTableName } from '../../local/create-resources.ts';
import { startCloud } from '../../local/embedded-cloud.ts';
import { newFolder } from '../../local/export/new-folder.ts';
import { steadily } from '../../local/export/steadily.ts';
import { writeExport } from '../../local/export/write-export.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import { createStore } from '../../shared/store/store.ts';
import { scaleCodebook } from './codebook.ts';
import { dispute, year } from './synthetic-corpus.ts';

const [endpoint, format] = process.argv.slice(2) as [string, 'csv' | 'jsonl' | 'parquet'];
const cloud = await startCloud({ folder: null, dynamodbEndpoint: endpoint, sqsEndpoint: endpoint });
const store = createStore(cloud.dynamodb, localTableName);
const folder = await mkdtemp(join(tmpdir(), 'picketline-scale-'));
const origin = {
  ...{ dispute, title: 'Scale bench', codebookVersion: 'bench', taggerVersion: 'bench' },
  ...{ from: year.from, to: year.to, createdAt: `${year.to}T00:00:00.000Z` },
};
const { files } = await newFolder(join(folder, format), (unfinished) =>
  writeExport(
    {
      entries: steadily(
        readCorpus(store, dispute, { from: `${year.from}T00:00:00.000Z`, to: `${year.to}T23:59:59.999Z` }),
      ),
      ...{ codebook: scaleCodebook, origin, format, copyrightSafe: false, bom: false },
    },
    unfinished,
  ),
);
await cloud.stop();
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({
    megabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
  }),
);
