import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { functionalProfilesOf } from '#core/structure/functional-profile.ts';
import { locationQuotientsOf } from '#core/structure/location-quotient.ts';
import { colon, listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { QuotientChart } from '../charts/quotient-chart.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import type { IndustryStudy } from '../study/use-industry.ts';
import { useCityName } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** What one city lives on, against the nation. */
export function QuotientBlock({
  study,
  industry,
}: {
  readonly study: RegionStudy;
  readonly industry: IndustryStudy;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { city } = useStructureView();
  const { table, year, matrix } = industry;
  const members = matrix.cities;
  const core = study.frame.figures.urbanCorePopulation.values;
  const ordered = members.toSorted((a, b) => (core.get(b) ?? 0) - (core.get(a) ?? 0));
  const chosen = city !== null && members.includes(city) ? city : ordered[0];
  const profiles = useMemo(() => {
    const counts = table.years.get(year);
    if (counts === undefined) return null;
    return {
      quotients: locationQuotientsOf(members, counts, counts.values()).cities,
      functions: functionalProfilesOf(members, counts).profiles,
    };
  }, [table, year, members]);
  const quotients = profiles?.quotients.find(({ adcode }) => adcode === chosen);
  const prominent = profiles?.functions.find(({ adcode }) => adcode === chosen)?.prominent ?? [];
  if (chosen === undefined || quotients === undefined) return null;
  return (
    <FigureBlock
      title={t('industry.quotients')}
      about={`${nameOf(chosen)} ${year}`}
      note={t('industry.quotientNote')}
      fileName={`${chosen}-quotients-${year}`}
      hasDrawing
      data={['employment']}
      rows={() => [
        ['section', 'name', 'share', 'location_quotient'],
        ...table.sections.map((section, index) => [
          section.id,
          pickName(section, language),
          quotients.shares[index] ?? null,
          quotients.quotients[index] ?? null,
        ]),
      ]}
    >
      <Select
        aria-label={t('industry.city')}
        data={ordered.map((adcode) => ({ value: adcode, label: nameOf(adcode) }))}
        value={chosen}
        allowDeselect={false}
        mb={10}
        onChange={(value) => showStructure({ city: value })}
      />
      <QuotientChart quotients={quotients} sections={table.sections} label={t('industry.quotients')} />
      <p className={classes.after}>
        {t('industry.prominent')}
        {colon(language)}
        {prominent.length === 0
          ? t('industry.noneProminent')
          : listed(
              prominent.map(({ section, grade }) => {
                const found = table.sections[section];
                return `${found === undefined ? section : pickName(found, language)} ${t('industry.sigma', { grade })}`;
              }),
              language,
            )}
      </p>
    </FigureBlock>
  );
}
