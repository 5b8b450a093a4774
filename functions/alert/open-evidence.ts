import type { Evidence } from '../../shared/alerts/alert.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { PrintedSentence } from '../../shared/report/message-document.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayRange } from '../../shared/trend/day.ts';
import { seriesOf } from '../../shared/trend/series.ts';
import { isReadable, statementViews, toneViews } from '../query/evidence.ts';

type Read = Pick<Store, 'articles' | 'texts' | 'statements'>;

const sentencesShown = 3;

/** The sentences, or for articles the headlines, that an alert rests on. What was erased since, or is no longer kept, is left out. */
export async function openEvidence(evidence: Evidence[], codebook: Codebook, store: Read): Promise<PrintedSentence[]> {
  const opened = await Promise.all(evidence.map((each) => openOne(each, codebook, store)));
  return opened
    .flat()
    .slice(0, sentencesShown)
    .map(({ sentence, outlet, url }) => ({ sentence, outlet, url }));
}

async function openOne(evidence: Evidence, codebook: Codebook, store: Read): Promise<PrintedSentence[]> {
  switch (evidence.kind) {
    case 'statement':
      return (await statementViews([evidence.row], store)).filter(isReadable);
    case 'tone':
      return (await toneViews([evidence.row], store)).filter(isReadable);
    case 'article': {
      const article = await store.articles.get({ id: evidence.articleId });
      return article ? [{ sentence: article.title ?? article.url, outlet: article.outlet, url: article.url }] : [];
    }
    case 'day':
      return statementsOfDay(evidence, codebook, store);
  }
}

async function statementsOfDay(
  { actor, issue, day }: Extract<Evidence, { kind: 'day' }>,
  { id, timeZone, actors }: Codebook,
  store: Read,
): Promise<PrintedSentence[]> {
  const { from, to } = dayRange(day, timeZone);
  const wanted = actor === null ? actors.map((each) => each.id) : [actor];
  const rows = await Promise.all(
    wanted.map((each) =>
      toArray(store.statements.query({ series: seriesOf(id, each) }, 'at', { from, to: `${to}#~` })),
    ),
  );
  const fitting = rows.flat().filter((row) => issue === null || row.issue === issue);
  const surest = fitting.sort((a, b) => b.confidence - a.confidence).slice(0, sentencesShown);
  return (await statementViews(surest, store)).filter(isReadable);
}
