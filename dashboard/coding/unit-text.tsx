import type { UnitView } from '../../shared/reliability/unit-view.ts';

/** A unit as it is put to a coder: who, on what, in which sentence of which paragraph. */
export const UnitText = ({ unit: { actor, proposition, text } }: { unit: UnitView }) => (
  <>
    <p class="claim">
      <strong>{actor}</strong> <span>on “{proposition}”</span>
    </p>
    {text ? (
      <blockquote class="sentence">
        {text.before}
        <mark>{text.sentence}</mark>
        {text.after}
      </blockquote>
    ) : (
      <p class="muted">The text of this unit is no longer kept. Code it as “none”.</p>
    )}
  </>
);
