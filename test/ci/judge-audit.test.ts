import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptedSchema, auditReportSchema, judgeAudit } from '../../.ci/judge-audit.ts';

const advisory = {
  name: 'left-pad',
  title: 'Pads without end',
  url: 'https://advisories.example/GHSA-aaaa-bbbb-cccc',
  severity: 'high',
  range: '<2',
};
/** As npm 10 prints it: one advisory, and a package that only depends on the weak one. */
const report = auditReportSchema.parse({
  auditReportVersion: 2,
  vulnerabilities: { 'left-pad': { via: [advisory] }, wide: { via: ['left-pad'] }, deep: { via: [advisory] } },
});
const accepted = {
  advisory: 'GHSA-aaaa-bbbb-cccc',
  package: 'left-pad',
  reason: 'pads nothing that comes from outside',
  until: '2026-12-31',
};

describe('the dependency audit', () => {
  it.each([
    ['a finding that nobody accepted', [], false, 'not accepted'],
    ['a finding accepted with its reason', [accepted], true, 'pads nothing'],
    ['a finding accepted until yesterday', [{ ...accepted, until: '2026-11-24' }], false, 'look again'],
    ['another package under the same advisory', [{ ...accepted, package: 'right-pad' }], false, 'not accepted'],
  ])('%s', (_, list, isGood, words) => {
    const verdict = judgeAudit(report, list, '2026-11-25');
    expect(verdict.isGood).toBe(isGood);
    expect(verdict.lines[0]).toContain(words);
    expect(verdict.lines.at(-1)).toMatch(/^1 findings/);
  });

  it('says which acceptance is needed no more', () => {
    const nothing = { auditReportVersion: 2 as const, vulnerabilities: {} };
    expect(judgeAudit(nothing, [accepted], '2026-11-25').lines[0]).toContain('found no more');
  });

  it('accepts only what the list names with a reason and an end', () => {
    const list = readFileSync(join(import.meta.dirname, '../../.ci/accepted-findings.json'), 'utf8');
    expect(() => acceptedSchema.parse(JSON.parse(list))).not.toThrow();
    expect(acceptedSchema.safeParse([{ ...accepted, reason: 'fine' }]).success).toBe(false);
  });
});
