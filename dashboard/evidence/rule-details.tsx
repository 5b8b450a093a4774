import type { Reason } from '../data/answers.ts';
import { percent, signed } from '../shaping/format.ts';

interface RuleDetailsProps {
  rule: string;
  confidence: number;
  reasons: Reason[];
  codebookVersion: string;
  taggerVersion: string;
}

/** Why a tag stands: the rule that made it, what weighed most, and the versions of codebook and tagger. */
export const RuleDetails = ({ rule, confidence, reasons, codebookVersion, taggerVersion }: RuleDetailsProps) => (
  <details class="rule">
    <summary>
      Why: <code>{rule}</code>, {percent(confidence)} sure
    </summary>
    {reasons.length > 0 && (
      <ul>
        {reasons.map(({ feature, weight }, index) => (
          <li key={index}>
            <code>{feature}</code> {signed(weight)}
          </li>
        ))}
      </ul>
    )}
    <p>
      Codebook <code>{codebookVersion}</code>, tagger <code>{taggerVersion}</code>
    </p>
  </details>
);
