import { writeFile } from 'node:fs/promises';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { type Predictions, readPages } from './pages.ts';

/** Extracts every `html/*.html.gz` of the folder and writes `{id: {articleBody}}`, which the extraction scorer reads. */
export async function predict(input: string, output: string): Promise<void> {
  const predictions: Predictions = {};
  for (const { id, bytes } of await readPages(input)) {
    predictions[id] = { articleBody: extractArticle(bytes, { url: `https://unknown.example/${id}` }).text };
  }
  await writeFile(output, JSON.stringify(predictions));
}
