import { extractArticle } from '../../shared/article/extract-article.ts';
import { decodePage } from '../../shared/article/page/decode-page.ts';
import type { Page } from './pages.ts';
import { loadPeers, type Peer } from './peers.ts';

const ours: Peer = { name: 'picketline', extract: (html, url) => extractArticle(html, { url }).text };

/**
 * Times us beside each peer: on every page one after the other in one process, in turns, so that what slows the machine
 * slows both. The first round warms up and is not counted; of the others the median of each page counts.
 */
export async function compareSpeed(pages: readonly Page[], rounds: number, only = ''): Promise<void> {
  const peers = (await loadPeers()).filter(({ name }) => name.includes(only));
  if (peers.length === 0) return console.log('speed: skipped, the peers are not installed (npm --prefix bench ci)');
  const htmls = pages.map(({ bytes }) => decodePage(bytes));
  for (const peer of peers) report(await interleave([ours, peer], htmls, rounds));
}

/** Of each contender the times of each page. */
type Times = Map<string, number[][]>;

async function interleave(pair: readonly [Peer, Peer], htmls: readonly string[], rounds: number): Promise<Times> {
  const times: Times = new Map(pair.map(({ name }) => [name, htmls.map(() => [] as number[])]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [page, html] of htmls.entries()) {
      for (const contender of (page + round) % 2 === 0 ? pair : pair.toReversed()) {
        const taken = await timeOf(contender, html);
        if (round > 0) times.get(contender.name)![page]!.push(taken);
      }
    }
  }
  return times;
}

async function timeOf({ extract }: Peer, html: string): Promise<number> {
  const start = performance.now();
  try {
    await extract(html, 'https://page.example/story');
  } catch {
    // A peer that throws on a page has still spent the time.
  }
  return performance.now() - start;
}

type Pace = [name: string, pages: number[]];

function report(times: Times): void {
  const [[, base], [name, own]] = [...times].map(([name, pages]) => [name, pages.map(median)]) as [Pace, Pace];
  const ratio = median(own.map((taken, page) => taken / base[page]!));
  const [left, right] = [base, own].map((values) => median(values).toFixed(2).padStart(8)) as [string, string];
  console.log(`  ${name.padEnd(30)}${right} ms a page, ours${left}: ${ratio.toFixed(1)} times as long`);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
