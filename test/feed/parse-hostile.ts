import { FeedError } from '../../shared/feed/feed-error.ts';
import { parseFeed } from '../../shared/feed/parse-feed.ts';
import { hostileDocuments, ordinaryDocument } from './hostile-documents.ts';

// A process of its own: see read-hostile.ts.
const context = { url: 'https://courier.example/feed' };

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await parseFeed(bytes, context);
    return 'read';
  } catch (error) {
    return error instanceof FeedError ? 'refused' : `threw ${error}`;
  }
}

// The first parse pays for compiling the parsers, which is not the document's doing.
await outcomeOf(Buffer.from('<rss version="2.0"><channel><item><title>x</title></item></channel></rss>'));
for (const { name, make } of [ordinaryDocument, ...hostileDocuments]) {
  const bytes = Buffer.from(make());
  // Time on the processor, all threads together: what others do to the machine is not the document's doing either.
  const started = process.cpuUsage();
  const outcome = await outcomeOf(bytes);
  const { user, system } = process.cpuUsage(started);
  const milliseconds = Math.round((user + system) / 1_000);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ name, outcome, milliseconds, megabytes })}\n`);
}
