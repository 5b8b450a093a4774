import type { Voice } from '../../shared/language/tags.ts';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import type { Estimate } from '../../shared/reliability/bootstrap.ts';
import type { Sampling } from '../../shared/reliability/sampling.ts';
import type { UnitView } from '../../shared/reliability/unit-view.ts';
import type { ShareStep } from '../charts/share-panels.ts';
import type { StepLength } from '../shaping/days.ts';
import { ask, forget, send } from './ask.ts';

/** What somebody says of a unit. */
export interface GivenCode {
  unit: string;
  code: AuditCode;
  voice: Voice | null;
  who: string;
}

/** A drawn sample, and how far its coders are. */
export interface AuditView {
  id: string;
  sampling: Sampling;
  from: string;
  to: string;
  size: number;
  of: number;
  coders: { coder: string; coded: number }[];
  isFinished: boolean;
}

export interface NextUnit {
  coded: number;
  size: number;
  unit: UnitView | null;
}

export type DisputedUnit = UnitView & { codes: GivenCode[]; decision: GivenCode | null };

export interface AuditScoreView {
  units: number;
  alpha: Estimate | null;
  alphaWithTagger: Estimate | null;
  tagger: { kappa: number | null; units: number; f1ByIssue: Record<string, number | null> };
  voice: { alpha: Estimate | null; tagger: { units: number; right: number } };
  method: string;
  balances: { issue: string; raw: number | null; corrected: Estimate | null }[];
}

export interface CorrectedSeriesView {
  method: string;
  series: { issue: string; points: ShareStep[] }[];
}

const root = (dispute: string) => `/api/disputes/${encodeURIComponent(dispute)}/audits`;
const under = (dispute: string, audit: string, what: string) => `${root(dispute)}/${encodeURIComponent(audit)}/${what}`;

/** What people do meanwhile changes every answer: none is taken from memory. */
const askAnew = <T>(path: string): Promise<T> => {
  forget('/audits');
  return ask<T>(path);
};

export const getAudits = (dispute: string) => askAnew<{ audits: AuditView[] }>(root(dispute));
export const sendDraw = (dispute: string, draw: object) => send<AuditView>(root(dispute), draw);
export const sendCoder = (dispute: string, audit: string, who: string) =>
  send<{ coder: string }>(under(dispute, audit, 'coders'), { who });
export const getNext = (dispute: string, audit: string, coder: string) =>
  askAnew<NextUnit>(under(dispute, audit, `coders/${encodeURIComponent(coder)}/next`));
export const sendCode = (dispute: string, audit: string, code: GivenCode) => send(under(dispute, audit, 'codes'), code);
export const getDisagreements = (dispute: string, audit: string) =>
  askAnew<{ units: DisputedUnit[] }>(under(dispute, audit, 'disagreements'));
export const sendDecision = (
  dispute: string,
  audit: string,
  code: Omit<GivenCode, 'who'> & { who: string | undefined },
) => send(under(dispute, audit, 'decisions'), code);
export const getScore = (dispute: string, audit: string) => askAnew<AuditScoreView>(under(dispute, audit, 'score'));
/** Shares for by step, as tagged and corrected by the sample. */
export const getCorrectedSeries = (dispute: string, audit: string, interval: StepLength) =>
  askAnew<CorrectedSeriesView>(under(dispute, audit, `series?interval=${interval}`));
/** The gold set: places in texts with the code that stands, no words. */
export const getGold = (dispute: string, audit: string) => askAnew<object>(under(dispute, audit, 'gold'));
