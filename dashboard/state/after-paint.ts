/** How long to wait for a paint, in milliseconds. */
const unpaintedWait = 250;

/**
 * Calls back once what stands now has been painted: in the frame after the next, since a frame's picture is only on its way
 * while the page could already be kept busy again. A page that isn't painted (a tab in the background) gets no frame: it is
 * called all the same.
 * @returns what calls it off
 */
export function afterPaint(callback: () => void): () => void {
  const run = () => {
    cancel();
    timer = setTimeout(callback);
  };
  let timer = setTimeout(run, unpaintedWait);
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return cancel;
}
