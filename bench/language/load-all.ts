import { attributionModel } from '../../shared/language/3-attribution/model.ts';
import { statementModel } from '../../shared/language/4-statements/model.ts';
import { toneOfTarget } from '../../shared/language/5-tone.ts';
import { lexicons } from '../../shared/language/lexicon.ts';
import { viewText } from '../../shared/language/text-view.ts';

/** Makes every pass read what it reads at its first use: words and their classes, tags, roles, statements, lexicons, tone with its network. */
export function loadAll(): void {
  viewText('So.');
  attributionModel();
  statementModel();
  lexicons.at(['so'], 0);
  toneOfTarget('They said so.', [{ start: 0, end: 4 }], 0);
}
