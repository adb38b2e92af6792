import { useEffect, useState } from 'react';
import type { MapSheet } from '#map/export/map-sheet.ts';
import type { SheetLayout } from '#map/export/sheet-layout.ts';
import { vectorSheetSvg } from '../export/vector-sheet.ts';

/** A sheet laid out on its paper. */
export interface Page {
  readonly label: string;
  readonly svg: string;
}

interface Drawn {
  readonly sheets: readonly MapSheet[];
  readonly layout: SheetLayout;
  readonly pages: readonly Page[];
}

/** Lays sheets out one after the other, with the browser's turn between them; the pages so far. */
export function usePages(sheets: readonly MapSheet[], layout: SheetLayout): readonly Page[] {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      const pages: Page[] = [];
      for (const sheet of sheets) {
        await new Promise((resume) => {
          setTimeout(resume, 0);
        });
        if (!isWanted) return;
        pages.push({ label: sheet.title, svg: vectorSheetSvg(sheet, layout) });
        setDrawn({ sheets, layout, pages: [...pages] });
      }
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [sheets, layout]);
  return drawn?.sheets === sheets && drawn.layout === layout ? drawn.pages : NO_PAGES;
}

const NO_PAGES: readonly Page[] = [];
