/**
 * Known weaknesses of the packages that are installed (`npm audit`), held against those that accepted-findings.json names
 * with a reason. A registry that knows no advisories is told and no failure: the code can't mend that.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptedSchema, auditReportSchema, judgeAudit } from './judge-audit.ts';

const accepted = acceptedSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'accepted-findings.json'), 'utf8')),
);
const { stdout } = spawnSync('npm', ['audit', '--audit', '--json'], { encoding: 'utf8', maxBuffer: 64_000_000 });
const report = auditReportSchema.safeParse(jsonOf(stdout));
if (report.success) {
  const { lines, isGood } = judgeAudit(report.data, accepted, new Date().toISOString().slice(0, 10));
  console.log(lines.join('\n'));
  process.exitCode = isGood ? 0 : 1;
} else {
  console.log(`Dependency audit: SKIPPED, the registry gives no advisories (${reasonOf(jsonOf(stdout))}).`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** npm's own words, without the registry's address. */
function reasonOf(answer: unknown): string {
  const { message } = (answer ?? {}) as { message?: string };
  return message?.replace(/\s*-?\s*(GET|POST)?\s*https?:\S+/g, '') || 'no readable answer';
}
