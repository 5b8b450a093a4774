import {
  type ActorLine,
  type DigestReport,
  feedLine,
  headline,
  type Mover,
  plural,
  type StanceLine,
  sparkLine,
  stanceText,
  toneText,
} from './digest-report.ts';
import { cut, type Line, line, type MessageDocument, oneLine, quote, type Section } from './message-document.ts';

/** The digest as a document: every section that has something to say, and always the feeds. */
export function digestDocument(report: DigestReport): MessageDocument {
  const sections: Section[] = [
    { title: 'Tone towards actors', lines: report.actors.map(actorLine) },
    { title: 'What moved most', lines: report.mover ? moverLines(report.mover) : [] },
    { title: 'New and changed stances', lines: report.stances.flatMap(stanceLines) },
    {
      title: 'First statements on record',
      lines: report.firsts.flatMap((first) => [line({ text: first.actor, bold: true }), quote(first)]),
    },
    { title: 'Top outlets', lines: report.outlets.length > 0 ? [line(outletText(report.outlets))] : [] },
    { title: 'Late: of earlier days, heard since the last digest', lines: report.late.map(lateLine) },
  ];
  return {
    title: `${report.title}: ${weekdayOf(report.day)} ${report.day}`,
    summary: headline(report),
    sections: sections.filter(({ lines }) => lines.length > 0),
    footer: footerOf(report),
  };
}

function footerOf(report: DigestReport): Line[] {
  const { unfinished, undelivered, link } = report;
  return [
    line(cut(feedLine(report), longestFeedLine)),
    ...(unfinished > 0
      ? [line(`${plural(unfinished, 'article')} still being worked on: these numbers may grow.`)]
      : []),
    ...undelivered
      .slice(0, 5)
      .map((each) => line(`Yesterday's digest was not delivered to ${cut(oneLine(each), 200)}`)),
    ...(link ? [line({ text: 'Open the day on the page', url: link })] : []),
  ];
}

/** Feeds without end must not push the link out of the message. */
const longestFeedLine = 1_200;

const actorLine = ({ name, copies, outletTone, tone, spark }: ActorLine): Line =>
  line(
    { text: sparkLine(spark), code: true },
    ' ',
    { text: cut(name, 80), bold: true },
    `  ${plural(copies, 'article')} · outlets' own words ${toneText(outletTone)} · all ${toneText(tone)}`,
  );

function moverLines({ name, what, value, usual, days, sentences }: Mover): Line[] {
  const change =
    what === 'tone'
      ? `tone ${toneText(value)}, usually ${toneText(usual)} (median of ${plural(days, 'day')})`
      : `${plural(value, 'article')}, usually ${usual} (median of ${plural(days, 'weekday')})`;
  return [line({ text: cut(name, 80), bold: true }, `: ${change}`), ...sentences.map(quote)];
}

function stanceLines(stance: StanceLine): Line[] {
  const side = ` ${stanceText[stance.stance]}: ${cut(stance.proposition, 200)}`;
  const before = stance.change === 'changed' ? ' (was on the other side)' : '';
  return [
    line(
      { text: `${stance.change.toUpperCase()} `, bold: true },
      { text: cut(stance.actor, 80), bold: true },
      side + before,
    ),
    quote(stance),
  ];
}

const outletText = (outlets: DigestReport['outlets']) =>
  outlets.map(({ outlet, copies }) => `${cut(oneLine(outlet), 80)} ${copies}`).join(' · ');

const lateLine = ({ title, outlet, url, day }: DigestReport['late'][number]): Line =>
  line(`${day} `, { text: cut(oneLine(title), 150), url }, ` (${cut(oneLine(outlet), 80)})`);

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const weekdayOf = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
