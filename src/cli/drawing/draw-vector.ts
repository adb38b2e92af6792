import { drawScene } from '#app/unattended/draw-scene.ts';
import type { ShapeSets } from '#app/unattended/own-shape-files.ts';
import type { ParsedProject } from '#app/unattended/read-project.ts';
import { unattendedWords } from '#app/unattended/words.ts';
import type { AtlasData } from '../atlas-data.ts';
import { travelOnce } from '../modelled-travel.ts';
import { type SceneFile, writeScene } from './scene-files.ts';

/** Draws all scenes as SVG by the sheet code alone. */
export async function drawVector(
  { document }: ParsedProject,
  folder: string,
  today: string,
  data: AtlasData,
  shapes: ShapeSets,
): Promise<readonly SceneFile[]> {
  const words = await unattendedWords(document.view.language);
  const source = {
    load: data.artefact,
    engine: data.engine,
    modelled: travelOnce(data),
  };
  const files: SceneFile[] = [];
  for (const [index, scene] of document.scenes.entries()) {
    const drawn = await drawScene(document, scene, source, words, today, shapes);
    files.push(
      drawn.ok
        ? await writeScene(folder, index, scene.title, 'svg', drawn.value.svg, drawn.value.left)
        : {
            scene: index + 1,
            title: scene.title,
            message: drawn.failure.message,
            nextStep: drawn.failure.nextStep,
          },
    );
  }
  return files;
}
