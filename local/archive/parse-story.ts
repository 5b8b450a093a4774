import { parse } from 'yaml';
import { frontMatter, type Story } from './schema.ts';

/** Reads one Markdown file with YAML front matter; paragraphs are parted by blank lines. */
export function parseStory(text: string, file: string): Story {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${file}: no front matter; begin the file with --- and its fields`);
  const head = frontMatter.safeParse(parse(match[1] ?? ''));
  if (!head.success) throw new Error(`${file}: ${head.error.message}`);
  return { ...head.data, paragraphs: paragraphsOf(match[2] ?? '') };
}

function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
