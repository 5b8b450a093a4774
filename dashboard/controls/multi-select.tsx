import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface MultiSelectProps {
  label: string;
  /** What an empty choice means. */
  none: string;
  options: { id: string; name: string; detail?: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  /** Called when the list is opened: time to load what it offers. */
  onOpen?: () => void;
}

const enoughForSearch = 10;

/** A button that opens a list of check boxes, with a search when it is long. Escape or a click elsewhere closes it. */
export function MultiSelect({ label, none, options, chosen, onChange, onOpen }: MultiSelectProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const open = () => {
    if (!isOpen) onOpen?.();
    setIsOpen(!isOpen);
  };
  const toggle = (option: string) =>
    onChange(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]);
  const found = options.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the controls inside
    <div class="multi" ref={box} onKeyDown={closeByKey}>
      <button ref={button} type="button" aria-expanded={isOpen} aria-controls={id} onClick={open}>
        <span class="label">{label}</span> {summary(options, chosen, none)}
      </button>
      {isOpen && (
        <fieldset class="options" id={id}>
          <legend class="visually-hidden">{label}</legend>
          {options.length > enoughForSearch && (
            <input
              type="search"
              aria-label={`Find in ${label.toLowerCase()}`}
              placeholder="Find"
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          <button type="button" class="clear" disabled={chosen.length === 0} onClick={() => onChange([])}>
            {none}
          </button>
          <div class="boxes">
            {found.map((option) => (
              <label key={option.id}>
                <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
                <span>{option.name}</span>
                {option.detail && <span class="muted">{option.detail}</span>}
              </label>
            ))}
            {found.length === 0 && <p class="muted">None found.</p>}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function summary(options: MultiSelectProps['options'], chosen: string[], none: string): string {
  if (chosen.length === 0) return none;
  const first = options.find(({ id }) => id === chosen[0])?.name ?? chosen[0]!;
  return chosen.length === 1 ? first : `${chosen.length} chosen`;
}
