import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { circlesPanel } from '#features/circles/circles-panel-state.ts';
import { showShapeFile } from '#state/commands/own-shape-commands.ts';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import classes from './map-area.module.css';

/** Switches of the person's own files of boundaries, and the way to bring one. */
export function OwnShapeSwitches() {
  const { t } = useTranslation();
  const files = useProject(({ ownShapes }) => ownShapes);
  const shown = useProject(({ view }) => view.shownShapes);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legendTitle}>{t('layers.ownShapes')}</legend>
      {files.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={shown.includes(id)}
          onChange={({ currentTarget }) =>
            dispatch(showShapeFile(projectStore.getState().document, id, currentTarget.checked))
          }
        />
      ))}
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => {
          dispatch(enterWorkspace('circles'));
          circlesPanel.setState({ page: 'shapes' });
        }}
      >
        {t('layers.addShapes')}
      </Button>
    </fieldset>
  );
}
