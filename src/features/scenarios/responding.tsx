import { useTranslation } from 'react-i18next';
import { EXTRA_INDICATORS } from '#core/indicators/paper-indicators.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { useProject } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './scenarios.module.css';

const MODELLED = EXTRA_INDICATORS.filter(({ provenance }) => provenance === 'modelled');

/** Plain lists of what a scenario changes and of what it does not because it is observed. */
export function Responding({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const mode = useProject(({ circles }) => circles.mode);
  const isPaper = useProject(({ integration }) => integration.preset === 'paper');
  const definitions = useArtefact('indicators')?.table.definitions;
  const moves = scenario.edits.some(({ type }) => type === 'move-member');
  const travels = scenario.edits.some(({ type }) => type !== 'move-member');
  const observed = [...(definitions?.values() ?? [])].map((definition) => pickName(definition, language));
  return (
    <PanelSection title={t('responds')}>
      <p className={classes.hint}>{t('respondsYes')}</p>
      <ul className={classes.responds}>
        {travels && <li>{t('responding.circles', { mode: t(`mode.${mode}`, { ns: 'terms' }) })}</li>}
        {travels && <li>{t('responding.matrix')}</li>}
        {travels && <li>{t('responding.gravity')}</li>}
        <li>
          {t('responding.indicators', {
            names: MODELLED.map((each) => pickName(each, language)).join(language === 'en' ? '; ' : '、'),
          })}
        </li>
        {travels && <li>{t(isPaper ? 'responding.paperScores' : 'responding.scores')}</li>}
        {moves && <li>{t('responding.members')}</li>}
      </ul>
      {definitions !== undefined && (
        <details>
          <summary className={classes.hint}>
            {t('respondsNo')} {observed.length}
          </summary>
          <p className={classes.hint}>{observed.join(language === 'en' ? '; ' : '、')}</p>
        </details>
      )}
    </PanelSection>
  );
}
