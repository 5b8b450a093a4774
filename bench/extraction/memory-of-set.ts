import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../shared/article/extract-article.ts';

/** Run by memory.ts in a process of its own: prints the peak of its resident memory in MB. */
const folder = process.argv[2]!;
for (const name of readdirSync(folder))
  extractArticle(gunzipSync(readFileSync(join(folder, name))), { url: 'https://page.example/story' });
console.log(process.resourceUsage().maxRSS / 1024);
