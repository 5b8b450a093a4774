import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { correctedBalances, correctionMethod } from '../../../shared/reliability/corrected-balance.ts';
import {
  correctedIntervals,
  correctedSeries,
  seriesCorrectionMethod,
} from '../../../shared/reliability/corrected-series.ts';
import { scoreAudit } from '../../../shared/reliability/score-audit.ts';
import { seededRandom } from '../../../shared/reliability/seeded-random.ts';
import {
  type AuditState,
  codingsOf,
  decisionsOf,
  disagreements,
  goldOf,
  groupByUnit,
  isFinished,
  nextUnit,
  progressOf,
} from '../../../shared/reliability/stored-audit.ts';
import { taggedSteps } from '../../../shared/reliability/tagged-days.ts';
import { voiceAgreement } from '../../../shared/reliability/voice-agreement.ts';
import { personOf } from '../access/require-role.ts';
import {
  auditSchema,
  auditScoreSchema,
  codeRequestSchema,
  coderRequestSchema,
  coderSchema,
  correctedSeriesSchema,
  disagreementsSchema,
  drawRequestSchema,
  givenCodeSchema,
  goldSchema,
  nextUnitSchema,
} from '../audit-schemas.ts';
import { addCoder, auditState, auditsOf, drawAudit, keepCode, unitViews } from '../audits.ts';
import { disputeNamed } from '../dispute-named.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter } from '../parameters.ts';
import { problem, problemSchema } from '../problem.ts';
import { type Ports, readDisputeRequest } from '../request.ts';
import { sameOriginJson } from '../same-origin.ts';
import { answers, problems } from '../schemas.ts';

const params = disputeParameter.extend({ audit: z.string().openapi({ description: 'Name of a draw' }) });
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
const conflict = { 409: refused('The name is taken, or coding is not finished') };
const made = <T extends z.ZodType>(schema: T, description: string) => ({
  ...{ ...problems, ...conflict },
  201: { description, content: { 'application/json': { schema } } },
});
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

const listAudits = createRoute({
  method: 'get',
  path: '/{dispute}/audits',
  summary: 'Samples drawn to be coded by people',
  request: { params: disputeParameter },
  responses: answers(z.object({ audits: z.array(auditSchema) }), 'Each with how far its coders are'),
});
const draw = createRoute({
  method: 'post',
  path: '/{dispute}/audits',
  summary: 'Draw a sample to code',
  middleware: [sameOriginJson],
  request: { params: disputeParameter, body: body(drawRequestSchema) },
  responses: made(auditSchema, 'The draw'),
});
const begin = createRoute({
  method: 'post',
  path: '/{dispute}/audits/{audit}/coders',
  summary: 'Begin to code under a name',
  middleware: [sameOriginJson],
  request: { params, body: body(coderRequestSchema) },
  responses: made(coderSchema, 'The name, now taken'),
});
const showNext = createRoute({
  method: 'get',
  path: '/{dispute}/audits/{audit}/coders/{coder}/next',
  summary: 'The next unit to code',
  description: 'Blind: neither the tagger’s answer nor anybody’s code is given.',
  request: { params: params.extend({ coder: z.string().openapi({ description: 'Name of the coder' }) }) },
  responses: answers(nextUnitSchema, 'The unit; null when all are coded'),
});
const code = createRoute({
  method: 'post',
  path: '/{dispute}/audits/{audit}/codes',
  summary: 'Code a unit',
  middleware: [sameOriginJson],
  request: { params, body: body(codeRequestSchema) },
  responses: made(givenCodeSchema, 'The code as it is kept; a second one of the same coder replaces the first'),
});
const listDisagreements = createRoute({
  method: 'get',
  path: '/{dispute}/audits/{audit}/disagreements',
  summary: 'Units on which the coders disagree',
  request: { params },
  responses: { ...answers(disagreementsSchema, 'With every code, and the decision where there is one'), ...conflict },
});
const decide = createRoute({
  method: 'post',
  path: '/{dispute}/audits/{audit}/decisions',
  summary: 'Decide a unit on which the coders disagree',
  middleware: [sameOriginJson],
  request: { params, body: body(codeRequestSchema) },
  responses: made(givenCodeSchema, 'The decision as it is kept'),
});
const showScore = createRoute({
  method: 'get',
  path: '/{dispute}/audits/{audit}/score',
  summary: 'Agreement of the coders, the tagger against them, and corrected shares',
  request: { params },
  responses: { ...answers(auditScoreSchema, 'As `picketline audit score` computes it from sheets'), ...conflict },
});
const showSeries = createRoute({
  method: 'get',
  path: '/{dispute}/audits/{audit}/series',
  summary: 'Shares for by issue over time, as tagged and corrected by the coded sample',
  description:
    'Counted when the sample was drawn, over its period. Empty for samples drawn before these counts were kept: draw another.',
  request: {
    params,
    query: z.object({ interval: z.enum(correctedIntervals).default('week') }),
  },
  responses: { ...answers(correctedSeriesSchema, 'Only steps with units are given'), ...conflict },
});
const showGold = createRoute({
  method: 'get',
  path: '/{dispute}/audits/{audit}/gold',
  summary: 'The gold set: units whose code is agreed or decided',
  request: { params },
  responses: { ...answers(goldSchema, 'Places in the text, no words'), ...conflict },
});

/** `/{dispute}/audits` and what lies under it: blind coding of a sample, adjudication, and what follows from it. */
export function auditRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  const { store } = ports;
  const read = async ({ dispute, audit }: z.infer<typeof params>) => {
    const { codebook } = await disputeNamed(dispute, ports);
    return { codebook, state: await auditState(codebook.id, audit, store) };
  };
  const now = () => new Date(ports.now()).toISOString();
  api.openapi(listAudits, async (context) => {
    const { codebook } = await disputeNamed(context.req.valid('param').dispute, ports);
    const audits = await auditsOf(codebook.id, store);
    const states = await Promise.all(audits.map(({ id }) => auditState(codebook.id, id, store)));
    return context.json({ audits: states.map(describe) }, 200);
  });
  api.openapi(draw, async (context) => {
    const { from, to, who, ...asked } = context.req.valid('json');
    const createdBy = personOf(context, who);
    const request = await readDisputeRequest(context.req.valid('param').dispute, { from, to }, ports);
    const audit = await drawAudit(request, { ...asked, createdBy, createdAt: now() }, store);
    return context.json({ ...audit, coders: [], isFinished: false }, 201);
  });
  api.openapi(begin, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    const coder = personOf(context, context.req.valid('json').who);
    const isSignedIn = context.get('identity') !== undefined;
    if (!(await addCoder(codebook.id, state.audit.id, coder, now(), store)) && !isSignedIn)
      throw problem(
        409,
        'who',
        `Somebody codes this draw as "${coder}" already. If it is you, go on in the browser you began in; else choose another name.`,
      );
    return context.json({ coder }, 201);
  });
  api.openapi(showNext, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    const coder = coderOf(state, personOf(context, context.req.valid('param').coder));
    const next = nextUnit(state, coder);
    const [unit] = next ? await unitViews([next], codebook, store) : [];
    const coded = progressOf(state).find((each) => each.coder === coder)!.coded;
    return context.json({ coder, coded, size: state.units.length, unit: unit ?? null }, 200);
  });
  api.openapi(code, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    const { who, ...asked } = context.req.valid('json');
    checkUnit(state, asked.unit);
    const given = { ...asked, who: coderOf(state, personOf(context, who)), at: now() };
    await keepCode(codebook.id, state.audit.id, 'code', given, store);
    return context.json(given, 201);
  });
  api.openapi(listDisagreements, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    checkFinished(state);
    const views = await unitViews(disagreements(state), codebook, store);
    const codes = groupByUnit(state.codes);
    const units = views.map((view) => ({
      ...{ ...view, codes: codes.get(view.id) ?? [] },
      decision: state.decisions.find(({ unit }) => unit === view.id) ?? null,
    }));
    return context.json({ units }, 200);
  });
  api.openapi(decide, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    const { who, ...asked } = context.req.valid('json');
    checkFinished(state);
    checkUnit(state, asked.unit);
    const given = { ...asked, who: personOf(context, who), at: now() };
    await keepCode(codebook.id, state.audit.id, 'decision', given, store);
    return context.json(given, 201);
  });
  api.openapi(showScore, async (context) => {
    const { state } = await read(context.req.valid('param'));
    checkFinished(state);
    const score = scoreAudit(state.units, codingsOf(state), decisionsOf(state), seededRandom(state.audit.seed));
    const voice = voiceAgreement(state, seededRandom(state.audit.seed));
    const balances = correctedBalances(state.audit, goldOf(state));
    return context.json({ ...score, voice, method: correctionMethod, balances }, 200);
  });
  api.openapi(showSeries, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    checkFinished(state);
    const { interval } = context.req.valid('query');
    const { audit, days } = state;
    const rows = correctedSeries(audit, taggedSteps(days, audit, interval), goldOf(state), seededRandom(audit.seed));
    const series = codebook.issues.map(({ id }) => ({
      issue: id,
      points: rows.filter(({ issue }) => issue === id).map(({ issue: _, ...point }) => point),
    }));
    return context.json({ audit: audit.id, interval, method: seriesCorrectionMethod, series }, 200);
  });
  api.openapi(showGold, async (context) => {
    const { codebook, state } = await read(context.req.valid('param'));
    checkFinished(state);
    return context.json({ dispute: codebook.id, audit: state.audit.id, units: goldOf(state) }, 200);
  });
  return api;
}

function describe(state: AuditState) {
  const { tagged: _, ...audit } = state.audit;
  return { ...audit, coders: progressOf(state), isFinished: isFinished(state) };
}

/** The coder as the name was taken. @throws a 400 problem for a name nobody took */
function coderOf({ coders }: AuditState, name: string): string {
  const coder = coders.find((each) => each.toLowerCase() === name.toLowerCase());
  if (coder === undefined) throw problem(400, 'who', `Nobody codes this draw as "${name}". Begin first.`, coders);
  return coder;
}

function checkUnit({ units, audit }: AuditState, id: string): void {
  if (!units.some((unit) => unit.id === id))
    throw problem(400, 'unit', `"${id}" is no unit of the draw "${audit.id}".`);
}

/** @throws a 409 problem while somebody still codes: a result would tell them what others say */
function checkFinished(state: AuditState): void {
  if (isFinished(state)) return;
  const open = progressOf(state).map(({ coder, coded }) => `${coder} has coded ${coded} of ${state.units.length}`);
  const detail = open.length < 2 ? 'Two people have to code it first.' : `Coding is not finished: ${open.join(', ')}.`;
  throw problem(409, 'audit', detail);
}
