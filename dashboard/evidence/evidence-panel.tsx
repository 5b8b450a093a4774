import { useEffect, useRef } from 'preact/hooks';
import type { Dispute } from '../data/answers.ts';
import { stepText } from '../shaping/format.ts';
import type { ChartPick } from '../state/pick.ts';
import type { ViewState } from '../state/view-state.ts';
import { Accuracy } from './accuracy.tsx';
import { ArticlesEvidence } from './articles-evidence.tsx';
import { FeedsEvidence } from './feeds-evidence.tsx';
import type { Marking } from './marking.ts';
import { StatementsEvidence } from './statements-evidence.tsx';
import { ToneEvidence } from './tone-evidence.tsx';

/** What the evidence for one pick needs. */
export interface EvidenceProps<Kind extends ChartPick['kind']> {
  pick: Extract<ChartPick, { kind: Kind }>;
  dispute: Dispute;
  state: ViewState;
  marking: Marking;
}

interface EvidencePanelProps extends Omit<EvidenceProps<'feeds'>, 'pick'> {
  pick: ChartPick;
  onClose: () => void;
}

/** The rows behind the chosen point, beside the chart. It takes the focus when it opens, and gives it back. */
export function EvidencePanel({ pick, onClose, ...rest }: EvidencePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
  }, [pick]);
  return (
    <aside
      class="evidence"
      ref={panel}
      tabIndex={-1}
      aria-label={`Behind the point: ${stepText(pick)}`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <button type="button" class="close" onClick={onClose}>
        Close <span aria-hidden="true">✕</span>
      </button>
      <Evidence pick={pick} {...rest} />
      {pick.kind !== 'feeds' && pick.kind !== 'articles' && <Accuracy {...rest.marking.accuracy} />}
    </aside>
  );
}

function Evidence({ pick, ...rest }: Omit<EvidencePanelProps, 'onClose'>) {
  switch (pick.kind) {
    case 'tone':
      return <ToneEvidence pick={pick} {...rest} />;
    case 'statements':
      return <StatementsEvidence pick={pick} {...rest} />;
    case 'articles':
      return <ArticlesEvidence pick={pick} {...rest} />;
    case 'feeds':
      return <FeedsEvidence pick={pick} {...rest} />;
  }
}
