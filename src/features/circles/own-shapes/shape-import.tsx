import { Button, FileButton, Group, Progress, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SHAPE_DATUMS, type ShapeFile } from '#state/document/own-shapes-state.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { cancelShapeImport, importShapeFile, shapeImport, type ImportReport } from './import-run.ts';
import { useShapeFailure } from './use-shape-failure.ts';

/** Kinds of files that are read. */
export const SHAPE_FILES = '.zip,.geojson,.json,.topojson,.kml,.kmz';

/** Choosing a file of boundaries, its progress with cancel, and what was understood of it or went wrong. */
export function ShapeImport() {
  const { t } = useTranslation('circles');
  const [datum, setDatum] = useState<ShapeFile['datum']>('WGS-84');
  const textOf = useShapeFailure();
  const { share, failure, report } = useStore(shapeImport);
  const failed = failure === null ? null : textOf(failure);
  return (
    <PanelSection title={t('shapes.import')} isOffPaper>
      <p className={classes.hint}>{t('shapes.hint')}</p>
      <p className={classes.label}>{t('shapes.datum.label')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('shapes.datum.label')}
        data={SHAPE_DATUMS.map((value) => ({ value, label: t(`shapes.datum.${value}`) }))}
        value={datum}
        onChange={setDatum}
      />
      <Group gap={8} mt={8}>
        <FileButton
          accept={SHAPE_FILES}
          inputProps={{ 'aria-label': t('shapes.pick') }}
          onChange={(file) => {
            if (file !== null) void importShapeFile(file, { datum, layer: null });
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {t('shapes.pick')}
            </Button>
          )}
        </FileButton>
        {share !== null && (
          <Button variant="default" size="xs" onClick={cancelShapeImport}>
            {t('shapes.cancel')}
          </Button>
        )}
      </Group>
      {share !== null && <Progress mt={8} value={share * 100} aria-label={t('shapes.progress')} />}
      {failed !== null && (
        <div className={classes.said}>
          <Notice kind="failed" title={failed.message}>
            {failed.nextStep}
          </Notice>
        </div>
      )}
      {report !== null && <Report report={report} />}
    </PanelSection>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const { file, datum, layer, layers, system, notes, shapes, isKept } = report;
  return (
    <div className={classes.said} role="status" data-testid="shape-report">
      <p className={classes.hint}>
        {t('shapes.understood', {
          file: file.name,
          count: shapes,
          shown: formatNumber(shapes, language),
          system: system ?? t('shapes.inDegrees'),
        })}
      </p>
      {layers.length > 1 && (
        <Select
          mt={8}
          size="xs"
          label={t('shapes.layer')}
          data={[...new Set(layers)]}
          value={layer}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) void importShapeFile(file, { datum, layer: value });
          }}
        />
      )}
      {!isKept && <p className={classes.missing}>{t('shapes.notKept')}</p>}
      {notes.length > 0 && (
        <ul className={classes.problems} aria-label={t('shapes.notes')}>
          {notes.map(({ reason, count, named }) => (
            <li key={reason}>
              {t(`shapes.note.${reason}`, {
                count,
                named: named.length === 0 ? '' : listed(named, language),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
