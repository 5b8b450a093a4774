import { Command } from 'commander';
import { PicketlineError } from '../shared/errors.ts';
import { addAlerts } from './commands/alerts.ts';
import { addAudit } from './commands/audit.ts';
import { addCodebook } from './commands/codebook.ts';
import { addCost } from './commands/cost.ts';
import { addDemo } from './commands/demo.ts';
import { addDigest } from './commands/digest.ts';
import { addErase } from './commands/erase.ts';
import { addExport } from './commands/export.ts';
import { addFeeds } from './commands/feeds.ts';
import { addImport } from './commands/import.ts';
import { addKey } from './commands/key.ts';
import { addMessages } from './commands/messages.ts';
import { addPoll } from './commands/poll.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRelease } from './commands/release.ts';
import { addReplay } from './commands/replay.ts';
import { addRetag } from './commands/retag.ts';
import { addRetain } from './commands/retain.ts';
import { addSeries } from './commands/series.ts';
import { addSuggest } from './commands/suggest.ts';
import { addTag } from './commands/tag.ts';
import { addTrace } from './commands/trace.ts';
import { addWatch } from './commands/watch.ts';

const program = new Command('picketline').description(
  'News coverage of an industrial dispute, watched as it happens and kept as data.',
);
for (const add of [
  addDemo,
  addWatch,
  addPoll,
  addTag,
  addSeries,
  addFeeds,
  addImport,
  addCodebook,
  addDigest,
  addAlerts,
  addMessages,
  addReplay,
  addRetag,
  addExport,
  addRelease,
  addRebuild,
  addAudit,
  addSuggest,
  addTrace,
  addKey,
  addCost,
  addRetain,
  addErase,
])
  add(program);

try {
  await program.parseAsync();
} catch (thrown) {
  if (!(thrown instanceof PicketlineError)) throw thrown;
  console.error(`error: ${thrown.message}\n${thrown.remedy}`);
  // Embedded services may still hold the process; after a crash the data folder puts itself right.
  process.exit(1);
}
