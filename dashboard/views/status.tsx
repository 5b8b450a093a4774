import type { ComponentChildren } from 'preact';

/** One clear sentence in place of what can't be shown. */
export const Status = ({
  children,
  problem,
  busy,
}: {
  children: ComponentChildren;
  problem?: boolean;
  busy?: boolean;
}) => (
  <p class={problem ? 'status problem' : 'status'} role={problem ? 'alert' : 'status'} aria-busy={busy ?? false}>
    {children}
  </p>
);
