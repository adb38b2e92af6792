import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapSheet } from '#map/export/map-sheet.ts';
import type { Scene } from '#state/document/project-document.ts';
import { projectStore } from '#state/store.ts';
import { localDay } from '#core/units/local-day.ts';
import { whenSettled } from '../export/settle.ts';
import { sheetNow } from '../export/sheet-now.ts';
import { walkScenes } from '../scene-walk.ts';

/** What is printed: the picture as it stands, or a page a scene. */
export type PrintRange = 'view' | 'scenes';

/** The sheets to print, as far as they are there. */
export type Sheets =
  | { readonly kind: 'working'; readonly done: number; readonly count: number }
  | { readonly kind: 'ready'; readonly sheets: readonly MapSheet[] }
  | { readonly kind: 'no-map' };

/** Collects the sheets of a range, white as paper; scenes are opened one after the other, which takes a moment each. */
export function useSheets(range: PrintRange, title: string): Sheets {
  const { t } = useTranslation('briefing');
  const [collected, setCollected] = useState<{ readonly range: PrintRange; readonly state: Sheets } | null>(
    null,
  );
  const words = useRef({ title, t });
  useEffect(() => {
    words.current = { title, t };
  });

  useEffect(() => {
    const give = (state: Sheets) => setCollected({ range, state });
    const today = localDay(new Date());
    const onPaper = (heading: { readonly title: string; readonly note: string }): MapSheet | null => {
      const sheet = sheetNow(heading, today, words.current.t);
      return sheet === null ? null : { ...sheet, model: { ...sheet.model, theme: 'print' } };
    };
    const controller = new AbortController();
    if (range === 'view') {
      const { signal } = controller;
      give({ kind: 'working', done: 0, count: 1 });
      // What is loaded or computed still belongs on the page.
      void whenSettled(signal).then(() => {
        if (signal.aborted) return;
        const sheet = onPaper({ title: words.current.title, note: '' });
        give(sheet === null ? { kind: 'no-map' } : { kind: 'ready', sheets: [sheet] });
      });
      return () => controller.abort();
    }
    const { scenes } = projectStore.getState().document;
    const sheets: MapSheet[] = [];
    give({ kind: 'working', done: 0, count: scenes.length });
    const collect = async (scene: Scene, index: number): Promise<void> => {
      const sheet = onPaper(scene);
      if (sheet !== null) sheets.push(sheet);
      give({ kind: 'working', done: index + 1, count: scenes.length });
    };
    // Paper shows the picture alone.
    void walkScenes(scenes, controller.signal, collect, { untilReady: whenSettled }).then((outcome) => {
      if (outcome === 'done') give(sheets.length === 0 ? { kind: 'no-map' } : { kind: 'ready', sheets });
    });
    return () => controller.abort();
  }, [range]);

  return collected?.range === range ? collected.state : { kind: 'working', done: 0, count: 1 };
}
