const KEY = 'atlas.tour';

/** No link was followed: somebody who comes with one wants to see what it shows. */
const cameWithoutLink = location.hash.length <= 1;

/** Whether the three steps should offer themselves. Where the browser keeps nothing, they don't: they would come every time. */
export function isFirstVisit(): boolean {
  try {
    return cameWithoutLink && localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** They were seen or skipped. */
export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // Storage denied: they did not offer themselves either.
  }
}
