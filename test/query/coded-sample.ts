import type { Corpus } from './corpus.ts';

/** Sends JSON to the API as a program does. */
export async function post(
  { app }: Pick<Corpus, 'app'>,
  path: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Codes what a coder has still open in a sample, unit after unit. @returns the units, in their order */
export async function codeAll(
  corpus: Corpus,
  audit: string,
  who: string,
  codeOf: (index: number) => string,
): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const { unit } = await corpus.json(`${audit}/coders/${encodeURIComponent(who)}/next`);
    if (unit === null) return seen;
    const kept = await post(corpus, `${audit}/codes`, { unit: unit.id, code: codeOf(seen.length), who });
    if (kept.status !== 201) throw new Error(JSON.stringify(kept.body));
    seen.push(unit.id);
  }
}
