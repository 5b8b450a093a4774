/** What a coder may say of a unit: the actor's stance on the issue in this sentence, or that it states none. */
export const auditCodes = ['for', 'against', 'neutral', 'none'] as const;
export type AuditCode = (typeof auditCodes)[number];
