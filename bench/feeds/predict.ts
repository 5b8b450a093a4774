import { parseFeed } from '../../shared/feed/parse-feed.ts';
import { mapJsonLines } from '../json-lines.ts';

/** A document to parse: one line of the input, whatever else the line holds. */
interface Case {
  name: string;
  bytes_base64: string;
  contentType?: string;
  feedUrl?: string;
}

/** Parses every feed document of a JSONL file and writes what was found, one line each, in the form the scorer reads. */
export async function predict(input: string, output: string, _options: { codebook?: string }): Promise<void> {
  await mapJsonLines<Case>(input, output, async (found) => [await predictOne(found)]);
}

async function predictOne({ name, bytes_base64: base64, contentType, feedUrl }: Case): Promise<object> {
  try {
    const bytes = Buffer.from(base64, 'base64');
    const feed = await parseFeed(bytes, { ...(feedUrl && { url: feedUrl }), ...(contentType && { contentType }) });
    return { name, feed: { title: feed.title, link: feed.link }, entries: feed.entries };
  } catch (error) {
    return { name, error: (error as Error).message };
  }
}
