import type { Dispute, Quoted, StatementView, ToneView } from './api.ts';

interface EvidenceProps {
  dispute: Dispute;
  statements: StatementView[];
  tones: ToneView[];
}

/** The rows behind the selected step: what was said, and the sentences that carry the tone. */
export function EvidenceTables({ dispute, statements, tones }: EvidenceProps) {
  const nameOf = (id: string) => dispute.actors.find((actor) => actor.id === id)?.name ?? id;
  const propositionOf = (id: string) => dispute.issues.find((issue) => issue.id === id)?.proposition ?? id;
  const evaluated = tones.filter(({ label }) => label !== 'neutral');
  return (
    <>
      <h3>
        Statements <span class="count">{statements.length}</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th>Actor</th>
            <th>Side</th>
            <th>Issue</th>
            <th>Sentence</th>
            <th>Outlet</th>
            <th>Rule</th>
          </tr>
        </thead>
        <tbody>
          {statements.map((row) => (
            <tr key={`${row.articleId}${row.actor}${row.issue}${row.span[0]}${row.sentence}`}>
              <td>{nameOf(row.actor)}</td>
              <td>
                <span class={`side ${row.stance}`}>{row.stance}</span>
              </td>
              <td>{propositionOf(row.issue)}</td>
              <td>
                <Marked sentence={row.sentence} span={row.span} /> <small>({row.voice})</small>
              </td>
              <Source row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      <h3>
        Sentences with a tone <span class="count">{evaluated.length}</span>{' '}
        <small>of {tones.length} that mention a chosen actor</small>
      </h3>
      <table>
        <thead>
          <tr>
            <th>Towards</th>
            <th>Tone</th>
            <th>Whose words</th>
            <th>Sentence</th>
            <th>Outlet</th>
            <th>Rule</th>
          </tr>
        </thead>
        <tbody>
          {evaluated.map((row) => (
            <tr key={`${row.articleId}${row.actor}${row.sentence}`}>
              <td>{nameOf(row.actor)}</td>
              <td>
                <span class={`side ${row.label}`}>
                  {row.label} {row.score.toFixed(2)}
                </span>
              </td>
              <td>{row.voice === 'outlet' ? "outlet's own" : row.speaker ? nameOf(row.speaker) : 'quoted'}</td>
              <td>{row.sentence}</td>
              <Source row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const Marked = ({ sentence, span: [start, end] }: { sentence: string; span: [number, number] }) => (
  <>
    {sentence.slice(0, start)}
    <mark>{sentence.slice(start, end)}</mark>
    {sentence.slice(end)}
  </>
);

/** The link carries a text fragment, so that the browser scrolls to the sentence. */
function Source({ row }: { row: Quoted }) {
  const fragment = encodeURIComponent(row.sentence.split(/\s+/).slice(0, 8).join(' ')).replace(/-/g, '%2D');
  return (
    <>
      <td>
        <a href={`${row.url}#:~:text=${fragment}`} rel="noreferrer" target="_blank" title={row.title ?? ''}>
          {row.outlet}
        </a>
        <br />
        <small>{row.at.slice(0, 16).replace('T', ' ')}</small>
      </td>
      <td title={`codebook ${row.codebookVersion}, tagger ${row.taggerVersion}`}>
        <code>{row.rule}</code>
        <br />
        <small>{row.confidence.toFixed(2)}</small>
      </td>
    </>
  );
}
