import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { RegionVariant } from '#core/geography/region.ts';
import { evidenceText } from '#ui/facts/region-words.ts';
import { formatAreaKm2, formatCompact } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { useCityName } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** Colours of the editions' outlines, as on the map. */
const VARIANT_COLOURS = ['ink', 'mature', 'flow', 'nurturing'] as const;
const VARIANT_DASHES = ['none', '6 3', '2 3', '10 3 2 3'] as const;

/** Cities that an edition has more and fewer than the present one. */
function differenceOf(
  { statisticalMembers }: RegionVariant,
  current: RegionVariant | undefined,
): { readonly added: readonly Adcode[]; readonly removed: readonly Adcode[] } {
  const present = current?.statisticalMembers ?? statisticalMembers;
  return {
    added: statisticalMembers.filter((adcode) => !present.includes(adcode)),
    removed: present.filter((adcode) => !statisticalMembers.includes(adcode)),
  };
}

/** The editions of a region's extent: to lay over one another on the map, and what each has more or less than the present one. */
export function PlanVariants({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { compared } = useStructureView();
  const { variants } = study.region;
  const [current] = variants;
  const labelOf = (variant: typeof study.variant) => (language === 'en' ? variant.label : variant.labelZh);
  return (
    <FigureBlock
      title={t('plans.variants')}
      note={t(variants.length > 1 ? 'plans.variantsNote' : 'plans.single')}
      fileName={`${study.region.id}-editions`}
      rows={() => [
        [
          'key',
          'label',
          'plan',
          'plan_year',
          'cities',
          'area_km2',
          'population',
          'added',
          'removed',
          'evidence',
        ],
        ...variants.map((variant) => {
          const { added, removed } = differenceOf(variant, current);
          return [
            variant.key,
            labelOf(variant),
            variant.plan,
            variant.planYear,
            variant.statisticalMembers.length,
            variant.areaKm2,
            variant.population2020,
            added.map(nameOf).join(' '),
            removed.map(nameOf).join(' '),
            evidenceText(variant.evidence, language),
          ];
        }),
      ]}
    >
      {variants.map((variant, step) => {
        const { added, removed } = differenceOf(variant, current);
        const isShown = compared.includes(variant.key);
        const label = current === undefined ? '' : labelOf(current);
        return (
          <div key={variant.key} className={classes.variant}>
            <Checkbox
              aria-label={labelOf(variant)}
              checked={isShown}
              onChange={() =>
                showStructure({
                  compared: isShown
                    ? compared.filter((key) => key !== variant.key)
                    : [...compared, variant.key],
                })
              }
            />
            <svg width={24} height={10} aria-hidden="true">
              <line
                x1={0}
                x2={24}
                y1={5}
                y2={5}
                stroke={`var(--structure-${VARIANT_COLOURS[step % 4] ?? 'ink'})`}
                strokeWidth={2.4}
                strokeDasharray={VARIANT_DASHES[step % 4]}
              />
            </svg>
            <span>{labelOf(variant)}</span>
            <span className={classes.variantDetail}>
              {[
                variant.planYear === null ? null : String(variant.planYear),
                t('members', { count: variant.statisticalMembers.length }),
                formatAreaKm2(variant.areaKm2, language),
                variant.population2020 === null ? null : formatCompact(variant.population2020, language),
              ]
                .filter((part) => part !== null)
                // A figure stays with its unit.
                .map((part) => part.replaceAll(' ', '\u00A0'))
                .join(' · ')}
              {variant.plan !== null && (
                <>
                  <br />
                  <span lang="zh-CN">{variant.plan}</span>
                </>
              )}
              {variant !== current && (
                <>
                  {added.length > 0 && (
                    <>
                      <br />
                      {t('plans.added', { label, names: listed(added.map(nameOf), language) })}
                    </>
                  )}
                  {removed.length > 0 && (
                    <>
                      <br />
                      {t('plans.removed', { label, names: listed(removed.map(nameOf), language) })}
                    </>
                  )}
                  {added.length + removed.length === 0 && (
                    <>
                      <br />
                      {t('plans.same', { label })}
                    </>
                  )}
                </>
              )}
            </span>
          </div>
        );
      })}
    </FigureBlock>
  );
}
