import { extractBody } from '../../shared/article/body/extract-body.ts';
import { type BodyThresholds, bodyThresholds } from '../../shared/article/body/thresholds.ts';
import { pageTitle } from '../../shared/article/metadata/find-title.ts';
import { decodePage } from '../../shared/article/page/decode-page.ts';
import { parsePage } from '../../shared/article/page/parse-page.ts';
import type { Gold, Page, Predictions, Score } from './pages.ts';
import { readGold } from './pages.ts';

const foldCount = 10;
/** Other values that each threshold is tried with, the rest staying as they are. */
const alternatives: Partial<Record<keyof BodyThresholds, number[]>> = {
  descend: [0.75, 0.8, 0.9, 0.95],
  descendTitled: [0.5, 0.7, 0.85],
  descendArticle: [0.1, 0.3, 0.5],
  named: [0.25, 0.55, 0.7],
  main: [0.25, 0.3, 0.5, 0.6],
  linkLine: [0.6, 0.67, 0.85, 0.95],
  linkList: [0.4, 0.5, 0.75, 0.9],
};

/**
 * How well thresholds chosen on nine tenths of the domains do on the other tenth. Prints the held-out F1 over all pages
 * and what was chosen, and how F1 moves when one threshold does.
 */
export async function checkFolds(pages: readonly Page[]): Promise<void> {
  const { gold, scorer } = await readGold();
  const variants = variantsOf(bodyThresholds);
  const documents = pages.map(({ id, bytes }) => ({ id, document: parsePage(decodePage(bytes)) }));
  const scores = variants.map(({ thresholds }) => {
    const predictions: Predictions = {};
    for (const { id, document } of documents) {
      const { runs } = extractBody(document, pageTitle(document), thresholds);
      predictions[id] = { articleBody: runs.map((run) => run.text).join('\n\n') };
    }
    return scorer.evaluate(gold, predictions, { boot: 0 });
  });
  const foldOf = foldsByDomain(gold);
  const rowsOf = (score: Score, isIn: (fold: number) => boolean) =>
    score.rows.filter((_, index) => isIn(foldOf.get(score.ids[index]!)!));
  const heldOut: Score['rows'] = [];
  const chosen = new Map<string, number>();
  for (let fold = 0; fold < foldCount; fold += 1) {
    const seen = scores.map((score) => scorer.aggregate(rowsOf(score, (other) => other !== fold)).f1);
    const best = seen.indexOf(Math.max(...seen));
    heldOut.push(...rowsOf(scores[best]!, (other) => other === fold));
    chosen.set(variants[best]!.name, (chosen.get(variants[best]!.name) ?? 0) + 1);
  }
  const { f1, precision, recall } = scorer.aggregate(heldOut);
  const names = [...chosen].map(([name, times]) => `${name} ${times}×`).join(', ');
  console.log(
    `10 folds by domain: F1 ${f1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)})`,
  );
  console.log(`  thresholds chosen on nine tenths: ${names}`);
  const values = scores.map((score) => score.f1);
  console.log(`  one threshold moved: F1 ${Math.min(...values).toFixed(4)} to ${Math.max(...values).toFixed(4)}`);
}

function variantsOf(base: BodyThresholds): { name: string; thresholds: BodyThresholds }[] {
  const moved = Object.entries(alternatives).flatMap(([name, values]) =>
    values.map((value) => ({ name: `${name} ${value}`, thresholds: { ...base, [name]: value } })),
  );
  return [{ name: 'as they are', thresholds: base }, ...moved];
}

/** Pages of one site stay together. */
function foldsByDomain(gold: Gold): Map<string, number> {
  const site = (url: string) => new URL(url).hostname.split('.').slice(-2).join('.');
  const sites = [...new Set(Object.values(gold).map(({ url }) => site(url)))].sort();
  return new Map(Object.entries(gold).map(([id, { url }]) => [id, sites.indexOf(site(url)) % foldCount]));
}
