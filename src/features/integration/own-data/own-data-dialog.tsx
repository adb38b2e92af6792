import { Button, FileButton, Group, Modal, Progress, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSource } from '#compute/table-import-operations.ts';
import { localDay } from '#core/units/local-day.ts';
import type { ImportChoices } from '#data/import/import-reading.ts';
import type { PlaceTables } from '#data/import/place-index.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { addOwnTable } from '#state/commands/own-data-commands.ts';
import { newId } from '#state/new-id.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { saveText } from '#ui/files/save-file.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { ImportFailure } from './import-failure.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { ImportUnderstood } from './import-understood.tsx';
import { IndicatorDrafts } from './indicator-drafts.tsx';
import { LayoutChoices } from './layout-choices.tsx';
import classes from './own-data.module.css';
import { ownTableOf, type IndicatorWords } from './own-table-of.ts';
import { OwnTables } from './own-tables.tsx';
import { useTableReading } from './use-table-reading.ts';

const NO_CHOICES: ImportChoices = {};
/** What names in a table are looked up in. */
const PLACE_DATA = ['units', 'units-county'] as const;

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
  const placeData = useDataState(PLACE_DATA);
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
      {source !== null && places === null && <DataNotice waiting={t('own.waiting')} data={placeData} />}
      {share !== null && (
        <div data-kind="loading">
          <Progress mt="sm" value={100 * share} size={3} aria-label={t('own.reading')} />
          <Button mt="xs" size="xs" variant="subtle" onClick={cancel}>
            {t('own.cancel')}
          </Button>
        </div>
      )}
      {failure !== null && <ImportFailure failure={failure} />}
      {reading !== null && (
        <>
          <ImportUnderstood reading={reading} />
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
