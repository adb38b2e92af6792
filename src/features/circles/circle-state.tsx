import { Button, Loader, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cancelCircles, recomputeCircles, type CircleResults } from '#state/circles/circle-results.ts';
import { circleOpening } from '#state/circles/circle-worker.ts';
import { useTravelFilesBeingRead } from '#state/travel-files/travel-files.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import classes from './circles.module.css';
import { circlesPanel } from './circles-panel-state.ts';
import { type CircleRemedy, remedyOf, useCircleFailure } from './use-circle-failure.ts';

/** What the button below a failure does. */
const REMEDIES: Readonly<Record<CircleRemedy, () => void>> = {
  retry: recomputeCircles,
  pick: () => circlesPanel.setState(({ tried }) => ({ picking: tried })),
  parameters: () => circlesPanel.setState({ page: 'parameters' }),
};

/** How the computation stands: loading with progress, under way, failed with what to do. */
export function CircleState({ results }: { readonly results: CircleResults }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const textOf = useCircleFailure();
  const opening = useStore(circleOpening, ({ progress }) => progress);
  const isReading = useTravelFilesBeingRead();
  const { isComputing, failure, answer } = results;
  if (failure !== null) {
    const { message, nextStep } = textOf(failure);
    const remedy = remedyOf(failure);
    return (
      <div className={classes.state}>
        <Notice
          kind="failed"
          title={message}
          action={{ label: t(`state.${remedy}`), onClick: REMEDIES[remedy] }}
        >
          {nextStep} {answer !== null && t('state.kept')}
        </Notice>
      </div>
    );
  }
  if (!isComputing) return null;
  // A circle takes milliseconds: only what takes longer is told.
  if (opening === null && answer !== null && !isReading) return null;
  const share = opening === null || Number.isNaN(opening.total) ? null : opening.done / opening.total;
  return (
    <div className={classes.state} role="status">
      <div className={classes.status}>
        <Loader size={14} color="gray" />
        <span className={classes.statusWords}>
          {opening === null
            ? t(isReading ? 'state.readingFiles' : 'state.computing')
            : `${t('state.opening')} · ${formatNumber(opening.done / 1e6, language, 1)}${share === null ? '' : ` / ${formatNumber(opening.total / 1e6, language, 1)}`} MB`}
        </span>
        <Button variant="default" onClick={cancelCircles}>
          {t('state.cancel')}
        </Button>
      </div>
      {share !== null && <Progress size={3} value={share * 100} aria-label={t('state.opening')} />}
    </div>
  );
}
