import { openScene } from '#state/commands/scene-commands.ts';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import { travelTo } from '#state/camera-motion.ts';
import type { Scene } from '#state/document/project-document.ts';
import { projectStore } from '#state/store.ts';
import { whenAllSettled, whenSettled } from './export/settle.ts';
import { hasThumbnail, takeThumbnail } from './thumbnails.ts';

/** Opens a scene on the live map without leaving the briefing; the map flies there (or jumps, where less motion is preferred). */
export function showScene(scene: Scene): void {
  const { document, dispatch } = projectStore.getState();
  const { camera } = scene.state.view;
  dispatch(
    openScene(
      document,
      {
        id: scene.id,
        state: { ...scene.state, view: { ...scene.state.view, camera: document.view.camera } },
      },
      true,
    ),
  );
  travelTo({ kind: 'camera', camera });
  void pictureWhenSettled(scene.id);
}

let waiting = new AbortController();

/** Takes the thumbnail once the scene is computed and drawn, unless another one was opened meanwhile. */
async function pictureWhenSettled(sceneId: string): Promise<void> {
  waiting.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  const settled = await whenSettled(signal);
  if (settled && projectStore.getState().document.view.openScene === sceneId) await takeThumbnail(sceneId);
}

/** What may be particular to a walk. */
export interface WalkOptions {
  /** What is waited for: the picture with the figures that are told of it (usual), or the picture alone. */
  readonly untilReady?: (signal: AbortSignal) => Promise<boolean>;
  /** Called when a scene is opened, before it is computed and drawn. */
  readonly onOpen?: (index: number) => void;
}

/** What a walk through scenes came to. */
export type WalkOutcome = 'done' | 'aborted';

/**
 * Opens scene after scene, waits until each is computed and drawn, and calls `visit`; then everything is as it was
 * before, the history too. The live map shows each scene meanwhile, and those without a thumbnail get theirs.
 */
export async function walkScenes(
  scenes: readonly Scene[],
  signal: AbortSignal,
  visit: (scene: Scene, index: number) => Promise<void>,
  { untilReady = whenAllSettled, onOpen }: WalkOptions = {},
): Promise<WalkOutcome> {
  const { document, history } = projectStore.getState();
  try {
    // From another workspace its own marks would be drawn over every scene.
    projectStore.getState().dispatch(enterWorkspace('briefing'));
    for (const [index, scene] of scenes.entries()) {
      const store = projectStore.getState();
      store.dispatch(openScene(store.document, scene, true));
      onOpen?.(index);
      await untilReady(signal);
      if (signal.aborted) return 'aborted';
      if (!hasThumbnail(scene.id)) await takeThumbnail(scene.id);
      await visit(scene, index);
    }
    return signal.aborted ? 'aborted' : 'done';
  } finally {
    projectStore.getState().restore({ document, history });
  }
}
