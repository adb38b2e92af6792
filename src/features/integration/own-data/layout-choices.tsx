import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportChoices, ImportReading } from '#data/import/import-reading.ts';
import classes from './own-data.module.css';

/** Years that are understood where they stand in a table (interpret-sheet.ts), and may be given for one without. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2049;

function columnOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

/** Where codes, years and figures stand in the table, as it was understood and as one may say otherwise. */
export function LayoutChoices({
  reading,
  onChoices,
  onSheet,
}: {
  readonly reading: ImportReading;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onSheet: (sheet: number) => void;
}) {
  const { t } = useTranslation(['integration']);
  const columns = reading.columns.map(({ column, letter, title }) => ({
    value: String(column),
    label: title === '' ? letter : `${letter} · ${title}`,
  }));
  const { layout } = reading;
  return (
    <div className={classes.grid}>
      {reading.sheets.length > 1 && (
        <Select
          label={t('own.sheet')}
          data={reading.sheets.map((name, index) => ({ value: String(index), label: name }))}
          value={String(reading.sheet)}
          allowDeselect={false}
          onChange={(value) => value !== null && onSheet(Number(value))}
        />
      )}
      <Select
        label={t('own.key')}
        data={columns}
        value={layout.keyColumn === null ? null : String(layout.keyColumn)}
        onChange={(value) => onChoices({ keyColumn: columnOf(value) })}
      />
      <Select
        label={t('own.level')}
        data={(['prefecture', 'county'] as const).map((value) => ({
          value,
          label: t(`own.levels.${value}`),
        }))}
        value={layout.level}
        allowDeselect={false}
        onChange={(value) => onChoices({ level: value === 'county' ? 'county' : 'prefecture' })}
      />
      <Select
        label={t('own.within')}
        data={columns}
        clearable
        value={layout.withinColumn === null ? null : String(layout.withinColumn)}
        onChange={(value) => onChoices({ withinColumn: columnOf(value) })}
      />
      <Select
        label={t('own.year')}
        data={columns}
        clearable
        value={layout.yearColumn === null ? null : String(layout.yearColumn)}
        onChange={(value) => onChoices({ yearColumn: columnOf(value) })}
      />
      {reading.asksForYear && (
        <NumberInput
          label={t('own.fixedYear')}
          min={FIRST_YEAR}
          max={LAST_YEAR}
          value={reading.fixedYear ?? ''}
          onChange={(value) => onChoices({ fixedYear: typeof value === 'number' ? value : null })}
        />
      )}
    </div>
  );
}
