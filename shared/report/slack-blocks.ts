import type { KnownBlock } from '@slack/types';
import {
  type ActorLine,
  type DigestReport,
  feedLine,
  headline,
  type StatementLine,
  sparkLine,
  stanceText,
  toneText,
} from './digest-report.ts';

/** Slack's limits: blocks a message, characters of a text object and of a header (Slack API, Block Kit reference). */
const maximumBlocks = 50;
const maximumText = 3_000;
const maximumHeader = 150;

/** The digest as a Slack message: blocks, and the text that notifications show. */
export function slackMessage(report: DigestReport): { text: string; blocks: KnownBlock[] } {
  const header = `${report.title}: ${report.day}`;
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: cut(header, maximumHeader) } },
    section(`*${escapeMarkup(headline(report))}*`),
    ...(report.actors.length > 0 ? [section(report.actors.map(actorLine).join('\n'))] : []),
    ...report.statements.map((statement) => section(statementText(statement))),
    { type: 'context', elements: [{ type: 'mrkdwn', text: cut(escapeMarkup(feedLine(report)), maximumText) }] },
    ...(report.link ? [section(`<${encodeURI(report.link)}|Open the dashboard>`)] : []),
  ];
  return { text: `${header}. ${headline(report)}`, blocks: withinLimit(blocks) };
}

const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(text, maximumText) },
});

const actorLine = ({ name, copies, outletTone, tone, spark }: ActorLine) =>
  `${escapeMarkup(name)}: ${copies} · own words ${toneText(outletTone)} · all ${toneText(tone)} \`${sparkLine(spark)}\``;

function statementText({ actor, proposition, stance, sentence, outlet, url, isNew }: StatementLine): string {
  const source = `<${encodeURI(url).replace(/\|/g, '%7C')}|${escapeMarkup(outlet)}>`;
  const claim = `*${escapeMarkup(actor)}* ${stanceText[stance]}: ${escapeMarkup(proposition)}`;
  return `${isNew ? ':new: ' : ''}${claim}\n>${escapeMarkup(cut(sentence, 600))} (${source})`;
}

/** Slack reads only these three as markup control (Slack API, "Escaping text"); backquotes and stars in a quoted line stay as printed. */
const escapeMarkup = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\s+/g, ' ');

const cut = (text: string, limit: number) => (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`);

/** Keeps the first blocks and the last two (feeds, link), which must always be read. */
const withinLimit = (blocks: KnownBlock[]) =>
  blocks.length <= maximumBlocks ? blocks : [...blocks.slice(0, maximumBlocks - 2), ...blocks.slice(-2)];
