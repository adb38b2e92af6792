import { fail, succeed, type Result } from '#core/units/result.ts';
import { applyCommand } from '#state/command.ts';
import { openScene } from '#state/commands/scene-commands.ts';
import { parseProject, type ProjectFailure } from '#state/document/parse-project.ts';
import { openAsOwnProject } from '#state/persistence/page-session.ts';
import { projectStore } from '#state/store.ts';

/** Why the sample did not open. */
export type SampleFailure = ProjectFailure | 'not-loaded';

/**
 * Opens the sample briefing in the language of the page, at its first scene, as a project of its own: the present one is
 * saved and stays in the list of projects. The file comes with the app, also without a network once the app was kept.
 */
export async function openSampleBriefing(): Promise<Result<null, SampleFailure>> {
  const { language, theme } = projectStore.getState().document.view;
  let text: string;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}samples/briefing.${language}.json`);
    if (!response.ok) throw new Error(String(response.status));
    text = await response.text();
  } catch (error) {
    return fail({
      reason: 'not-loaded',
      message: 'The sample briefing could not be loaded.',
      nextStep: 'Check the connection and try again; your own project is untouched.',
      values: { error: String(error) },
    });
  }
  const read = parseProject(text);
  if (!read.ok) return read;
  const { document } = read.value;
  const shown = { ...document, view: { ...document.view, language, theme } };
  const [first] = document.scenes;
  await openAsOwnProject(
    first === undefined ? shown : applyCommand(shown, openScene(shown, first, true)).document,
  );
  return succeed(null);
}
