import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import { SettingError } from '../../shared/errors.ts';
import { type AuditCode, auditCodes } from '../../shared/reliability/audit-code.ts';
import { auditUnits } from '../../shared/reliability/audit-units.ts';
import type { Estimate } from '../../shared/reliability/bootstrap.ts';
import { codeSheet, readCodeSheet } from '../../shared/reliability/code-sheet.ts';
import {
  type CorrectedBalance,
  correctedBalances,
  correctionMethod,
  taggedCounts,
} from '../../shared/reliability/corrected-balance.ts';
import { drawSample } from '../../shared/reliability/draw-sample.ts';
import { type Sampling, samplings } from '../../shared/reliability/sampling.ts';
import { type AuditScore, type Coding, referencedUnits, scoreAudit } from '../../shared/reliability/score-audit.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import { type CorpusOptions, corpusOf, withCorpus } from '../corpus-options.ts';
import { print, withPipeline } from '../open-store.ts';
import { wholeNumber } from '../options.ts';

interface DrawOptions extends CorpusOptions {
  size: number;
  by: Sampling;
  seed: number;
}

const unitSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  actor: z.string(),
  issue: z.string(),
  sentence: z.string(),
  paragraph: z.string(),
  tagger: z.enum(auditCodes),
  confidence: z.number(),
  weight: z.number().nullable(),
});

/** What a draw must remember and coders must not see. */
const keySchema = z.object({
  dispute: z.string(),
  codebookVersion: z.string(),
  taggerVersion: z.string(),
  sampling: z.enum(samplings),
  seed: z.number(),
  /** Units of the period, and what the tagger says of all of them: what shares are corrected from. */
  of: z.number().optional(),
  tagged: z.record(z.string(), z.record(z.enum(auditCodes), z.number())).optional(),
  units: z.array(unitSchema),
});

/** Adds `audit draw` and `audit score`: blind coding of a sample, and how far people and tagger agree. */
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
    .option('--json', 'print JSON', false)
    .action(score);
}

async function draw(dispute: string, sheet: string, options: DrawOptions): Promise<void> {
  await withPipeline(options, async ({ runtime }) => {
    const { codebook, origin, entries } = await corpusOf(dispute, options, runtime);
    const issues = codebook.issues.map(({ id }) => id);
    const units = [];
    for await (const entry of entries) units.push(...auditUnits(entry, issues));
    if (units.length === 0)
      throw new SettingError('There is nothing to draw from.', 'Choose a period with tagged articles.');
    const drawn = drawSample(units, options.size, options.by, seededRandom(options.seed));
    const { codebookVersion, taggerVersion } = origin;
    const key = {
      ...{ dispute, codebookVersion, taggerVersion, sampling: options.by, seed: options.seed },
      ...{ of: units.length, tagged: taggedCounts(units, issues), units: drawn },
    };
    await writeFile(sheet, codeSheet(drawn, codebook), { flag: 'wx' }).catch((cause) => {
      throw new SettingError(`${sheet} can't be written: ${cause.message}`, 'Name a new file.', { cause });
    });
    await writeFile(`${sheet}.key.json`, `${JSON.stringify(key, null, 2)}\n`);
    print({ sheet, units: drawn.length, of: units.length }, options.json, () =>
      [
        `${drawn.length} of ${units.length} units drawn (${options.by}, seed ${options.seed})`,
        `${sheet}: give each coder a copy; they write ${auditCodes.join(', ')} into the column "code"`,
      ].join('\n'),
    );
  });
}

async function score(
  keyFile: string,
  sheets: string[],
  { adjudicated, json }: { adjudicated?: string; json: boolean },
): Promise<void> {
  const key = await readKey(keyFile);
  const { units, seed } = key;
  const known = new Set(units.map(({ id }) => id));
  const read = async (file: string) => readCodeSheet(await readText(file), file, known);
  const coders = sheets.map((file) => basename(file, '.csv'));
  const twice = coders.find((coder, index) => coders.indexOf(coder) !== index);
  if (twice !== undefined) {
    throw new SettingError(`Two sheets are named "${twice}".`, 'Name each sheet after its coder.');
  }
  const codings = await Promise.all(
    sheets.map(async (file, index) => ({ coder: coders[index]!, codes: await read(file) })),
  );
  const decided = adjudicated === undefined ? new Map() : await read(adjudicated);
  const result = scoreAudit(units, codings, decided, seededRandom(seed));
  const balances = balancesOf(key, codings, decided);
  print({ ...result, balances, method: correctionMethod }, json, (scored) =>
    [describeScore(scored), ...describeBalances(balances)].join('\n'),
  );
}

const readText = (file: string) =>
  readFile(file, 'utf8').catch((cause) => {
    throw new SettingError(`${file} can't be read.`, 'Check the path.', { cause });
  });

async function readKey(file: string) {
  try {
    return keySchema.parse(JSON.parse(await readText(file)));
  } catch (cause) {
    if (cause instanceof SettingError) throw cause;
    throw new SettingError(`${file} is no key of a draw.`, 'Give the file SHEET.key.json that `audit draw` wrote.', {
      cause,
    });
  }
}

/** Null where the draw was made before keys held what shares are corrected from. */
function balancesOf(
  { of: population, tagged, units }: z.infer<typeof keySchema>,
  codings: readonly Coding[],
  decided: ReadonlyMap<string, AuditCode>,
): CorrectedBalance[] | null {
  if (population === undefined || tagged === undefined) return null;
  const gold = referencedUnits(units, codings, decided).map(({ unit, code }) => ({ ...unit, code }));
  return correctedBalances({ of: population, tagged, size: units.length }, gold);
}

function describeBalances(balances: CorrectedBalance[] | null): string[] {
  if (balances === null) return [];
  return [
    'share for, of the statements that take a side: as tagged, and corrected by this sample',
    ...balances.map(
      ({ issue, raw, corrected }) =>
        `  ${issue}: ${figure(raw)}, ${corrected === null ? 'the sample can’t tell' : withInterval(corrected)}`,
    ),
    `  ${correctionMethod}`,
  ];
}

const figure = (value: number | null) => (value === null ? 'undefined' : value.toFixed(3));
const withInterval = (estimate: Estimate | null) =>
  estimate === null
    ? 'undefined'
    : `${figure(estimate.value)} (95 %: ${figure(estimate.low)} to ${figure(estimate.high)})`;

function describeScore({ units, alpha, alphaWithTagger, kappas, tagger, disagreements }: AuditScore): string {
  const { values, counts } = tagger.confusion;
  return [
    `${units} units; Krippendorff's alpha of the coders ${withInterval(alpha)}, with the tagger ${withInterval(alphaWithTagger)}`,
    ...kappas.map(
      ({ coders, kappa, units: common }) => `  kappa ${coders.join(', ')}: ${figure(kappa)} (${common} units)`,
    ),
    `tagger against ${tagger.units} units that are agreed on or adjudicated: kappa ${figure(tagger.kappa)}`,
    ...tagger.scores.map(
      ({ value, precision, recall, f1, support }) =>
        `  ${value}: precision ${figure(precision)}, recall ${figure(recall)}, F1 ${figure(f1)} (${support})`,
    ),
    ...Object.entries(tagger.f1ByIssue).map(([issue, f1]) => `  ${issue}: F1 ${figure(f1)}`),
    `  people (down) and tagger (across): ${values.join(', ')}`,
    ...values.map((value, index) => `    ${value}: ${counts[index]!.join(', ')}`),
    ...(disagreements.length > 0 ? [`to adjudicate: ${disagreements.join(' ')}`] : []),
  ].join('\n');
}
