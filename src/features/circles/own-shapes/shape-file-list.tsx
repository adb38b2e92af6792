import { Button, Checkbox, FileButton, Group, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { boundsOfAreas } from '#core/geography/own-shapes.ts';
import { travelTo } from '#state/camera-motion.ts';
import { changeShapeFile, removeShapeFile, showShapeFile } from '#state/commands/own-shape-commands.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { importShapeFile } from './import-run.ts';
import type { ShapeFileNow } from './shape-files.ts';
import { SHAPE_FILES } from './shape-import.tsx';

const document = () => projectStore.getState().document;

/** The project's files of boundaries: shown or not, what names their shapes, joined or not. */
export function ShapeFileList({ files }: { readonly files: readonly ShapeFileNow[] }) {
  const { t } = useTranslation('circles');
  if (files.length === 0) return null;
  return (
    <PanelSection title={t('shapes.files')}>
      <ul className={classes.files} aria-label={t('shapes.files')}>
        {files.map((each) => (
          <li key={each.file.id}>
            <Switch
              label={each.file.name}
              checked={each.isShown}
              onChange={({ currentTarget }) =>
                dispatch(showShapeFile(document(), each.file.id, currentTarget.checked))
              }
            />
            {each.isMissing ? <Missing of={each} /> : <Choices of={each} />}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Remove({ of: { file } }: { readonly of: ShapeFileNow }) {
  const { t } = useTranslation('circles');
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      px={0}
      aria-label={t('shapes.remove', { name: file.name })}
      onClick={() => dispatch(removeShapeFile(document(), file.id))}
    >
      {t('shapes.removeShort')}
    </Button>
  );
}

/** The project names a file whose content this browser does not have. */
function Missing({ of }: { readonly of: ShapeFileNow }) {
  const { t } = useTranslation('circles');
  const { file } = of;
  return (
    <>
      <p className={classes.missing} role="alert">
        {t('shapes.missing')}
      </p>
      <Group gap={12} mt={4}>
        <FileButton
          accept={SHAPE_FILES}
          inputProps={{ 'aria-label': t('shapes.again', { name: file.name }) }}
          onChange={(chosen) => {
            if (chosen !== null)
              void importShapeFile(chosen, { datum: file.datum, layer: file.layer, again: file });
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-xs">
              {t('shapes.againShort')}
            </Button>
          )}
        </FileButton>
        <Remove of={of} />
      </Group>
    </>
  );
}

function Choices({ of }: { readonly of: ShapeFileNow }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const { file, set, shapes } = of;
  if (set === null) return <p className={classes.hint}>{t('shapes.loading')}</p>;
  return (
    <>
      <p className={classes.hint}>
        {t('shapes.facts', {
          count: set.areas.length,
          shown: formatNumber(set.areas.length, language),
          layer: file.layer,
          datum: t(`shapes.datum.${file.datum}`),
        })}
      </p>
      {set.fields.length > 0 && !file.isDissolved && (
        <Select
          mt={6}
          size="xs"
          searchable
          label={t('shapes.nameField')}
          placeholder={t('shapes.numbered')}
          clearable
          clearButtonProps={{ 'aria-label': t('shapes.numbered') }}
          data={set.fields.map(({ name, values }) => ({
            value: name,
            label: t('shapes.field', { name, example: values.find((value) => value !== '') ?? '' }),
          }))}
          value={file.nameField}
          onChange={(nameField) => dispatch(changeShapeFile(document(), file.id, { nameField }))}
        />
      )}
      {set.areas.length > 1 && (
        <Checkbox
          mt={8}
          label={t('shapes.dissolve')}
          checked={file.isDissolved}
          onChange={({ currentTarget }) =>
            dispatch(changeShapeFile(document(), file.id, { isDissolved: currentTarget.checked }))
          }
        />
      )}
      <Group gap={12} mt={4}>
        <Button
          variant="subtle"
          size="compact-xs"
          px={0}
          aria-label={t('shapes.goTo', { name: file.name })}
          onClick={() => {
            const bounds = boundsOfAreas(shapes.map(({ area }) => area));
            if (bounds !== null) travelTo({ kind: 'bounds', bounds });
          }}
        >
          {t('shapes.goToShort')}
        </Button>
        <Remove of={of} />
      </Group>
    </>
  );
}
