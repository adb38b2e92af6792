import { applyCommand } from '#state/command.ts';
import { openScene } from '#state/commands/scene-commands.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';

/** The project as it stands when a scene is open in the briefing. */
export function atScene(document: ProjectDocument, scene: Scene): ProjectDocument {
  const inBriefing: ProjectDocument = { ...document, view: { ...document.view, workspace: 'briefing' } };
  return applyCommand(inBriefing, openScene(inBriefing, scene, true)).document;
}
