import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { departures, type Departure } from '#core/scoring/departures.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { returnToPaper } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { useSame } from '#state/use-same.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import type { ScoreSource } from '#state/score/use-score.ts';
import { LimitsSection } from './limits-section.tsx';
import { OptionFields } from './option-fields.tsx';
import { PublishedSection } from './published-section.tsx';
import { WeightsSection } from './weights-section.tsx';

/** Every option of the score, how the present setting departs from the paper, and the paper's numbers beside ours. */
export function MethodPage({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const year = useProject(({ integration }) => integration.year);
  const choices = useProject(({ integration }) => integration.options);
  const { weights: _weights, ...options } = choices;
  const set = scoresOfYear(result, year)?.reducedSet ?? null;
  const list = useSame(departures(result.options, set, result.panel.regions));
  return (
    <>
      <Departures list={list} />
      <LimitsSection result={result} source={source} />
      <OptionFields
        {...options}
        indicators={result.panel.indicators}
        definitions={source.table.definitions}
      />
      <WeightsSection result={result} source={source} />
      <PublishedSection result={result} source={source} />
    </>
  );
}

/** How the present setting departs from the paper, in a sentence. */
const Departures = memo(function Departures({ list }: { readonly list: readonly Departure[] }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const join = t('listJoin');
  const clauses = (ofPaper: boolean) =>
    list
      .filter((one) => one.fromPaper === ofPaper)
      .map(({ textZh, textEn }) => (language === 'en' ? textEn : textZh))
      .join(join);
  const fromPaper = clauses(true);
  const fromDefaults = clauses(false);
  return (
    <PanelSection title={t('page.method')} aside={<BackToPaper />}>
      <p className={classes.hint} style={{ color: 'var(--atlas-ink)' }} data-testid="departures">
        {fromPaper === '' ? t('isPaper') : t('departs', { list: fromPaper })}
        {fromDefaults !== '' && `${sentenceGap(language)}${t('departsDefaults', { list: fromDefaults })}`}
      </p>
      <Intro />
      <MethodLink page="method" section={2} />
    </PanelSection>
  );
});

const Intro = memo(function Intro() {
  const { t } = useTranslation(['integration']);
  return <p className={classes.hint}>{t('methodIntro')}</p>;
});

const BackToPaper = memo(function BackToPaper() {
  const { t } = useTranslation(['integration']);
  return (
    <Button variant="default" onClick={() => dispatch(returnToPaper())}>
      {t('backToPaper')}
    </Button>
  );
});
