import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { UnattendedPage } from '#app/unattended/page.ts';
import type { ShapeSets } from '#app/unattended/own-shape-files.ts';
import type { ParsedProject } from '#app/unattended/read-project.ts';
import { leftOut } from '#app/unattended/scene-shapes.ts';
import { type SceneFile, writeScene } from './scene-files.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const build = fileURLToPath(new URL('../../../dist/index.html', import.meta.url));

/** What draws pictures by the page: a browser and the built app; a missing one in words. */
export type ChromiumDrawing =
  | {
      readonly ok: true;
      readonly draw: (
        text: string,
        project: ParsedProject,
        folder: string,
        today: string,
        shapes: ShapeSets,
      ) => Promise<readonly SceneFile[]>;
    }
  | { readonly ok: false; readonly missing: string };

/** Longest wait for the page to start and for one scene, milliseconds. */
const PATIENCE_MS = 300_000;

type DrawingWindow = typeof globalThis & { readonly atlasUnattended?: UnattendedPage };

/** Looks for a browser and a build. */
export async function findChromiumDrawing(): Promise<ChromiumDrawing> {
  if (!existsSync(build)) return { ok: false, missing: 'The app is not built: run "npm run build" first.' };
  try {
    const [{ chromium }, { preview }, { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM }] = await Promise.all([
      import('playwright'),
      import('vite'),
      import('./find-chromium.ts'),
    ]);
    const executablePath = findChromium();
    if (executablePath === null) return { ok: false, missing: NO_CHROMIUM };
    return {
      ok: true,
      draw: async (text, { document }, folder, today, shapes) => {
        const server = await preview({
          root: repository,
          logLevel: 'error',
          preview: { host: '127.0.0.1', port: 0, open: false },
        });
        const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
        try {
          const page = await browser.newPage({
            viewport: { width: 1600, height: 900 },
            reducedMotion: 'reduce',
            serviceWorkers: 'block',
          });
          page.setDefaultTimeout(PATIENCE_MS);
          await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?unattended#ws=briefing`);
          await page.waitForFunction(() => (globalThis as DrawingWindow).atlasUnattended !== undefined);
          for (const [id, set] of shapes)
            await page.evaluate(
              ([name, content]) => (globalThis as DrawingWindow).atlasUnattended?.hold(name, content),
              [id, set] as const,
            );
          await page.evaluate(
            ([project, language]) => (globalThis as DrawingWindow).atlasUnattended?.open(project, language),
            [text, document.view.language] as const,
          );
          const files: SceneFile[] = [];
          for (const [index, scene] of document.scenes.entries()) {
            const { title } = scene;
            const drawn = await page.evaluate(
              ([at, day]) => (globalThis as DrawingWindow).atlasUnattended?.draw(at, day),
              [index, today] as const,
            );
            if (drawn === undefined) throw new Error('the page no longer offers to draw');
            files.push(
              drawn.ok
                ? await writeScene(
                    folder,
                    index,
                    title,
                    'png',
                    Buffer.from(drawn.pngBase64, 'base64'),
                    leftOut(document, scene, shapes),
                  )
                : { scene: index + 1, title, message: drawn.message, nextStep: drawn.nextStep },
            );
          }
          return files;
        } finally {
          await browser.close();
          await server.close();
        }
      },
    };
  } catch {
    return {
      ok: false,
      missing: 'Playwright and Vite are not installed: run "npm install" with development packages.',
    };
  }
}
