import { type DigestReport, feedLine, headline, sparkLine, stanceText, toneText } from './digest-report.ts';

/** The digest as plain text, for terminals and e-mail. */
export function plainText(report: DigestReport): string {
  const actors = report.actors.map(
    ({ name, copies, outletTone, tone, spark }) =>
      `  ${name.padEnd(34)} ${String(copies).padStart(3)}  ${toneText(outletTone)} own words, ${toneText(tone)} all  ${sparkLine(spark)}`,
  );
  const statements = report.statements.map(
    ({ actor, proposition, stance, sentence, outlet, isNew }) =>
      `  ${isNew ? 'NEW ' : ''}${actor} ${stanceText[stance]}: ${proposition}\n    “${sentence}” (${outlet})`,
  );
  return [
    `${report.title}: ${report.day}`,
    headline(report),
    ...(actors.length > 0 ? ['', 'Tone towards actors (articles, tone):', ...actors] : []),
    ...(statements.length > 0 ? ['', 'Who said what:', ...statements] : []),
    '',
    feedLine(report),
    ...(report.link ? [report.link] : []),
  ].join('\n');
}
