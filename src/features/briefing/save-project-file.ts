import { serializeProject } from '#state/document/parse-project.ts';
import { projectStore } from '#state/store.ts';
import { saveFile } from '#ui/files/save-file.ts';
import { localDay } from '#core/units/local-day.ts';
import { fileName } from './export/run-export.ts';

/** Hands the whole project to the person as a file; `unnamed` stands in its name where the project has none. */
export function saveProjectFile(unnamed: string): void {
  const { document } = projectStore.getState();
  const today = localDay(new Date());
  const name = fileName(document.name === '' ? unnamed : document.name, today, 'chengqun.json');
  saveFile(name, new Blob([serializeProject(document)], { type: 'application/json' }));
}
