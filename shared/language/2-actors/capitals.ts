import { TokenKind, type Tokens } from '../tokens.ts';
import type { Form } from './forms.ts';
import type { Walk } from './walk.ts';

/** False for a text all in capitals or without any: then capitals tell nothing. */
export function capitalsTell(tokens: Tokens): boolean {
  let words = 0;
  let capitals = 0;
  let shouted = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== TokenKind.word || tokens.surface[at]!.length < 2) continue;
    words++;
    capitals += tokens.capital[at]!;
    if (isShouted(tokens.surface[at]!)) shouted++;
  }
  return capitals > 0 && shouted < words * 0.7;
}

const SMALL_A = 97;
const SMALL_Z = 122;

/** Most words end in a small letter, which spares them the making of capitals. */
function isShouted(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return !(last >= SMALL_A && last <= SMALL_Z) && word === word.toUpperCase();
}

/** Whether the `length` tokens from `at` have the capitals that the form asks for. */
export function looksRight({ tokens, capitalsTell }: Walk, form: Form, at: number, length: number): boolean {
  const { surface, capital } = tokens;
  if (!capitalsTell) return !form.capital || length > 1 || form.acronym;
  if (form.acronym) return surface[at] === surface[at]!.toUpperCase();
  return !form.capital || capital[at] === 1;
}
