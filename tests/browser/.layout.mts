import type { Page } from '@playwright/test';
export async function layoutProblems(page: Page, scope: string | null): Promise<string[]> {
  return page.evaluate((scope) => {
    const out: string[] = [];
    const nameOf = (e: Element) => `${e.tagName.toLowerCase()}.${(e.getAttribute('class') ?? '').split(/\s+/).filter((c) => !/^m_|__m/.test(c)).slice(0, 2).join('.')} "${(e.textContent ?? '').trim().slice(0, 40)}"`;
    const root = document.scrollingElement!;
    if (root.scrollWidth > innerWidth) out.push(`page scrolls sideways: ${root.scrollWidth}`);
    if (root.scrollHeight > innerHeight) out.push(`page scrolls: ${root.scrollHeight}`);
    const scopes = scope === null ? [document.body] : [...document.querySelectorAll(scope)];
    for (const s of scopes) for (const e of [s, ...s.querySelectorAll('*')]) {
      if (!(e instanceof HTMLElement)) continue;
      if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (e.closest('.maplibregl-map, canvas')) continue;
      const b = e.getBoundingClientRect();
      if (b.width < 2 || b.height < 2) continue;
      const st = getComputedStyle(e);
      if (/(^|,)\s*(inset\(50%\)|rect\()/.test(st.clipPath)) continue;
      const scrollsX = /auto|scroll/.test(st.overflowX), scrollsY = /auto|scroll/.test(st.overflowY);
      const wide = e.scrollWidth > e.clientWidth + 1, high = e.scrollHeight > e.clientHeight + 1;
      if (scrollsX && wide && e.tagName !== 'INPUT' && e.tagName !== 'TEXTAREA') out.push(`scrolls ${scrollsY && high ? 'BOTH WAYS' : 'sideways'} ${e.scrollWidth}>${e.clientWidth}: ${nameOf(e)}`);
      if (/hidden|clip/.test(st.overflowX) && wide && e.clientWidth > 0 && st.display !== 'inline') out.push(`clipped in width ${e.scrollWidth}>${e.clientWidth}: ${nameOf(e)}`);
      if (/hidden|clip/.test(st.overflowY) && high && e.clientHeight > 0 && !scrollsY) out.push(`clipped in height ${e.scrollHeight}>${e.clientHeight}: ${nameOf(e)}`);
      if (e.tagName === 'INPUT' && e.scrollWidth > e.clientWidth + 1 && (e as HTMLInputElement).value) out.push(`input cut ${e.scrollWidth}>${e.clientWidth}: ${(e as HTMLInputElement).value.slice(0, 60)}`);
      if (e.tagName === 'INPUT' && !(e as HTMLInputElement).value && (e as HTMLInputElement).placeholder) {
        const c = document.createElement('canvas').getContext('2d')!; c.font = st.font;
        const tw = c.measureText((e as HTMLInputElement).placeholder).width, aw = e.clientWidth - parseFloat(st.paddingLeft) - parseFloat(st.paddingRight);
        if (tw > aw + 1) out.push(`placeholder cut ${Math.round(tw)}>${Math.round(aw)}: ${(e as HTMLInputElement).placeholder}`);
      }
      // beyond the window sideways, with no scroller between
      if ((b.right > innerWidth + 1 || b.left < -1) && e.childElementCount === 0 && (e.textContent ?? '').trim()) {
        let p: Element | null = e.parentElement, inScroller = false;
        while (p) { const ps = getComputedStyle(p); if (/auto|scroll/.test(ps.overflowX) && p.scrollWidth > p.clientWidth + 1) inScroller = true; p = p.parentElement; }
        if (!inScroller) out.push(`beyond the window ${Math.round(b.left)}..${Math.round(b.right)}: ${nameOf(e)}`);
      }
    }
    return [...new Set(out)];
  }, scope);
}
