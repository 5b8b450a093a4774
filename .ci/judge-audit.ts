import * as z from 'zod';

const advisorySchema = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
  range: z.string(),
});

/** What `npm audit --json` says (its report version 2): advisories stand in `via`, beside names of other packages. */
export const auditReportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});

/** A finding that we live with: which, why, and until when that is not looked at again. */
export const acceptedSchema = z.array(
  z.strictObject({
    /** Last part of the advisory's address, e.g. `GHSA-xxxx-xxxx-xxxx`. */
    advisory: z.string().min(1),
    package: z.string().min(1),
    reason: z.string().min(20),
    until: z.iso.date(),
  }),
);

export interface AuditVerdict {
  /** Lines for people. */
  lines: string[];
  isGood: boolean;
}

/** Holds the findings against those accepted. A day is `YYYY-MM-DD`; an acceptance counts on its last day. */
export function judgeAudit(
  report: z.infer<typeof auditReportSchema>,
  accepted: z.infer<typeof acceptedSchema>,
  today: string,
): AuditVerdict {
  const advisories = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((each) => (typeof each === 'string' ? [] : [each])),
  );
  const found = [...new Map(advisories.map((advisory) => [`${advisory.url} ${advisory.name}`, advisory])).values()];
  const judged = found.map((advisory) => {
    const id = advisory.url.slice(advisory.url.lastIndexOf('/') + 1);
    const entry = accepted.find((each) => each.advisory === id && each.package === advisory.name);
    const what = `${advisory.severity}: ${advisory.name} ${advisory.range}, ${advisory.title} (${advisory.url})`;
    if (!entry) return { isGood: false, line: `${what}: not accepted` };
    if (entry.until < today) return { isGood: false, line: `${what}: was accepted until ${entry.until}, look again` };
    return { isGood: true, line: `${what}: accepted until ${entry.until}, ${entry.reason}` };
  });
  const gone = accepted.filter(
    (entry) => !found.some(({ url, name }) => url.endsWith(`/${entry.advisory}`) && name === entry.package),
  );
  return {
    isGood: judged.every(({ isGood }) => isGood),
    lines: [
      ...judged.map(({ line }) => line),
      ...gone.map(({ advisory, package: name }) => `${advisory} of ${name} is found no more: take it off the list`),
      `${found.length} findings, ${judged.filter(({ isGood }) => !isGood).length} of them not accepted`,
    ],
  };
}
