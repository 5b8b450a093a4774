import * as z from 'zod';
import { tagUnder } from '../../functions/tag/tag-under.ts';
import { SettingError } from '../../shared/errors.ts';
import { auditCodes } from '../../shared/reliability/audit-code.ts';
import { type ScoredUnit, scoreAudit, statementF1, type TaggerScore } from '../../shared/reliability/score-audit.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import { isKept } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

const goldSchema = z.object({
  dispute: z.string(),
  units: z
    .array(
      z.object({
        id: z.string(),
        articleId: z.string(),
        textRevision: z.number(),
        place: z.tuple([z.number(), z.number()]),
        actor: z.string(),
        issue: z.string(),
        code: z.enum(auditCodes),
      }),
    )
    .min(1),
});

/** A gold set: places in stored texts with the code that people agreed or decided on. */
export type GoldSet = z.infer<typeof goldSchema>;

/** Reads the gold set that the page, the API or `audit score --gold` gives. @throws SettingError for anything else */
export function readGold(text: string, name: string): GoldSet {
  try {
    return goldSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new SettingError(`${name} is no gold set.`, 'Give the file that the page or `audit score --gold` wrote.', {
      cause,
    });
  }
}

export interface GoldCheck extends TaggerScore {
  /** F1 of finding a statement with the right stance, over all issues; null where neither sees one. */
  f1: number | null;
  /** Units whose text is no longer kept, or not in this store. */
  missing: number;
}

/** Tags the gold set's texts anew, as the tagger and the codebook are now, and measures the tags against the gold. */
export async function checkGold(
  { units }: GoldSet,
  published: Published,
  store: Pick<Store, 'articles' | 'texts'>,
): Promise<GoldCheck> {
  const revisions = new Map(units.map(({ articleId, textRevision }) => [articleId, textRevision]));
  const texts = await store.texts.getAll([...revisions].map(([id, revision]) => ({ id, revision })));
  const articles = await store.articles.getAll([...revisions.keys()].map((id) => ({ id })));
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const codes = new Map<string, Map<string, ScoredUnit['tagger']>>();
  for (const text of texts.filter(isKept)) {
    const article = articleOf.get(text.id);
    if (!article?.seriesAt) continue;
    const { statements } = tagUnder(published, article, text);
    // The first statement of a sentence stands for it, as in a draw.
    const ofText = new Map(
      statements
        .map(({ actor, issue, stance, evidence }) => [keyOf(actor, issue, evidence[2]), stance] as const)
        .reverse(),
    );
    codes.set(text.id, ofText);
  }
  const checked = units.flatMap((unit) => {
    const ofText = codes.get(unit.articleId);
    return ofText ? [{ ...unit, tagger: ofText.get(keyOf(unit.actor, unit.issue, unit.place[0])) ?? 'none' }] : [];
  });
  const gold = { coder: 'gold', codes: new Map(units.map(({ id, code }) => [id, code])) };
  const { tagger } = scoreAudit(checked, [gold], new Map(), () => 0);
  const f1 = statementF1(checked.map((unit) => ({ reference: unit.code, other: unit.tagger })));
  return { ...tagger, f1, missing: units.length - checked.length };
}

const keyOf = (actor: string, issue: string, start: number) => `${actor} ${issue} ${start}`;
