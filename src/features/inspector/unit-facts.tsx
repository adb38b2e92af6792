import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { IndicatorTable, Source } from '#core/indicators/indicator.ts';
import { useDataState } from '#state/atlas-data.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { enterWorkspace, select } from '#state/commands/view-commands.ts';
import { membershipsOf } from '#state/memberships.ts';
import { REGION_NEEDS } from '#state/own-additions.ts';
import { dispatch, useProject } from '#state/store.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import {
  formatAreaKm2,
  formatCompact,
  formatNumber,
  formatShare,
  formatSignedPercent,
  formatYuan,
  YUAN_PER_100M,
} from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import { observationsOf } from './observations.ts';
import { peopleOfUnit } from './people-of-unit.ts';
import { ShownFiguresSection } from './shown-figures-section.tsx';

/** What tells which regions a unit is in. */
const MEMBERSHIP_DATA = ['regions', ...REGION_NEEDS] as const;

/** Facts of a prefecture- or county-level unit: people, output, area, what it belongs to. */
export function UnitFacts({
  unit,
  provinceName,
  regions,
  indicators,
  figures,
  sources,
  prefecture,
}: {
  readonly unit: AdminUnit;
  readonly provinceName: string;
  /** `null` while they load, and when they could not be had. */
  readonly regions: readonly Region[] | null;
  /** The table of the unit's level; `null` while it loads, and when it could not be had. */
  readonly indicators: IndicatorTable | null;
  /** How that table stands. */
  readonly figures: { readonly hasFailed: boolean; readonly retry: () => void };
  readonly sources: ReadonlyMap<string, Source>;
  /** The prefecture of a county. */
  readonly prefecture: AdminUnit | null;
}) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const sourceTitle = (id: string) => {
    const source = sources.get(id);
    return source === undefined ? id : language === 'en' ? source.titleEn : source.titleZh;
  };
  const { counted, withZones, communique, change, mismatch, now } = peopleOfUnit(indicators, unit);
  const population = counted.at(-1);
  const output = observationsOf(indicators, unit.adcode, 'gdp').at(-1);
  const urban = observationsOf(indicators, unit.adcode, 'urban_population').at(-1);
  const facts: Fact[] = [
    { label: t('unit.code'), value: unit.adcode },
    ...counted.map(({ year, value, sourceId }) => ({
      label: t('unit.populationOf', { year }),
      value: formatCompact(value, language),
      note: sourceTitle(sourceId),
    })),
    ...(counted.length === 0 && indicators !== null
      ? [{ label: t('unit.population'), value: t('unit.missing') }]
      : []),
    ...(withZones === null
      ? []
      : [
          {
            label: t('unit.withZones', { year: withZones.year }),
            value: formatCompact(withZones.value, language),
            note: t('unit.withZonesNote'),
          },
        ]),
    ...(communique === null
      ? []
      : [
          {
            label: t('unit.communique', { year: communique.year }),
            value: formatCompact(communique.value, language),
            note: t('unit.communiqueNote'),
          },
        ]),
    ...(change === null && counted.length < 2
      ? []
      : [
          {
            label: t('unit.change'),
            value:
              change === null
                ? t('unit.noChange')
                : `${change.absolute < 0 ? '−' : '+'}${formatCompact(Math.abs(change.absolute), language)}${bracketed(formatSignedPercent(change.percent, language), language)}`,
            note: [
              change === null ? null : t('provenance.derived', { ns: 'terms' }),
              change === null || change.convertedFrom === null
                ? null
                : t('unit.convertedFrom', { value: formatCompact(change.convertedFrom, language) }),
              mismatch === null ? null : language === 'en' ? mismatch.noteEn : mismatch.noteZh,
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]),
    ...(urban === undefined || population === undefined || urban.year !== population.year
      ? []
      : [
          {
            label: t('unit.urbanShare', { year: urban.year }),
            value: formatShare(urban.value / population.value, language),
          },
        ]),
    ...(output === undefined
      ? []
      : [
          {
            label: t('unit.gdp', { year: output.year }),
            value: formatYuan(output.value * YUAN_PER_100M, language),
            note: [
              sourceTitle(output.sourceId),
              output.flag === null ? null : t(`flag.${output.flag}`, { ns: 'terms' }),
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]),
    ...(unit.level === 'prefecture' && output === undefined && indicators !== null
      ? [{ label: t('unit.gdp', { year: 2020 }), value: t('unit.missing') }]
      : []),
    { label: t('unit.area'), value: formatAreaKm2(unit.areaKm2, language) },
    ...(now === null
      ? []
      : [
          {
            label: t('unit.density', { year: now.year }),
            value: t('region.perKm2', { value: formatNumber(now.value / unit.areaKm2, language) }),
          },
        ]),
  ];

  const variants = useProject(({ view }) => view.regionVariants);
  const memberships = membershipsOf(unit, regions ?? [], variants);
  // One's own are put together later than the others.
  const awaitsOwn = useProject(({ ownRegions }) =>
    ownRegions.some(({ id }) => regions?.every((region) => region.id !== id) ?? true),
  );
  const isComplete = regions !== null && !awaitsOwn;
  const membershipData = useDataState(MEMBERSHIP_DATA);
  return (
    <>
      <InspectorHeader
        kind={[t(unit.level, { ns: 'terms' }), provinceName].filter(Boolean).join(' · ')}
        name={pickName(unit, language)}
        other={language === 'en' ? unit.nameZh : unit.nameEn}
      />
      <ShownFiguresSection id={unit.adcode} />
      <section style={{ padding: '0 20px 12px' }}>
        <FactList facts={facts} />
        {indicators === null && <DataNotice waiting={t('waiting')} data={figures} />}
        <Button
          variant="default"
          fullWidth
          mt={4}
          onClick={() => {
            dispatch(setCircleOrigins([{ kind: 'unit', adcode: unit.adcode }]));
            dispatch(enterWorkspace('circles'));
          }}
        >
          {t('unit.circleFrom')}
        </Button>
      </section>
      {prefecture !== null && (
        <PanelSection title={t('unit.prefecture')}>
          <RowList
            label={t('unit.prefecture')}
            rows={[{ id: prefecture.adcode, name: pickName(prefecture, language) }]}
            chosen={null}
            onChoose={(adcode) => dispatch(select({ kind: 'unit', adcode }))}
          />
        </PanelSection>
      )}
      <PanelSection title={t('unit.belongsTo')}>
        {!isComplete && <DataNotice waiting={t('waiting')} data={membershipData} />}
        {memberships.length === 0 ? (
          isComplete && (
            <p style={{ margin: 0, fontSize: 13, color: 'var(--atlas-muted)' }}>{t('unit.none')}</p>
          )
        ) : (
          <RowList
            label={t('unit.belongsTo')}
            rows={memberships.map(({ region, whole }) => ({
              id: region.id,
              name: pickName(region, language),
              detail: [
                t(region.kind, { ns: 'terms' }),
                region.maturity === null ? null : t(`maturity.${region.maturity}`, { ns: 'terms' }),
                whole ? null : t('region.part'),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            chosen={null}
            onChoose={(regionId) => dispatch(select({ kind: 'region', regionId }))}
          />
        )}
      </PanelSection>
    </>
  );
}
