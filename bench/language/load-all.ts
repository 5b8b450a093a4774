import { attributionModel } from '../../shared/language/3-attribution/model.ts';
import { statementModel } from '../../shared/language/4-statements/model.ts';
import { targetWindow } from '../../shared/language/5-tone/target-window.ts';
import { toneProbabilities } from '../../shared/language/5-tone/tone-model.ts';
import { lexicons } from '../../shared/language/lexicon.ts';
import { viewText } from '../../shared/language/text-view.ts';

/** Made when it is asked for: it reads words, which belongs to the load. */
const window = () => targetWindow('They said so.', [{ start: 0, end: 4 }], 0);

/** Makes every pass over an article of a dispute read what it reads at its first use: words and their classes, tags, roles, statements, lexicons, tone. */
export function loadAll(): void {
  viewText('So.');
  attributionModel();
  statementModel();
  lexicons.at(['so'], 0);
  toneProbabilities(window(), 'dispute');
}

/** The network of news tone besides, which no pass over an article asks for. */
export function loadNets(): void {
  toneProbabilities(window(), 'news');
}
