import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { extractArticle } from '../../shared/article/extract-article.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { SettingError } from '../../shared/errors.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import type { Reason, TaggableArticle, Tags } from '../../shared/language/tags.ts';
import { createWebClient } from '../../shared/web/web-client.ts';
import { readDay } from '../options.ts';
import { defaultCodebook, readCodebook } from '../read-codebook.ts';

interface TagOptions {
  codebook: string;
  date?: string;
  allowLocal: string[];
  json: boolean;
}

/** Adds `tag` (also `explain`): one page or text with all its tags, and why each stands. */
export function addTag(program: Command): void {
  program
    .command('tag')
    .alias('explain')
    .description('tag one article (an address, an HTML file or a text file) and explain every tag')
    .argument('<source>')
    .option('--codebook <file>', 'codebook to tag with', defaultCodebook)
    .option('--date <day>', 'day of publication where the page gives none', readDay)
    .option('--allow-local <host:port...>', 'servers on this machine that may be asked', [])
    .option('--json', 'print JSON', false)
    .action(async (source: string, options: TagOptions) => {
      const codebook = await readCodebook(options.codebook);
      const article = await readArticle(source, codebook, options);
      const tags = tagArticle(article, codebook);
      console.log(options.json ? JSON.stringify({ article, tags }, null, 2) : explain(article, tags));
    });
}

async function readArticle(source: string, codebook: Codebook, options: TagOptions): Promise<TaggableArticle> {
  const { body, url } = await readSource(source, options.allowLocal);
  const isHtml = /^\s*</.test(new TextDecoder().decode(body.subarray(0, 200)));
  const fallbackDate = `${options.date ?? codebook.period.from}T12:00:00.000Z`;
  if (!isHtml) {
    if (!isUtf8(body) || body.includes(0))
      throw new SettingError(
        `${source} is neither a page nor a text in UTF-8.`,
        'Give an HTML page, or save the text as UTF-8.',
      );
    const text = new TextDecoder().decode(body);
    if (text.trim() === '') throw new SettingError(`${source} holds no text.`, 'Give the text of an article.');
    const [title = '', ...rest] = text.split(/\n\s*\n/);
    return { title, text: rest.join('\n\n') || title, publishedAt: fallbackDate };
  }
  const page = extractArticle(body, { url });
  if (page.text.trim() === '')
    throw new SettingError(
      `${source} holds no article text (${page.kind}).`,
      'Give the address of the article itself.',
    );
  return { title: page.title ?? '', text: page.text, publishedAt: page.published?.instant ?? fallbackDate };
}

async function readSource(source: string, allowList: string[]): Promise<{ body: Uint8Array; url: string }> {
  if (/^https?:\/\//i.test(source)) {
    const web = createWebClient({
      contact: process.env.PICKETLINE_CONTACT ?? 'https://picketline.example/about-our-robot',
      allowList,
    });
    try {
      return await web.get(source, { kind: 'page' });
    } catch (cause) {
      throw new SettingError(
        `${source} can't be fetched: ${(cause as Error).message}`,
        'Check the address, or save the page and give the file.',
        { cause },
      );
    } finally {
      await web.close();
    }
  }
  if (!existsSync(source))
    throw new SettingError(`${source} is neither an address nor a file.`, 'Give an http(s) address or a path.');
  return { body: await readFile(source), url: 'https://file.example/' };
}

/** Every sentence that has tags, with each tag's rule, confidence and reasons under it. */
function explain({ title, text, publishedAt }: TaggableArticle, tags: Tags): string {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const head = `${title}\n${publishedAt.slice(0, 10)}, language ${tags.language}`;
  const sentences = tags.sentences.flatMap((sentence) => {
    const here = <T extends { sentence: number }>(list: T[]) => list.filter((tag) => tag.sentence === sentence.index);
    const lines = [
      ...here(tags.mentions).map(
        (tag) => `  mention    ${tag.actor} “${cut(tag)}” [${tag.rule}, ${tag.confidence.toFixed(2)}]`,
      ),
      ...here(tags.statements).map(
        (tag) =>
          `  statement  ${tag.actor} ${tag.stance} ${tag.issue} (${tag.voice}${tag.cue ? `, cue “${cut(tag.cue)}”` : ''}) “${cut(tag)}” [${tag.rule}, ${tag.confidence.toFixed(2)}]${because(tag.reasons)}`,
      ),
      ...here(tags.sentenceTones)
        .filter((tag) => tag.label !== 'neutral')
        .map(
          (tag) =>
            `  tone       ${tag.label} ${tag.score.toFixed(2)} towards ${tag.actor}, ${tag.voice === 'outlet' ? "outlet's own words" : `in the mouth of ${tag.speaker ?? 'somebody'}`} [${tag.rule}, ${tag.confidence.toFixed(2)}]${because(tag.reasons)}`,
        ),
    ];
    return lines.length > 0 ? [`\n${cut(sentence)}`, ...lines] : [];
  });
  return [head, ...sentences].join('\n');
}

const because = (reasons: Reason[]) =>
  reasons.length > 0
    ? `\n             because ${reasons.map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`).join(', ')}`
    : '';
