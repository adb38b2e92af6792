import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import { SourceText } from '#ui/facts/source-text.tsx';
import { formatAreaKm2, formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { useCityName } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** Colours of the editions' outlines, as on the map. */
const VARIANT_COLOURS = ['ink', 'mature', 'flow', 'nurturing'] as const;
const VARIANT_DASHES = ['none', '6 3', '2 3', '10 3 2 3'] as const;

/** Editions of the region's extent to lay over one another, and the timeline of plans and bodies. */
export function PlansPage({ study }: { readonly study: RegionStudy }) {
  return (
    <>
      <Variants study={study} />
      <Institutions study={study} />
    </>
  );
}

function Variants({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { compared } = useStructureView();
  const { variants } = study.region;
  const [current] = variants;
  const labelOf = (variant: typeof study.variant) => (language === 'en' ? variant.label : variant.labelZh);
  const separator = language === 'en' ? ', ' : '、';
  return (
    <PanelSection title={t('plans.variants')}>
      <p className={classes.note}>{t(variants.length > 1 ? 'plans.variantsNote' : 'plans.single')}</p>
      {variants.map((variant, step) => {
        const added = variant.statisticalMembers.filter(
          (adcode) => current?.statisticalMembers.includes(adcode) === false,
        );
        const removed = (current?.statisticalMembers ?? []).filter(
          (adcode) => !variant.statisticalMembers.includes(adcode),
        );
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
                .join(' · ')}
              {variant !== current && (
                <>
                  {added.length > 0 && (
                    <>
                      <br />
                      {t('plans.added', { label, names: added.map(nameOf).join(separator) })}
                    </>
                  )}
                  {removed.length > 0 && (
                    <>
                      <br />
                      {t('plans.removed', { label, names: removed.map(nameOf).join(separator) })}
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
    </PanelSection>
  );
}

/** Levels and kinds that the table uses, with their words; others stay as printed. */
const LEVELS = ['national', 'provincial', 'city'] as const;
const KINDS = ['plan', 'body', 'agreement'] as const;

function Institutions({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const context = useArtefact('context');
  if (context === null) {
    return (
      <PanelSection title={t('plans.timeline')}>
        <Notice kind="loading" title={t('plans.waiting')} />
      </PanelSection>
    );
  }
  const events = context.institutions
    .filter(({ agglomeration }) => agglomeration === study.region.id)
    .toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
  const word = (printed: string, group: 'levels' | 'kinds') => {
    const level = LEVELS.find((each) => each === printed);
    const kind = KINDS.find((each) => each === printed);
    if (group === 'levels') return level === undefined ? printed : t(`plans.levels.${level}`);
    return kind === undefined ? printed : t(`plans.kinds.${kind}`);
  };
  return (
    <FigureBlock
      title={t('plans.timeline')}
      fileName={`${study.region.id}-institutions`}
      rows={() => [
        ['year', 'level', 'kind', 'title', 'what_en', 'what_zh', 'source'],
        ...events.map(({ year, level, kind, titleZh, whatEn, whatZh, source }) => [
          year,
          level,
          kind,
          titleZh,
          whatEn,
          whatZh,
          source,
        ]),
      ]}
    >
      {events.length === 0 ? (
        <p className={classes.note}>{t('plans.none')}</p>
      ) : (
        <ol className={classes.events}>
          {events.map(({ year, level, kind, titleZh, whatEn, whatZh, source }) => (
            <li key={`${year}${titleZh}`} className={classes.event} data-kind={kind}>
              <div className={classes.eventHead}>
                <span>{year ?? t('plans.undated')}</span>
                <span>
                  {word(level, 'levels')} · {word(kind, 'kinds')}
                </span>
              </div>
              {titleZh}
              <div className={classes.muted} style={{ fontSize: 12, lineHeight: '17px' }}>
                {language === 'en' ? whatEn : whatZh}
                <br />
                <SourceText text={source} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </FigureBlock>
  );
}
