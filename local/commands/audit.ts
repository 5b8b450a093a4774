import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { codebookVersion } from '../../shared/codebook/version.ts';
import { SettingError } from '../../shared/errors.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import { auditCodes } from '../../shared/reliability/audit-code.ts';
import { auditUnits } from '../../shared/reliability/audit-units.ts';
import { codeSheet } from '../../shared/reliability/code-sheet.ts';
import {
  type CorrectedBalance,
  correctedBalances,
  correctionMethod,
  taggedCounts,
} from '../../shared/reliability/corrected-balance.ts';
import {
  correctedIntervals,
  correctedSeries,
  seriesCorrectionMethod,
} from '../../shared/reliability/corrected-series.ts';
import { drawSample } from '../../shared/reliability/draw-sample.ts';
import { type Sampling, samplings } from '../../shared/reliability/sampling.ts';
import { referencedUnits, scoreAudit } from '../../shared/reliability/score-audit.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import { countDay, type TaggedByDay, taggedSteps } from '../../shared/reliability/tagged-days.ts';
import { codebookOf } from '../../shared/store/published-codebooks.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { instantOf } from '../../shared/trend/series.ts';
import { checkGold, readGold } from '../audit/check-gold.ts';
import { describeBalances, describeScore, describeSteps, describeTagger, figure } from '../audit/describe-score.ts';
import { type CodedDraw, type DrawKey, readCodedDraw, readText } from '../audit/draw-key.ts';
import { type CorpusOptions, corpusOf, withCorpus } from '../corpus-options.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readShare, wholeNumber } from '../options.ts';
import { readCodebook } from '../read-codebook.ts';

interface DrawOptions extends CorpusOptions {
  size: number;
  by: Sampling;
  seed: number;
}

/** Adds `audit draw`, `score`, `series`, `check`: blind coding of a sample, agreement, and what follows from it. */
export function addAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('have a sample coded by people, and measure agreement and accuracy');
  withCorpus(audit.command('draw'))
    .description('draw sentences to code: writes SHEET for the coders, and SHEET.key.json, which they must not see')
    .argument('<dispute>', 'id of the codebook')
    .argument('<sheet>', 'CSV to write; one copy a coder')
    .option('--size <number>', 'units to draw', wholeNumber(1), 200)
    .addOption(new Option('--by <way>', 'how to draw').choices(samplings).default('stratified'))
    .option('--seed <number>', 'the same seed draws the same sample', wholeNumber(1), 1)
    .action(draw);
  audit
    .command('score')
    .description("coders' agreement (Krippendorff's alpha), and the tagger against what they agree on")
    .argument('<key>', 'SHEET.key.json of the draw')
    .argument('<sheets...>', 'filled sheets, named after their coders')
    .option('--adjudicated <sheet>', 'filled sheet that decides where the coders disagree')
    .option('--gold <file>', 'also write the gold set: places in the texts with the codes agreed or decided on')
    .option('--json', 'print JSON', false)
    .action(score);
  audit
    .command('series')
    .description('shares for by issue over time, as tagged and corrected by the coded sample')
    .argument('<key>', 'SHEET.key.json of the draw')
    .argument('<sheets...>', 'filled sheets, named after their coders')
    .option('--adjudicated <sheet>', 'filled sheet that decides where the coders disagree')
    .addOption(new Option('--interval <length>', 'length of a step').choices(correctedIntervals).default('week'))
    .option('--json', 'print JSON', false)
    .action(series);
  withData(audit.command('check'))
    .description("tag a gold set's texts anew and measure today's tags against it; fails below the floor")
    .argument('<gold>', 'gold set (JSON) that the page or `audit score --gold` wrote')
    .option('--codebook <file>', 'tag under this codebook, not under the published one')
    .option('--floor <F1>', 'F1 of statements that must be reached, e.g. 0.55', readShare)
    .action(check);
}

async function draw(dispute: string, sheet: string, options: DrawOptions): Promise<void> {
  await withPipeline(options, async ({ runtime }) => {
    const { codebook, origin, entries } = await corpusOf(dispute, options, runtime);
    const issues = codebook.issues.map(({ id }) => id);
    const units = [];
    const days: TaggedByDay = {};
    for await (const entry of entries) {
      const ofArticle = auditUnits(entry, issues);
      units.push(...ofArticle);
      countDay(days, dayOf(instantOf(entry.counted), codebook.timeZone), ofArticle, issues);
    }
    if (units.length === 0)
      throw new SettingError('There is nothing to draw from.', 'Choose a period with tagged articles.');
    const drawn = drawSample(units, options.size, options.by, seededRandom(options.seed));
    const { codebookVersion, taggerVersion, from, to } = origin;
    const key: DrawKey = {
      ...{ dispute, codebookVersion, taggerVersion, sampling: options.by, seed: options.seed, from, to },
      ...{ of: units.length, tagged: taggedCounts(units, issues), days, units: drawn },
    };
    await writeDraw(sheet, codeSheet(drawn, codebook), `${JSON.stringify(key, null, 2)}\n`);
    print({ sheet, units: drawn.length, of: units.length }, options.json, () =>
      [
        `${drawn.length} of ${units.length} units drawn (${options.by}, seed ${options.seed})`,
        `${sheet}: give each coder a copy; they write ${auditCodes.join(', ')} into the column "code"`,
      ].join('\n'),
    );
  });
}

/** The sheet comes last: the same draw can be made again where it died in between, and no key of another is lost. */
async function writeDraw(sheet: string, text: string, key: string): Promise<void> {
  const keyFile = `${sheet}.key.json`;
  const refuse = (file: string) => (cause: Error) => {
    throw new SettingError(`${file} can't be written: ${cause.message}`, 'Name a new file.', { cause });
  };
  if (existsSync(sheet)) throw new SettingError(`${sheet} is there already.`, 'Name a new file.');
  if (existsSync(keyFile)) {
    if ((await readText(keyFile)) !== key)
      throw new SettingError(`${keyFile} is the key of another draw.`, 'Name a new file.');
  } else await writeFile(keyFile, key, { flag: 'wx' }).catch(refuse(keyFile));
  await writeFile(sheet, text, { flag: 'wx' }).catch(refuse(sheet));
}

interface SheetOptions {
  adjudicated?: string;
  gold?: string;
  json: boolean;
}

async function score(keyFile: string, sheets: string[], { adjudicated, gold, json }: SheetOptions): Promise<void> {
  const coded = await readCodedDraw(keyFile, sheets, adjudicated);
  const { key, codings, decided } = coded;
  const result = scoreAudit(key.units, codings, decided, seededRandom(key.seed));
  const balances = balancesOf(coded);
  if (gold !== undefined) await writeGold(gold, coded);
  print({ ...result, balances, method: correctionMethod }, json, (scored) =>
    [describeScore(scored), ...describeBalances(balances)].join('\n'),
  );
}

interface SeriesOptions extends SheetOptions {
  interval: (typeof correctedIntervals)[number];
}

async function series(keyFile: string, sheets: string[], { adjudicated, interval, json }: SeriesOptions) {
  const coded = await readCodedDraw(keyFile, sheets, adjudicated);
  const { days, tagged, from, to, units, seed } = coded.key;
  if (!days || !tagged || from === undefined || to === undefined)
    throw new SettingError(`${keyFile} keeps no counts by day.`, 'Draw another sample: older ones did not keep them.');
  const steps = taggedSteps(days, { from, to }, interval);
  const rows = correctedSeries({ size: units.length, tagged }, steps, goldOf(coded), seededRandom(seed));
  print({ interval, method: seriesCorrectionMethod, steps: rows }, json, () => describeSteps(rows));
}

interface CheckOptions extends DataOptions {
  codebook?: string;
  floor?: number;
}

async function check(file: string, { codebook: codebookFile, floor, ...options }: CheckOptions): Promise<void> {
  const gold = readGold(await readText(file), file);
  await withPipeline(options, async ({ runtime }) => {
    const codebook = codebookFile === undefined ? null : await readCodebook(codebookFile);
    const published = codebook
      ? { codebook, version: codebookVersion(codebook) }
      : codebookOf(await runtime.standingCodebooks(), gold.dispute);
    const result = await checkGold(gold, published, runtime.store);
    const isHeld = floor === undefined || (result.f1 ?? 0) >= floor;
    print({ ...result, codebook: published.version, tagger: TAGGER_VERSION, floor, isHeld }, options.json, () =>
      [
        `tagger ${TAGGER_VERSION}, codebook ${published.version}, against ${result.units} gold units: F1 of statements ${figure(result.f1)}`,
        ...(result.missing > 0 ? [`${result.missing} more units can’t be checked: their text is not kept here`] : []),
        ...describeTagger(result),
        ...(isHeld ? [] : [`below the floor of ${floor}`]),
      ].join('\n'),
    );
    if (!isHeld) process.exitCode = 1;
  });
}

async function writeGold(file: string, coded: CodedDraw): Promise<void> {
  const units = goldOf(coded).map(({ sentence: _, paragraph: __, ...unit }) => unit);
  if (units.some(({ place }) => place === undefined))
    throw new SettingError(
      'The key keeps no places in the texts.',
      'Draw another sample: older ones did not keep them.',
    );
  const gold = `${JSON.stringify({ dispute: coded.key.dispute, units }, null, 2)}\n`;
  await writeFile(file, gold, { flag: 'wx' }).catch((cause) => {
    throw new SettingError(`${file} can't be written: ${cause.message}`, 'Name a new file.', { cause });
  });
}

const goldOf = ({ key, codings, decided }: CodedDraw) =>
  referencedUnits(key.units, codings, decided).map(({ unit, code }) => ({ ...unit, code }));

/** Null where the draw was made before keys held what shares are corrected from. */
function balancesOf(coded: CodedDraw): CorrectedBalance[] | null {
  const { of: population, tagged, units } = coded.key;
  if (population === undefined || tagged === undefined) return null;
  return correctedBalances({ of: population, tagged, size: units.length }, goldOf(coded));
}
