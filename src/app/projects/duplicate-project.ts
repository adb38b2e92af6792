import type { TFunction } from 'i18next';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { projectStore } from '#state/store.ts';

/** Opens a copy of the present project, which is saved first, as a project of its own. */
export function duplicateProject(t: TFunction): Promise<void> {
  const { document } = projectStore.getState();
  const name = document.name === '' ? t('projects.unnamed') : document.name;
  const copied = t('projects.copyName', { name }).slice(0, PROJECT_LIMITS.nameLength);
  return projectSession.openNew({ ...document, name: copied }, true);
}
