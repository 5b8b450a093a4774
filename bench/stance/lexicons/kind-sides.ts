import type { Kind } from '../../../shared/language/4-statements/issue-kinds.ts';
import { confidence } from './kind-sides/confidence.ts';
import { imposition } from './kind-sides/imposition.ts';
import { pay } from './kind-sides/pay.ts';
import { plan } from './kind-sides/plan.ts';
import { powers } from './kind-sides/powers.ts';
import { riskOfAction } from './kind-sides/risk-of-action.ts';
import { riskOfPlan } from './kind-sides/risk-of-plan.ts';
import { strike } from './kind-sides/strike.ts';
import { talks } from './kind-sides/talks.ts';

/** What people say for and against each kind of question in any dispute: what a codebook needn't list. */
export const SIDES: Record<Kind, { for: string; against: string }> = {
  strike,
  talks,
  imposition,
  'risk-of-action': riskOfAction,
  'risk-of-plan': riskOfPlan,
  confidence,
  plan,
  pay,
  powers,
};
