import { useState } from 'preact/hooks';
import type { ArticleView, Dispute, StatementView, ToneView } from '../data/answers.ts';
import { type Folded, foldCopies } from '../shaping/fold-copies.ts';
import { counted, instantText, issueLabel, signed } from '../shaping/format.ts';
import { sideMarks } from '../shaping/stance-steps.ts';
import { sentenceLink } from '../shaping/text-fragment.ts';
import { actorName, propositionOf } from '../views/view-props.ts';
import { Highlighted } from './highlighted.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import type { Marking } from './marking.ts';
import { RuleDetails } from './rule-details.tsx';
import { SourceLine } from './source-line.tsx';

interface RowsProps<Row> {
  rows: Row[];
  dispute: Dispute;
  marking: Marking;
}

/** The means to read further rows of a list that comes in pages. */
interface More {
  hasMore: boolean;
  isLoading: boolean;
  more: () => void;
}

/** Drawn at once; more follow on demand, so that a long list stays quick. */
const atOnce = 40;

const voiceText = { direct: 'in quotation marks', indirect: 'reported', action: 'shown by what they do' };

/** Statements with cue and content highlighted. */
export const StatementRows = ({
  rows,
  dispute,
  marking,
  pages,
}: RowsProps<StatementView> & { pages?: More | undefined }) => (
  <FoldedRows
    pages={pages}
    rows={foldCopies(rows, ({ issue, stance }) => `${issue} ${stance}`)}
    render={({ row, copies }) => (
      <>
        <p class="claim">
          <strong>{actorName(dispute, row.actor)}</strong>{' '}
          <span class={`side ${row.stance}`}>
            <span aria-hidden="true">{sideMarks[row.stance].sign}</span> {row.stance}
          </span>{' '}
          <span title={propositionOf(dispute, row.issue)}>{issueLabel(row.issue)}</span>{' '}
          <span class="muted">{voiceText[row.voice]}</span>
        </p>
        <Highlighted sentence={row.sentence} content={row.span} cue={row.cue} />
        <SourceLine row={row} copies={copies} timeZone={dispute.timeZone} />
        <div class="row-foot">
          <RuleDetails {...row} />
          <MarkButtons
            {...{ tag: row, kind: 'statement', marking, timeZone: dispute.timeZone }}
            what={`${actorName(dispute, row.actor)} ${row.stance} ${issueLabel(row.issue)}`}
          />
        </div>
      </>
    )}
  />
);

/** Sentences with the tone they carry. */
export const ToneRows = ({ rows, dispute, marking }: RowsProps<ToneView>) => (
  <FoldedRows
    rows={foldCopies(rows)}
    render={({ row, copies }) => (
      <>
        <p class="claim">
          <span class={`side ${row.label}`}>
            {row.label} {signed(row.score)}
          </span>{' '}
          <span class="muted">
            {row.voice === 'outlet'
              ? 'outlet’s own words'
              : `said by ${row.speaker ? actorName(dispute, row.speaker) : 'somebody quoted'}`}
          </span>
        </p>
        <Highlighted sentence={row.sentence} content={null} cue={null} />
        <SourceLine row={row} copies={copies} timeZone={dispute.timeZone} />
        <div class="row-foot">
          <RuleDetails {...row} />
          <MarkButtons
            {...{ tag: row, kind: 'tone', marking, timeZone: dispute.timeZone }}
            what={`tone ${row.label} towards ${actorName(dispute, row.actor)}`}
          />
        </div>
      </>
    )}
  />
);

interface FoldedRowsProps<Row extends { tag: string }> {
  rows: Folded<Row>[];
  render: (folded: Folded<Row>) => preact.ComponentChildren;
  /** Where rows come in pages: all that are here are drawn, and the button reads the next ones. */
  pages?: More | undefined;
}

function FoldedRows<Row extends { tag: string }>({ rows, render, pages }: FoldedRowsProps<Row>) {
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <ol class="rows">
        {(pages ? rows : rows.slice(0, shown)).map((folded) => (
          <li key={folded.row.tag} class="row">
            {render(folded)}
          </li>
        ))}
      </ol>
      {pages?.hasMore && (
        <button type="button" class="more" aria-busy={pages.isLoading} onClick={pages.more}>
          {pages.isLoading ? 'Loading …' : 'Show more'}
        </button>
      )}
      {!pages && rows.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(atOnce, rows.length - shown)} more of {rows.length}
        </button>
      )}
    </>
  );
}

/** Articles, copies of one text folded under the earliest. */
export function ArticleRows({ rows, dispute }: { rows: ArticleView[]; dispute: Dispute }) {
  const folded = foldCopies(rows.map((row) => ({ ...row, tag: row.id, actor: '', sentence: '' })));
  return (
    <FoldedRows
      rows={folded}
      render={({ row, copies }) => {
        const link = sentenceLink(row.url, '');
        return (
          <>
            <p class="headline">
              {link ? (
                <a href={link} target="_blank" rel="noreferrer noopener">
                  {row.title || 'Untitled'}
                </a>
              ) : (
                row.title || 'Untitled'
              )}
            </p>
            <p class="source">
              <strong>{row.outlet}</strong>, {instantText(row.at, dispute.timeZone)}
              {copies.length > 0 && (
                <>
                  {'; '}
                  {counted(copies.length, 'further copy').replace('copys', 'copies')}:{' '}
                  {copies.map(({ outlet }) => outlet).join(', ')}
                </>
              )}
            </p>
          </>
        );
      }}
    />
  );
}
