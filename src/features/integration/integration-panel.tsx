import { SegmentedControl, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DimensionId, IndicatorTable } from '#core/indicators/indicator.ts';
import { useArtefact, useArtefactStatus } from '#state/atlas-data.ts';
import { chooseAgglomerations, setScorePreset } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';

const DIMENSIONS: readonly DimensionId[] = [
  'regional',
  'innovation',
  'infrastructure',
  'environment',
  'services',
];

/** Years of an indicator with the number of units that have a figure: `2010 (323)`. */
function yearsOf(table: IndicatorTable, indicator: string): string {
  return table.series
    .filter((series) => series.indicator === indicator)
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, values }) => `${year} (${values.size})`)
    .join(' · ');
}

/** What is compared, by which recipe, and the indicators at hand. */
export function IntegrationPanel() {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const indicators = useArtefact('indicators');
  const status = useArtefactStatus('indicators');
  const set = useProject(({ integration }) => integration.set);
  const preset = useProject(({ integration }) => integration.preset);
  const groups = useMemo(() => {
    if (indicators === null) return [];
    const definitions = [...indicators.table.definitions.values()];
    return DIMENSIONS.map((dimension) => ({
      dimension,
      definitions: definitions.filter((definition) => definition.dimension === dimension),
    })).filter((group) => group.definitions.length > 0);
  }, [indicators]);

  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      <PanelSection title={t('compared')}>
        <Stack gap={8}>
          <SegmentedControl
            fullWidth
            aria-label={t('compared')}
            data={(['all19', 'yangtze5'] as const).map((value) => ({ value, label: t(`set.${value}`) }))}
            value={set}
            onChange={(value) => dispatch(chooseAgglomerations({ set: value, agglomerationIds: [] }))}
          />
          <SegmentedControl
            fullWidth
            aria-label={t('recipe')}
            data={(['embedded', 'paper'] as const).map((value) => ({ value, label: t(`preset.${value}`) }))}
            value={preset}
            onChange={(value) => dispatch(setScorePreset(value))}
          />
        </Stack>
      </PanelSection>
      {indicators === null && (
        <div style={{ padding: '0 20px' }}>
          {status.kind === 'failed' ? (
            <Notice kind="empty" title={t('unavailable')} />
          ) : (
            <Notice kind="loading" title={t('waiting')} />
          )}
        </div>
      )}
      {indicators !== null &&
        groups.map(({ dimension, definitions }) => (
          <PanelSection
            key={dimension}
            title={t(`dimension.${dimension}`, { ns: 'terms' })}
            aside={definitions.length}
          >
            <FactList
              facts={definitions.map((definition) => ({
                label: language === 'en' ? definition.nameEn : definition.nameZh,
                value: definition.inPaper ? t('inPaper') : t('extra'),
                note: [
                  yearsOf(indicators.table, definition.id),
                  definition.direction === 1
                    ? t('higherBetter')
                    : definition.direction === -1
                      ? t('lowerBetter')
                      : null,
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </PanelSection>
        ))}
      {groups.length > 0 && (
        <p style={{ margin: 0, padding: '0 20px 20px', color: 'var(--atlas-muted)', fontSize: 12 }}>
          {t('derivedLater')}
        </p>
      )}
    </>
  );
}
