import { useTranslation } from 'react-i18next';
import type { OwnRegion } from '#core/geography/own-region.ts';
import { scoresOfYear } from '#core/scoring/score.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { REGION_NEEDS } from '#state/own-additions.ts';
import { useScore } from '#state/score/use-score.ts';
import { useProject } from '#state/store.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatAreaKm2, formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';

/** People, area and score of an own region as its members are now. */
export function RegionOutcome({ region }: { readonly region: OwnRegion }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const year = useProject(({ integration }) => integration.year);
  const variant = useArtefact('regions')?.find(({ id }) => id === region.id)?.variants[0];
  const score = useScore();
  const scored =
    score.kind === 'ready'
      ? scoresOfYear(score.result, year)?.agglomerations.find(({ id }) => id === region.id)
      : undefined;
  const data = useDataState(REGION_NEEDS);
  if (variant === undefined)
    return (
      <PanelSection title={t('ownRegion.outcome')}>
        <DataNotice waiting={t('ownRegion.waiting')} data={data} />
      </PanelSection>
    );
  const missing = variant.populationMissing.length;
  return (
    <PanelSection title={t('ownRegion.outcome')}>
      <div data-testid="region-outcome">
        <FactList
          facts={[
            {
              label: t('ownRegion.members'),
              value: formatNumber(variant.statisticalMembers.length, language),
            },
            {
              label: t('ownRegion.population'),
              value: formatCompact(variant.population2020, language),
              note: missing === 0 ? undefined : t('ownRegion.withoutPeople', { count: missing }),
            },
            { label: t('ownRegion.area'), value: formatAreaKm2(variant.areaKm2, language) },
            {
              label: t('ownRegion.score', { year }),
              value:
                score.kind === 'waiting'
                  ? t('waiting')
                  : scored === undefined
                    ? t(score.kind === 'unavailable' ? 'noScore' : 'ownRegion.notCompared')
                    : scored.composite === null
                      ? t('noScore')
                      : t('ownRegion.scoreRank', {
                          score: formatNumber(scored.composite, language, 2),
                          rank: scored.rank ?? '—',
                        }),
            },
          ]}
        />
      </div>
    </PanelSection>
  );
}
