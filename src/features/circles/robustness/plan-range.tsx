import { useTranslation } from 'react-i18next';
import type { PlanUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatShare } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';

/** The plan whose cores the circle starts from, held against every draw. */
export function PlanRange({ plan }: { readonly plan: PlanUncertainty }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const region = useArtefact('regions')?.find(({ id }) => id === plan.id);
  const share = (value: number) => formatShare(value, language);
  const figures = [
    { id: 'coverage', declared: plan.declared.coverage, spread: plan.coverage },
    { id: 'overlap', declared: plan.declared.overlapPeople, spread: plan.overlapPeople },
  ] as const;
  return (
    <PanelSection
      title={t('robustness.plan', {
        name: region === undefined ? plan.id : pickName(region, language),
      })}
    >
      <p className={classes.hint}>{t('robustness.planHint')}</p>
      <FactList
        facts={figures.map(({ id, declared, spread }) => ({
          label: t(`robustness.${id}`),
          value: t('robustness.between', {
            declared: share(declared),
            p5: share(spread.p5),
            p95: share(spread.p95),
          }),
        }))}
      />
    </PanelSection>
  );
}
