import { useTranslation } from 'react-i18next';
import type { Institution } from '#data/decode-context.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { SourceText } from '#ui/facts/source-text.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import type { RegionStudy } from '../study/use-region-study.ts';

const PLANS_DATA = ['context'] as const;

/** Levels and kinds that the table uses, with their words; others stay as printed. */
const LEVELS = ['national', 'provincial', 'city'] as const;
const KINDS = ['plan', 'body', 'agreement'] as const;

/** Plans and bodies of cooperation in the order of time; a plan that drew the extent anew shows it on the map. */
export function Institutions({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const context = useArtefact('context');
  const data = useDataState(PLANS_DATA);
  const { compared } = useStructureView();
  if (context === null) {
    return (
      <PanelSection title={t('plans.timeline')}>
        <DataNotice waiting={t('plans.waiting')} data={data} />
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
  /** The edition of the extent that a plan laid down. */
  const editionOf = ({ year, kind }: Institution) =>
    kind === 'plan' && study.region.variants.length > 1
      ? study.region.variants.find(({ planYear }) => planYear !== null && planYear === year)
      : undefined;
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
      wordOf={(column, code) => {
        if (column === 'level') return word(code, 'levels');
        return column === 'kind' ? word(code, 'kinds') : undefined;
      }}
    >
      {events.length === 0 ? (
        <p className={classes.note}>{t('plans.none')}</p>
      ) : (
        <ol className={classes.events}>
          {events.map((event) => {
            const { year, level, kind, titleZh, whatEn, whatZh, source } = event;
            const edition = editionOf(event);
            const isShown = edition !== undefined && compared.includes(edition.key);
            return (
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
                {edition !== undefined && (
                  <button
                    type="button"
                    className={classes.link}
                    aria-pressed={isShown}
                    onClick={() =>
                      showStructure({
                        compared: isShown
                          ? compared.filter((key) => key !== edition.key)
                          : [...compared, edition.key],
                      })
                    }
                  >
                    {t(isShown ? 'plans.hideExtent' : 'plans.showExtent', {
                      count: edition.statisticalMembers.length,
                    })}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </FigureBlock>
  );
}
