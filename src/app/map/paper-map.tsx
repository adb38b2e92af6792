import { useEffect, useRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { encodeSurface } from '#map/export/encode-surface.ts';
import { sheetFontFamily } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';
import { shownMap } from '#map/shown-map.ts';
import classes from './map-area.module.css';

/** The map that is shown, as shapes and texts in the colours of its model now; empty while there is none. */
function drawnForPaper(): string {
  const shown = shownMap();
  if (shown === null) return '';
  const { model, camera, size } = shown;
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      fontFamily={sheetFontFamily(model.language)}
    >
      {vectorMap(model, camera, size, encodeSurface)}
    </svg>,
  );
}

/**
 * The map on paper: drawn anew as shapes and texts when the browser is about to print, in a tree of its own. It is sharp at any
 * size and light on a dark page too; Firefox prints nothing of the canvas itself, which keeps no picture between its frames.
 */
export function PaperMap() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the look of the page was changed: that listener is older.
    const draw = () => {
      const element = host.current;
      const svg = element === null ? '' : drawnForPaper();
      if (element === null || svg === '') return;
      const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      root.replaceChildren(document.importNode(drawn, true));
      element.dataset['drawn'] = '';
    };
    const leave = () => {
      host.current?.shadowRoot?.replaceChildren();
      delete host.current?.dataset['drawn'];
    };
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', leave);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', leave);
    };
  }, []);
  return <div ref={host} className={classes.paperMap} aria-hidden data-testid="paper-map" />;
}
