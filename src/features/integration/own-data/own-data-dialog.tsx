import { Button, FileButton, Group, Modal, NumberInput, Progress, Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSource } from '#compute/table-import-operations.ts';
import type { ImportChoices, ImportReading } from '#data/import/import-reading.ts';
import { NUMBER_READINGS } from '#data/import/read-number.ts';
import type { PlaceTables } from '#data/import/place-index.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { addOwnTable, removeOwnTable } from '#state/commands/own-data-commands.ts';
import { newId } from '#state/new-id.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { saveCsv, saveText } from '#ui/files/save-file.ts';
import { localDay } from '#core/units/local-day.ts';
import { formatNumber, formatPrintedDate } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { apart, listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { ImportProblems } from './import-problems.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { IndicatorDrafts } from './indicator-drafts.tsx';
import classes from './own-data.module.css';
import { ownTableOf, type IndicatorWords } from './own-table-of.ts';
import { usePlaceName } from './use-place-name.ts';
import { useTableReading } from './use-table-reading.ts';

const NO_CHOICES: ImportChoices = {};

/** Brings a table of one's own into the project: file or pasted text, understood, asked about, taken over. */
export function OwnDataDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation(['integration']);
  const [source, setSource] = useState<TableSource | null>(null);
  const [pasted, setPasted] = useState('');
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES);
  const [sheet, setSheet] = useState(0);
  const [words, setWords] = useState<Readonly<Record<string, Partial<IndicatorWords>>>>({});
  const places = usePlaces();
  const { reading, share, failure, cancel } = useTableReading(source, choices, sheet, places);
  const begin = (next: TableSource): void => {
    setChoices(NO_CHOICES);
    setSheet(0);
    setWords({});
    setSource(next);
  };
  const wordsOf = (key: string): IndicatorWords => {
    const draft = reading?.drafts.find((each) => each.key === key);
    return {
      name: draft?.name === '' || draft === undefined ? t('own.unnamed') : draft.name,
      unit: draft?.unit ?? '',
      direction: draft?.direction ?? 1,
      dimension: null,
      ...words[key],
    };
  };
  const isReady =
    reading !== null &&
    reading.blockers.length === 0 &&
    reading.drafts.some(({ taken, figures }) => taken && figures > 0) &&
    share === null;
  const takeOver = (): void => {
    if (reading === null) return;
    const { document } = projectStore.getState();
    const taken = new Set(document.ownTables.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
    const importedOn = localDay(new Date());
    dispatch(addOwnTable(document, ownTableOf(reading, wordsOf, { id: newId(), importedOn, taken })));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('own.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('own.close') }}
    >
      <p className={classes.note}>{t('own.intro')}</p>
      <Group gap="xs">
        <FileButton
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(file) => file !== null && begin({ kind: 'file', file, name: file.name })}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {t('own.file')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="subtle"
          size="xs"
          onClick={() => saveTemplate(t('own.templateName'), t('own.templateRows'))}
        >
          {t('own.template')}
        </Button>
      </Group>
      <Textarea
        mt="sm"
        label={t('own.paste')}
        placeholder={t('own.pasteExample')}
        minRows={3}
        maxRows={8}
        autosize
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <Button
        mt="xs"
        size="xs"
        variant="default"
        disabled={pasted.trim() === ''}
        onClick={() => begin({ kind: 'text', text: pasted, name: t('own.pasted') })}
      >
        {t('own.read')}
      </Button>
      {share !== null && (
        <div data-kind="loading">
          <Progress mt="sm" value={100 * share} size={3} aria-label={t('own.reading')} />
          <Button mt="xs" size="xs" variant="subtle" onClick={cancel}>
            {t('own.cancel')}
          </Button>
        </div>
      )}
      {failure !== null && (
        <FailureNotice reason={failure.reason} message={failure.message} next={failure.nextStep} />
      )}
      {reading !== null && (
        <>
          <Understood reading={reading} />
          <LayoutChoices
            reading={reading}
            onChoices={(next) => setChoices({ ...choices, ...next })}
            onSheet={setSheet}
          />
          <ImportQuestions
            questions={reading.questions}
            answers={choices.answers ?? {}}
            onAnswer={(key, adcode) =>
              setChoices({ ...choices, answers: { ...choices.answers, [key]: adcode } })
            }
          />
          <IndicatorDrafts
            drafts={reading.drafts}
            wordsOf={wordsOf}
            onWords={(key, next) => setWords({ ...words, [key]: { ...words[key], ...next } })}
            onTaken={(key, isTaken) => {
              const others = (choices.untaken ?? []).filter((each) => each !== key);
              setChoices({ ...choices, untaken: isTaken ? others : [...others, key] });
            }}
          />
          <ImportProblems problems={reading.problems} more={reading.moreProblems} />
        </>
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('own.cancelAll')}
        </Button>
        <Button disabled={!isReady} onClick={takeOver}>
          {t('own.take')}
        </Button>
      </Group>
      <OwnTables />
    </Modal>
  );
}

/** Places that names are looked up in, once all of them are there. */
function usePlaces(): PlaceTables | null {
  const prefectures = useArtefact('units');
  const counties = useArtefact('units-county');
  return useMemo(
    () =>
      prefectures === null || counties === null
        ? null
        : {
            provinces: prefectures.provinces,
            prefectures: prefectures.units,
            counties: counties.units,
            joined: [...counties.joined],
          },
    [prefectures, counties],
  );
}

function saveTemplate(name: string, rows: string): void {
  saveText(`${name}.csv`, `\uFEFF${rows.replaceAll('\n', '\r\n')}\r\n`, 'text/csv;charset=utf-8');
}

const FAILURES = [
  'file-empty',
  'file-too-large',
  'file-binary',
  'file-encoding',
  'file-old-excel',
  'workbook-damaged',
  'workbook-bomb',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
] as const;

function FailureNotice({
  reason,
  message,
  next,
}: {
  readonly reason: string;
  readonly message: string;
  readonly next: string;
}) {
  const { t } = useTranslation(['integration']);
  const known = FAILURES.find((each) => each === reason);
  return (
    <Notice kind="failed" title={known === undefined ? message : t(`own.failure.${known}`)}>
      {known === undefined ? next : t(`own.failureNext.${known}`)}
    </Notice>
  );
}

/** What was understood, in one sentence each. */
function Understood({ reading }: { readonly reading: ImportReading }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const { rows, cells, encoding, blockers, formerNames, understood } = reading;
  const nameOf = usePlaceName();
  const gap = sentenceGap(language);
  const whole = (count: number) => formatNumber(count, language);
  const readAs = NUMBER_READINGS.flatMap((how) => {
    const count = understood[how] ?? 0;
    return count === 0 ? [] : [t(`own.understoodAs.${how}`, { cells: whole(count) })];
  });
  return (
    <div role="status" data-testid="import-reading">
      <p className={classes.note}>
        {t('own.rows', {
          total: whole(rows.total),
          kept: whole(rows.kept),
          leftOut: whole(rows.leftOut),
        })}
        {gap}
        {t('own.cells', {
          total: whole(cells.total),
          values: whole(cells.values),
          missing: whole(cells.missing),
          problems: whole(cells.problems),
        })}
        {encoding !== null && `${gap}${t('own.encoding', { encoding: encoding.toUpperCase() })}`}
        {readAs.length > 0 && `${gap}${t('own.understood', { list: apart(readAs, language) })}`}
        {formerNames.length > 0 &&
          `${gap}${t('own.former', {
            list: listed(
              formerNames.map(({ text, adcode }) =>
                t('own.formerOne', { former: text, present: nameOf(adcode) }),
              ),
              language,
            ),
          })}`}
      </p>
      {blockers.map((blocker) => (
        <p key={blocker} className={classes.blocker}>
          {t(`own.blocker.${blocker}`)}
        </p>
      ))}
    </div>
  );
}

function columnOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function LayoutChoices({
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
          min={1950}
          max={2049}
          value={reading.fixedYear ?? ''}
          onChange={(value) => onChoices({ fixedYear: typeof value === 'number' ? value : null })}
        />
      )}
    </div>
  );
}

/** The tables that are in the project already, each to be taken out. */
function OwnTables() {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const tables = useProject(({ ownTables }) => ownTables);
  if (tables.length === 0) return null;
  return (
    <section aria-label={t('own.tables')}>
      <h3 className={classes.head}>{t('own.tables')}</h3>
      <ul className={classes.tables}>
        {tables.map((table, index) => (
          <li key={table.id}>
            <span>
              {table.name} · {formatPrintedDate(table.importedOn, language)} ·{' '}
              {listed(
                table.indicators.map(({ name }) => name),
                language,
              )}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('own.removeLabel', { name: table.name })}
              onClick={() => dispatch(removeOwnTable(projectStore.getState().document, index))}
            >
              {t('own.remove')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() =>
                saveCsv(table.name.replace(/\.[a-z]+$/i, ''), [
                  ['adcode', 'indicator', 'unit', 'year', 'value'],
                  ...table.indicators.flatMap(({ name, unit, series }) =>
                    series.flatMap(({ year, codes, values }) =>
                      codes.map((code, at) => [code, name, unit, year, values[at] ?? null]),
                    ),
                  ),
                ])
              }
            >
              CSV
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
