import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The way out where the browser stores nothing: the project as a file. */
export function SaveAsFile() {
  const { t } = useTranslation();
  const save = async () => {
    const { saveProjectFile } = await import('#features/briefing/save-project-file.ts');
    saveProjectFile(t('projects.unnamed'));
  };
  return (
    <Button variant="default" onClick={() => void save()}>
      {t('projects.saveAsFile')}
    </Button>
  );
}
