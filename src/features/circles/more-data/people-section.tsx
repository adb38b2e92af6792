import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PeopleComparison } from '#core/surface/people-grid.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { ImportBox } from './import-box.tsx';
import { useImportRun } from './import-run.ts';
import { keepFile } from './keep-file.ts';
import { TravelFileList } from './travel-file-list.tsx';

/** A population raster of one's own, held against the census. */
export function PeopleSection() {
  const { t } = useTranslation('circles');
  const imports = useImportRun();
  const read = async (file: File) => {
    const opened = await circleWorker().open();
    if (!opened.ok) {
      imports.fail(opened.failure);
      return;
    }
    const people = await imports.start('people', { file, fileName: file.name, frame: opened.value.frame });
    if (people === null) return;
    await keepFile(
      file,
      'people',
      { kind: 'people', grid: people.grid, peopleInFile: people.peopleInFile },
      { name: file.name.slice(0, 120), vintage: '' },
    );
  };
  return (
    <PanelSection title={t('data.people.title')}>
      <p className={classes.hint}>{t('data.people.hint')}</p>
      <TravelFileList kinds={['people']} />
      <Compared />
      <ImportBox
        label={t('data.people.pick')}
        accept=".tif,.tiff,image/tiff"
        run={imports.run}
        onFile={(file) => void read(file)}
        onCancel={imports.cancel}
      />
    </PanelSection>
  );
}

/** Total of the grid in use beside the census on the same land. */
function Compared() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const grid = useStore(addedTravelData, ({ people }) => people);
  const [compared, setCompared] = useState<{
    readonly of: unknown;
    readonly figures: PeopleComparison;
  } | null>(null);
  useEffect(() => {
    if (grid === null) return undefined;
    let isCurrent = true;
    void circleWorker()
      .call('compare-people', null)
      .then((answer) => {
        if (isCurrent && answer.ok && answer.value !== null) setCompared({ of: grid, figures: answer.value });
      });
    return () => {
      isCurrent = false;
    };
  }, [grid]);
  if (grid === null || compared === null || compared.of !== grid) return null;
  const { onLand, offLand, census } = compared.figures;
  return (
    <FactList
      facts={[
        { label: t('data.people.grid', { name: grid.name }), value: formatCompact(onLand, language) },
        {
          label: t('data.people.census'),
          value: formatCompact(census, language),
          ...(offLand > 0 && { note: t('data.people.offLand', { value: formatCompact(offLand, language) }) }),
        },
      ]}
    />
  );
}
