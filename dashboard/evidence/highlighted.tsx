import { highlighted } from '../shaping/highlight.ts';

interface HighlightedProps {
  /** Null when the text is no longer kept. */
  sentence: string | null;
  /** Offsets into the sentence, end exclusive. */
  content: [number, number] | null;
  cue: [number, number] | null;
}

/** A sentence with what was said marked and the word that shows it underlined. Text stays text: no markup is read from it. */
export const Highlighted = ({ sentence, content, cue }: HighlightedProps) =>
  sentence === null ? (
    <span class="sentence muted">The text is no longer kept here; its outlet may still have it.</span>
  ) : (
    <span class="sentence">
      {highlighted(sentence, content, cue).map(({ start, text, isContent, isCue }) => {
        const inner = isCue ? <u class="cue">{text}</u> : text;
        return isContent ? <mark key={start}>{inner}</mark> : <span key={start}>{inner}</span>;
      })}
    </span>
  );
