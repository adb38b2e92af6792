import { isOwnRegion } from '#core/geography/own-region.ts';
import { Badge, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { takesWhole, variantOf, type Region, type RegionVariant } from '#core/geography/region.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { chooseRegionVariant, select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import {
  formatAreaKm2,
  formatCompact,
  formatNumber,
  formatPrintedDate,
  formatSignedPercent,
} from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { evidenceText, gradeText } from '#ui/facts/region-words.ts';
import { InspectorHeader } from './inspector-header.tsx';
import { RegionCores } from './region-cores.tsx';
import { ShownFiguresSection } from './shown-figures-section.tsx';

const NONE: readonly string[] = [];

/** Difference of ours to the published figure in per cent; `null` where the plan gives none. */
function differencePercent(ours: number | null, published: number | null): number | null {
  return ours === null || published === null || published === 0 ? null : (ours / published - 1) * 100;
}

/** Facts of an agglomeration or metropolitan area in its chosen variant. */
export function RegionFacts({
  region,
  units,
}: {
  readonly region: Region;
  readonly units: ReadonlyMap<string, AdminUnit>;
}) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const chosenKey = useProject(({ view }) => view.regionVariants[region.id]);
  const current = region.variants[0];
  const variant = variantOf(region, chosenKey);
  const missing = variant?.populationMissing ?? NONE;
  const counties = useArtefact('units-county', missing.length > 0);
  if (variant === undefined) return null;

  const compare = (ours: number | null, published: number | null, text: string) => {
    const difference = differencePercent(ours, published);
    return difference === null
      ? undefined
      : t('region.publishedDifference', {
          value: text,
          difference: formatSignedPercent(difference, language),
        });
  };
  const density =
    variant.population2020 === null ? null : variant.population2020 / Math.max(1e-9, variant.areaKm2);
  const facts: Fact[] = [
    ...(variant.plan === null
      ? []
      : [
          {
            label: t('region.plan'),
            value: variant.planYear === null ? '' : t('region.planYear', { year: variant.planYear }),
            note: <span lang="zh-CN">{variant.plan}</span>,
          },
        ]),
    ...(region.approved === null
      ? []
      : [{ label: t('region.approved'), value: formatPrintedDate(region.approved, language) }]),
    ...(region.grade === ''
      ? []
      : [
          {
            label: region.kind === 'metro' ? t('region.level') : t('region.grade'),
            value: gradeText(region.grade, language),
          },
        ]),
    {
      label: t('region.population'),
      value: formatCompact(variant.population2020, language),
      note: [
        missing.length === 0
          ? undefined
          : t('region.populationWithout', {
              names: missing
                .map((adcode) => {
                  const county = counties?.units.find((unit) => unit.adcode === adcode);
                  return county === undefined ? adcode : pickName(county, language);
                })
                .join(t('region.nameSeparator')),
            }),
        // Their own census is a year later than ours.
        variant.counties.some((adcode) => /^8[12]/.test(adcode)) ? t('region.populationOf2021') : undefined,
        compare(
          variant.population2020,
          variant.publishedPopulation,
          formatCompact(variant.publishedPopulation, language),
        ),
      ]
        .filter((note) => note !== undefined)
        .join(' '),
    },
    {
      label: t('region.area'),
      value: formatAreaKm2(variant.areaKm2, language),
      note: compare(
        variant.areaKm2,
        variant.publishedAreaKm2,
        formatAreaKm2(variant.publishedAreaKm2, language),
      ),
    },
    {
      label: t('region.density'),
      value: t('region.perKm2', { value: formatNumber(density, language) }),
    },
    {
      label: t('region.members'),
      value:
        variant.partCounties.length === 0
          ? t('region.memberCount', { whole: variant.wholeUnits.length })
          : t('region.memberCountPart', {
              whole: variant.wholeUnits.length,
              part: variant.partCounties.length,
            }),
      note:
        variant.excludedCounties.length === 0
          ? undefined
          : t('region.excluded', { count: variant.excludedCounties.length }),
    },
    ...(variant.evidence === ''
      ? []
      : [{ label: t('region.evidence'), value: '', note: evidenceText(variant.evidence, language) }]),
  ];

  return (
    <>
      <InspectorHeader
        kind={t(region.kind, { ns: 'terms' })}
        name={pickName(region, language)}
        // A person gives an own region one name.
        other={isOwnRegion(region.id) ? '' : language === 'en' ? region.nameZh : region.nameEn}
        badge={
          region.maturity === null ? undefined : (
            <Badge variant="dot" color={`var(--atlas-${region.maturity})`} radius="sm" tt="none" fw={500}>
              {t(`maturity.${region.maturity}`, { ns: 'terms' })}
            </Badge>
          )
        }
      />
      <ShownFiguresSection id={variant.key} />
      {region.variants.length > 1 && (
        <PanelSection title={t('region.variant')}>
          <Select
            aria-label={t('region.variant')}
            data={region.variants.map(({ key, label, labelZh }) => ({
              value: key,
              label: language === 'en' ? label : labelZh,
            }))}
            value={variant.key}
            allowDeselect={false}
            onChange={(key) =>
              dispatch(chooseRegionVariant(region.id, key === null || key === current?.key ? null : key))
            }
          />
        </PanelSection>
      )}
      <PanelSection title={t('region.cores')}>
        <RegionCores region={region} units={units} />
      </PanelSection>
      <section style={{ padding: '4px 20px 12px' }}>
        <FactList facts={facts} />
      </section>
      <Members variant={variant} units={units} />
    </>
  );
}

function Members({
  variant,
  units,
}: {
  readonly variant: RegionVariant;
  readonly units: ReadonlyMap<string, AdminUnit>;
}) {
  const { t } = useTranslation(['inspector']);
  const language = useLanguage();
  const rows = variant.statisticalMembers.map((adcode) => {
    const unit = units.get(adcode);
    return {
      id: adcode,
      name: unit === undefined ? adcode : pickName(unit, language),
      figure: (
        <span style={{ color: 'var(--atlas-muted)', fontSize: 12 }}>
          {takesWhole(variant, adcode) ? t('region.whole') : t('region.part')}
        </span>
      ),
    };
  });
  return (
    <PanelSection title={t('region.membersHeading', { count: rows.length })}>
      <RowList
        label={t('region.members')}
        rows={rows}
        chosen={null}
        onChoose={(adcode) => dispatch(select({ kind: 'unit', adcode }))}
      />
    </PanelSection>
  );
}
