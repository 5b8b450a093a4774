import { afterPaint } from '../state/after-paint.ts';

/**
 * Draws after the next paint, so that what was pressed answers at once, and piece by piece, each in a task of its own, so
 * that what is pressed meanwhile need not wait for the whole.
 * @param drawing yields after each piece
 * @returns what calls it off
 */
export function drawInTurns<Drawn>(drawing: Generator<void, Drawn>, onDrawn: (drawn: Drawn) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const turn = () => {
    const { done, value } = drawing.next();
    if (done) onDrawn(value);
    else timer = setTimeout(turn);
  };
  const cancel = afterPaint(turn);
  return () => {
    cancel();
    clearTimeout(timer);
  };
}
