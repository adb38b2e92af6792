import type { Page } from '@playwright/test';

/** A narrow phone, or 1280 px at 400 %; a window of 1280 × 800 at 200 %. */
const SMALL_PAGES = [
  { width: 320, height: 568 },
  { width: 640, height: 400 },
] as const;

/**
 * What of an open dialog a small page cuts off, a line a fault: it reaches beyond the window, scrolls in two directions (a
 * table may), cuts words off, or its closing control can't be seen. The page has its size again afterwards.
 */
export async function overflowOfDialog(page: Page, where: string): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const size of SMALL_PAGES) {
    await page.setViewportSize(size);
    const faults = await page.evaluate(async () => {
      // Where it stands after the page took its new size.
      for (let frame = 0; frame < 2; frame += 1)
        await new Promise((resume) => {
          requestAnimationFrame(resume);
        });
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, where nothing outer is
      const inWindow = (element: Element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      };
      return [...document.querySelectorAll<HTMLElement>('[role=dialog]:has(header)')]
        .filter((dialog) => dialog.checkVisibility({ visibilityProperty: true }))
        .flatMap((dialog): string[] => {
          const close = dialog.querySelector('header button');
          const inside = [dialog, ...dialog.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
            const { overflowX } = getComputedStyle(element);
            const isWide = element.scrollWidth > element.clientWidth + 1;
            const isHigh = element.scrollHeight > element.clientHeight + 1;
            const said = `${element.className} “${element.textContent.slice(0, 30)}”`;
            if (!isWide || element.clientWidth <= 1 || element.matches('input, textarea')) return [];
            if (/auto|scroll/.test(overflowX))
              return isHigh && element.querySelector('table') === null ? [`scrolls two ways: ${said}`] : [];
            return /hidden|clip/.test(overflowX) ? [`cut off: ${said}`] : [];
          });
          return [
            ...(inWindow(dialog) ? [] : ['beyond the window']),
            ...(close === null || inWindow(close) ? [] : ['its closing control is out of sight']),
            ...inside,
          ];
        });
    });
    for (const fault of faults) found.push(`${where} at ${size.width} × ${size.height}: ${fault}`);
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}
