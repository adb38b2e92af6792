/** Pages without room for panel and inspector: what is selected lies over the panel there (shell.module.css). */
export const TIGHT_PAGE = '(max-width: 680px)';

/** Whether what is selected would now lie over the panel. */
export function isTightPage(): boolean {
  return matchMedia(TIGHT_PAGE).matches;
}
