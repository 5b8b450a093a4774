import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseStory } from './parse-story.ts';
import { type Archive, type ArchiveArticle, type Outlet, outletsFile, type Story } from './schema.ts';

/** Where the archive that comes with the repository lies. */
const SAMPLE_ARCHIVE = import.meta.dirname;

/** Reads `outlets.yaml` and `articles/*.md` of a folder; throws with the file's name when one is wrong. */
export function loadArchive(folder: string = SAMPLE_ARCHIVE): Archive {
  const { outlets } = outletsFile.parse(parse(readFileSync(join(folder, 'outlets.yaml'), 'utf8')));
  const stories = readStories(join(folder, 'articles'));
  checkOutlets(stories, outlets);
  return { outlets, articles: withRevisions(stories) };
}

function readStories(folder: string): Story[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.sort().map((name) => parseStory(readFileSync(join(folder, name), 'utf8'), name));
}

function checkOutlets(stories: Story[], outlets: Outlet[]): void {
  const known = new Set(outlets.map((outlet) => outlet.slug));
  for (const story of stories) {
    if (!known.has(story.outlet)) throw new Error(`${story.id}: outlet ${story.outlet} is not in outlets.yaml`);
  }
}

function withRevisions(stories: Story[]): ArchiveArticle[] {
  const firsts = stories.filter((story) => story.revisionOf === undefined);
  const articles = firsts.map((first) => ({ ...first, revisions: [first, ...laterRevisions(first, stories)] }));
  return articles.sort((a, b) => Date.parse(a.published) - Date.parse(b.published) || (a.id < b.id ? -1 : 1));
}

function laterRevisions(first: Story, stories: Story[]): Story[] {
  const later = stories.filter((story) => story.revisionOf === first.id);
  return later.sort((a, b) => changedAt(a) - changedAt(b));
}

/** The instant from which a revision is what its URL shows. */
function changedAt(story: Story): number {
  return Date.parse(story.modified ?? story.published);
}
