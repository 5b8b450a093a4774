import { line, type MessageDocument, type PrintedSentence, quote } from '../report/message-document.ts';
import type { AlertRule } from './alert.ts';
import type { Alert } from './find-alerts.ts';

const headings: Record<AlertRule, string> = {
  volume: 'Coverage has moved',
  share: 'An actor stands out',
  tone: 'Tone has moved',
  flip: 'A stance has changed',
  silence: 'An actor has fallen silent',
  'dropped-issue': 'An issue has dropped out',
  'dead-feed': 'A feed has died',
};

/** An alert as a message: what, by how much, against what, and the sentences behind it. */
export function alertDocument(
  alert: Pick<Alert, 'rule' | 'what' | 'against'>,
  { title, sentences, link }: { title: string; sentences: PrintedSentence[]; link: string | null },
): MessageDocument {
  return {
    title: `${headings[alert.rule]}: ${title}`,
    summary: `${alert.what}.`,
    sections: [
      { title: null, lines: [line(`Against what: ${alert.against}.`)] },
      ...(sentences.length > 0 ? [{ title: 'What it rests on', lines: sentences.map(quote) }] : []),
    ],
    footer: [link ? line({ text: 'Open the day on the page', url: link }) : line(`Rule: ${alert.rule}`)],
  };
}
