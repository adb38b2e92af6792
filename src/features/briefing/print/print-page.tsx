import { useLayoutEffect, useRef } from 'react';
import classes from './print-view.module.css';

/** One sheet, in a tree of its own: the names inside of several sheets, and of the page, are the same. */
export function PrintPage({ svg, label }: { readonly svg: string; readonly label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    drawn.style.cssText = 'display:block;width:100%;height:100%';
    root.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  return <div ref={host} className={classes.page} role="img" aria-label={label} data-testid="print-page" />;
}
