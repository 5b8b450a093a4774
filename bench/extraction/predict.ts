import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../shared/article/extract-article.ts';

/** Extracts every `html/*.html.gz` of the folder and writes `{id: {articleBody}}`, which the extraction scorer reads. */
export async function predict(input: string, output: string): Promise<void> {
  const folder = join(input, 'html');
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.html.gz')).sort();
  const predictions: Record<string, { articleBody: string }> = {};
  for (const page of pages) {
    const id = basename(page, '.html.gz');
    const html = gunzipSync(await readFile(join(folder, page)));
    predictions[id] = { articleBody: extractArticle(html, { url: `https://unknown.example/${id}` }).text };
  }
  await writeFile(output, JSON.stringify(predictions));
}
