/**
 * Calls when the picture that a change makes stands, at the latest after `latestMs`: a page that nobody sees has no frames, and
 * a slow one has few. Gives what calls it off.
 */
export function afterPicture(work: () => void, latestMs: number): () => void {
  let frame = 0;
  let after: ReturnType<typeof setTimeout> | undefined;
  const callOff = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(after);
    clearTimeout(latest);
  };
  const run = (): void => {
    callOff();
    work();
  };
  const latest = setTimeout(run, latestMs);
  // At the second frame the first one, which has the change, has been given to the GPU.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      after = setTimeout(run);
    });
  });
  return callOff;
}
