import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { circlesPanel } from '#features/circles/circles-panel-state.ts';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import { dispatch } from '#state/store.ts';
import classes from './dropped-files.module.css';

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

async function read(file: File): Promise<void> {
  dispatch(enterWorkspace('circles'));
  circlesPanel.setState({ page: 'shapes' });
  const { importShapeFile } = await import('#features/circles/own-shapes/import-run.ts');
  await importShapeFile(file, { datum: 'WGS-84', layer: null });
}

/** Takes a file of boundaries that is dropped anywhere on the page; what it came to stands on the page of boundaries. */
export function DroppedFiles() {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Dropped beside a place that takes it, a file would be opened in place of the page.
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void read(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? <p className={classes.over}>{t('layers.dropShapes')}</p> : null;
}
