import { counted } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import type { AllRows } from './all-rows.ts';

/** Says that rows are counted whose sentences are no longer kept, so that a short list is no riddle. */
export function Missing({ list }: { list: AllRows<unknown> }) {
  const missing = list.isCut ? 0 : list.total - list.rows.length;
  if (list.total === 0) return <Status>Nothing is counted here any more: its articles were tagged anew since.</Status>;
  if (missing <= 0) return null;
  return (
    <Status>
      {counted(missing, 'row')} of {list.total} can’t be shown: the article was erased, or its text is no longer kept.
      The count still holds it.
    </Status>
  );
}
