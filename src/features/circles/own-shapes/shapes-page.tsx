import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { boundsOfAreas } from '#core/geography/own-shapes.ts';
import { travelTo } from '#state/camera-motion.ts';
import { useCircleResults } from '#state/circles/circle-results.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { CircleState } from '../circle-state.tsx';
import { ReadingsLine } from '../readings-line.tsx';
import { ShapeFigures } from './shape-figures.tsx';
import { ShapeFileList } from './shape-file-list.tsx';
import { type ShapeFileNow, useShapeFiles } from './shape-files.ts';
import { ShapeImport } from './shape-import.tsx';
import { ShapesCompared } from './shapes-compared.tsx';
import { shapesPanel } from './shapes-state.ts';

/** Boundaries of one's own: read, shown, counted in, held against the hour, made regions of. */
export function ShapesPage() {
  const { t } = useTranslation('circles');
  const results = useCircleResults();
  const files = useShapeFiles();
  const { fileId, index } = useStore(shapesPanel);
  const withShapes = files.filter(({ shapes }) => shapes.length > 0);
  const file = withShapes.find((each) => each.file.id === fileId) ?? withShapes[0];
  const shape = file?.shapes[index] ?? file?.shapes[0];
  return (
    <>
      <ReadingsLine results={results} />
      <CircleState results={results} />
      <p className={classes.pageHint}>{t('shapes.intro')}</p>
      <ShapeImport />
      <ShapeFileList files={files} />
      {file !== undefined && shape !== undefined && (
        <>
          <PanelSection title={t('shapes.choose')} isOffPaper>
            <ShapeChoice files={withShapes} file={file} index={file.shapes.indexOf(shape)} />
            <p className={classes.hint}>{t('shapes.chooseHint')}</p>
          </PanelSection>
          <ShapeFigures
            key={`${file.file.id}:${shape.name}:${file.shapes.indexOf(shape)}`}
            file={file.file}
            name={shape.name}
            area={shape.area}
          />
          {file.shapes.length > 1 && <ShapesCompared key={file.file.id} of={file} />}
        </>
      )}
    </>
  );
}

function ShapeChoice({
  files,
  file,
  index,
}: {
  readonly files: readonly ShapeFileNow[];
  readonly file: ShapeFileNow;
  readonly index: number;
}) {
  const { t } = useTranslation('circles');
  return (
    <Select
      searchable
      aria-label={t('shapes.choose')}
      limit={200}
      allowDeselect={false}
      data={files.map((each) => ({
        group: each.file.name,
        items: each.shapes.map(({ name }, at) => ({ value: `${each.file.id}:${at}`, label: name })),
      }))}
      value={`${file.file.id}:${index}`}
      onChange={(value) => {
        const [fileId = '', at = '0'] = value?.split(':') ?? [];
        shapesPanel.setState({ fileId, index: Number(at) });
        const chosen = files.find((each) => each.file.id === fileId)?.shapes[Number(at)];
        const bounds = chosen === undefined ? null : boundsOfAreas([chosen.area]);
        if (bounds !== null) travelTo({ kind: 'bounds', bounds });
      }}
    />
  );
}
