import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor } from '../../functions/digest/report-for.ts';
import { defaultCodebook, readCodebook } from '../../local/read-codebook.ts';
import { openReplay, type Replay } from '../../local/replay-archive.ts';
import { digestDocument } from '../../shared/report/digest-document.ts';
import { htmlPage } from '../../shared/report/html.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-message.ts';
import { codebookOf, currentCodebooks } from '../../shared/store/published-codebooks.ts';

/**
 * The sample archive, replayed once. The golden files hold what its digests say; after a change that is meant, look at
 * the difference that `npx vitest run test/morning -u` makes.
 */
let replay: Replay;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picketline-morning-'));
  replay = await openReplay({ folder, codebook: await readCodebook(defaultCodebook), archivePort: 0 });
}, 900_000);
afterAll(async () => {
  await replay?.pipeline.stop();
  await replay?.site.close();
  await rm(folder, { recursive: true, force: true });
});

describe('digests of the sample archive', () => {
  it.each([
    ['strike', '2016-02-10', 'the second strike'],
    ['quiet', '2015-12-25', 'nothing was published, and all feeds were asked'],
    ['dead-feed', '2016-03-16', 'the Evening Sentinel has stopped answering'],
    ['clocks-forward', '2016-03-27', 'a day of 23 hours'],
    ['clocks-back', '2015-10-25', 'a day of 25 hours'],
    ['first-day', '2015-09-16', 'the first article of the archive'],
  ])('%s: %s, %s', async (name, day) => {
    const { store } = replay.pipeline.runtime;
    const published = codebookOf(await currentCodebooks(store), replay.codebook.id);
    const document = digestDocument(await reportFor(published, day, { store, dashboardUrl: 'https://page.example/' }));
    const golden = (form: string) => join(import.meta.dirname, 'golden', `${name}.${form}`);
    await expect(portable(plainText(document))).toMatchFileSnapshot(golden('txt'));
    await expect(portable(htmlPage(document))).toMatchFileSnapshot(golden('html'));
    await expect(portable(JSON.stringify(slackMessage(document), null, 2))).toMatchFileSnapshot(golden('slack.json'));
  });
});

/** The archive's site has another port each time. */
const portable = (text: string) => text.replaceAll(replay.site.url, 'http://archive.example');
