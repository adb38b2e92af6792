/**
 * Brings the keyboard into a drawer beside the page, to the given element of it. The page stays usable meanwhile, so that
 * screen readers must not be told that it is shut out, which Mantine says of every drawer.
 */
export function takeFocusBeside(element: HTMLElement | null): void {
  element?.closest('[role=dialog]')?.setAttribute('aria-modal', 'false');
  element?.focus();
}
