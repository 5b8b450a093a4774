import { tagArticle } from '../../shared/language/tag-article.ts';
import type { Span, TaggableArticle } from '../../shared/language/tags.ts';
import { mapJsonLines } from '../json-lines.ts';
import { NO_DISPUTE } from './no-dispute.ts';

interface Input {
  id: string;
  text: string;
  date?: string;
}

/** Finds the attributions of each article of `input` (JSON lines) and writes what the attribution scorer reads. */
export async function predict(input: string, output: string, _options: { codebook?: string } = {}): Promise<void> {
  await mapJsonLines<Input>(input, output, (article) => [predictArticle(article)]);
}

function predictArticle({ id, text, date }: Input): object {
  const article: TaggableArticle = { title: '', text, publishedAt: date ?? '2016-01-01' };
  const span = ({ start, end }: Span) => [start, end, text.slice(start, end)];
  const attributions = tagArticle(article, NO_DISPUTE).attributions.map((found) => ({
    source: found.source ? [span(found.source)] : null,
    cue: found.cue ? [span(found.cue)] : [],
    content: found.content.map(span),
  }));
  return { id, attributions };
}
