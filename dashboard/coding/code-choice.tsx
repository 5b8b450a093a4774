import { useEffect, useRef, useState } from 'preact/hooks';
import type { Voice } from '../../shared/language/tags.ts';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';

const stances: [AuditCode, string][] = [
  ['for', 'for'],
  ['against', 'against'],
  ['neutral', 'neutral: declines a side'],
  ['none', 'none: states nothing on it here'],
];
const voices: [Voice, string][] = [
  ['direct', 'in quotation marks'],
  ['indirect', 'reported'],
  ['action', 'shown by what they do'],
];

interface CodeChoiceProps {
  /** What is coded: another one begins anew, with the focus. */
  unit: string;
  onCode: (code: AuditCode, voice: Voice | null) => void;
}

/** First the stance, then how it is voiced: by button, or by the number before it. Backspace takes the stance back. */
export function CodeChoice({ unit, onCode }: CodeChoiceProps) {
  const [stance, setStance] = useState<AuditCode | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    setStance(null);
    box.current?.focus();
  }, [unit]);
  const choose = (code: AuditCode) => (code === 'none' ? onCode(code, null) : setStance(code));
  const options: [string, () => void][] =
    stance === null
      ? stances.map(([code, text]) => [text, () => choose(code)])
      : voices.map(([voice, text]) => [text, () => onCode(stance, voice)]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Backspace') setStance(null);
    else if (options[Number(event.key) - 1]) options[Number(event.key) - 1]![1]();
    else return;
    event.preventDefault();
  };
  return (
    <fieldset class="code-choice" ref={box} tabIndex={-1} onKeyDown={press}>
      <legend>{stance === null ? 'Which side does the actor take here?' : `${stance}: how is it said?`}</legend>
      {options.map(([text, act], index) => (
        <button key={text} type="button" onClick={act}>
          <kbd>{index + 1}</kbd> {text}
        </button>
      ))}
      {stance !== null && (
        <button type="button" onClick={() => setStance(null)}>
          <kbd>⌫</kbd> another side
        </button>
      )}
    </fieldset>
  );
}
