import { type ParsedProject, readUnattendedProject } from '#app/unattended/read-project.ts';
import { type Checked, refuse, withExitCode } from '../command.ts';

/** The project of a file, with scenes to draw, in a language. */
export function readScenes(text: string, language: 'project' | 'zh-CN' | 'en'): Checked<ParsedProject> {
  const read = readUnattendedProject(text);
  if (!read.ok) return withExitCode(read.failure, 2);
  const { document, dropped } = read.value;
  if (document.scenes.length === 0)
    return refuse(
      'no-scenes',
      'The project has no scenes.',
      'Save scenes in the workspace Briefing, then save the project again.',
    );
  const chosen = language === 'project' ? document.view.language : language;
  return {
    ok: true,
    value: { dropped, document: { ...document, view: { ...document.view, language: chosen } } },
  };
}
