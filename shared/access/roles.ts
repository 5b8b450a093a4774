/** What somebody may do with the API: read it, or also mark tags. */
export type Role = 'read' | 'mark';

export const roles = ['read', 'mark'] as const satisfies readonly Role[];

/** Who asks, and what they may do. `subject` is what marks are kept under. */
export interface Identity {
  subject: string;
  roles: Role[];
}

/** Who may mark may read what is marked. */
export const withImplied = (granted: readonly Role[]): Role[] =>
  roles.filter((role) => granted.includes(role) || (role === 'read' && granted.includes('mark')));
