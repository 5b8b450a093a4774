import { instantText } from '../shaping/format.ts';
import { sentenceLink } from '../shaping/text-fragment.ts';

interface SourceLineProps {
  row: { outlet: string; at: string; title: string | null; url: string; sentence: string | null };
  copies: { outlet: string; at: string; url: string; sentence: string | null; tag: string }[];
  timeZone: string;
}

/** Where a sentence stands: outlet, time and headline, linked to the sentence itself; copies folded. */
export function SourceLine({ row, copies, timeZone }: SourceLineProps) {
  const link = sentenceLink(row.url, row.sentence ?? '');
  return (
    <p class="source">
      <strong>{row.outlet}</strong>, {instantText(row.at, timeZone)}
      {': '}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer noopener">
          {row.title || 'Untitled'}
        </a>
      ) : (
        <span>{row.title || 'Untitled'}</span>
      )}
      {copies.length > 0 && (
        <details class="copies">
          <summary>
            {copies.length} {copies.length === 1 ? 'copy' : 'copies'}
          </summary>
          <ul>
            {copies.map((copy) => (
              <li key={copy.tag}>
                {copy.outlet}, {instantText(copy.at, timeZone)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </p>
  );
}
