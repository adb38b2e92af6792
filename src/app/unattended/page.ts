import i18next from 'i18next';
import type { OwnShapeSet } from '#core/geography/own-shapes.ts';
import { runExport } from '#features/briefing/export/run-export.ts';
import { walkScenes } from '#features/briefing/scene-walk.ts';
import { holdShapes } from '#state/own-shapes/own-shapes.ts';
import { projectStore } from '#state/store.ts';
import { readUnattendedProject } from './read-project.ts';

/** How a scene came out on the page: the picture, or why there is none. */
export type PageDrawing =
  | { readonly ok: true; readonly pngBase64: string }
  | { readonly ok: false; readonly message: string; readonly nextStep: string };

/** What `cli render` calls in the page. */
export interface UnattendedPage {
  /** Takes the content of a file of boundaries, before the project that names it is opened. */
  readonly hold: (id: string, shapes: OwnShapeSet) => Promise<void>;
  /** Opens a project that was read before, in a language. */
  readonly open: (text: string, language: 'zh-CN' | 'en') => void;
  /** Draws one of its scenes, 3200 × 1800 pixels. */
  readonly draw: (index: number, today: string) => Promise<PageDrawing>;
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

const drawing: UnattendedPage = {
  hold: async (id, shapes) => {
    await holdShapes(id, shapes);
  },
  open: (text, language) => {
    const read = readUnattendedProject(text);
    if (!read.ok) throw new Error(read.failure.message);
    const { document } = read.value;
    projectStore
      .getState()
      .open({ ...document, view: { ...document.view, workspace: 'briefing', language, theme: 'light' } });
  },
  draw: async (index, today) => {
    const { document } = projectStore.getState();
    const scene = document.scenes[index];
    if (scene === undefined) throw new Error(`there is no scene ${index}`);
    const { signal } = new AbortController();
    let drawn: PageDrawing = {
      ok: false,
      message: 'The scene was not drawn.',
      nextStep: 'Open it in the atlas to see why.',
    };
    await walkScenes([scene], signal, async () => {
      const result = await runExport({
        format: 'png',
        ratio: 2,
        layer: null,
        title: scene.title,
        note: scene.note,
        today,
        t: i18next.getFixedT(null, 'briefing'),
        signal,
        onScene: () => undefined,
      });
      drawn = result.ok
        ? { ok: true, pngBase64: await base64(result.value.blob) }
        : { ok: false, message: result.failure.message, nextStep: result.failure.nextStep };
    });
    return drawn;
  },
};

/** Puts the calls where the command line finds them. */
export function offerDrawing(): void {
  Object.assign(globalThis, { atlasUnattended: drawing });
}
