import { useState } from 'preact/hooks';
import { instantText } from '../shaping/format.ts';
import type { Marking } from './marking.ts';

interface MarkButtonsProps {
  tag: { tag: string; articleId: string; actor: string };
  kind: 'statement' | 'tone';
  /** What is judged, for the buttons' labels. */
  what: string;
  marking: Marking;
  timeZone: string;
}

/** Says whether a tag is right: asks once for a name, then shows who said what and when. */
export function MarkButtons({ tag, kind, what, marking, timeZone }: MarkButtonsProps) {
  const [pending, setPending] = useState<'right' | 'wrong' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const marks = marking.marksOf(tag.tag);
  const own = marks.findLast(({ who }) => who === marking.name)?.verdict;
  const keep = async (verdict: 'right' | 'wrong', who: string) => {
    setPending(null);
    const { tag: id, articleId, actor } = tag;
    setProblem(await marking.mark({ kind, tag: id, articleId, actor, verdict, who }));
  };
  const press = (verdict: 'right' | 'wrong') => {
    if (marking.name) return keep(verdict, marking.name);
    setPending(verdict);
  };
  return (
    <div class="marks">
      <span class="mark-buttons">
        {(['right', 'wrong'] as const).map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={own === verdict}
            aria-label={`Mark as ${verdict}: ${what}`}
            onClick={() => press(verdict)}
          >
            {verdict === 'right' ? '✓ right' : '✕ wrong'}
          </button>
        ))}
      </span>
      {pending && (
        <form
          class="name-form"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
            if (!name) return;
            marking.setName(name);
            void keep(pending, name);
          }}
        >
          <label>
            Your name, kept with the mark <input name="name" required maxLength={100} autoComplete="name" />
          </label>
          <button type="submit">Keep</button>
        </form>
      )}
      {marks.length > 0 && (
        <ul class="mark-list">
          {marks.map(({ who, at, verdict }) => (
            <li key={`${who}${at}`}>
              {verdict} – {who}, {instantText(at, timeZone)}
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p class="problem-text" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
