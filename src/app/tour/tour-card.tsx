import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { travelTo } from '#state/camera-motion.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { clearSelection, enterWorkspace, select } from '#state/commands/view-commands.ts';
import { dispatch } from '#state/store.ts';
import { rememberTour } from './first-visit.ts';
import classes from './tour-card.module.css';

const CHENGYU = 'chengyu';
const CHENGDU = '510100';

/** What each step shows when asked; only steps of the view, and what undo takes back. */
const STEPS = [
  {
    id: 'look',
    show: () => {
      dispatch(enterWorkspace('structure'));
      dispatch(select({ kind: 'region', regionId: CHENGYU }));
      travelTo({ kind: 'bounds', bounds: [101.5, 27.5, 110, 33] });
    },
  },
  {
    id: 'ask',
    show: () => {
      dispatch(clearSelection());
      dispatch(setCircleOrigins([{ kind: 'unit', adcode: CHENGDU }]));
      dispatch(enterWorkspace('circles'));
      travelTo({ kind: 'bounds', bounds: [102.5, 29.2, 106.5, 32.2] });
    },
  },
  {
    id: 'tell',
    show: () => dispatch(enterWorkspace('briefing')),
  },
] as const;

/** Three steps that can be skipped at any time; the page stays usable beside them. */
export function TourCard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const step = STEPS[place] ?? STEPS[0];
  const isLast = place === STEPS.length - 1;
  const close = () => {
    rememberTour();
    onClose();
  };
  return (
    <section className={classes.card} aria-label={t('tour.label')} data-off-stage>
      <p className={classes.count}>{t('tour.step', { step: place + 1, count: STEPS.length })}</p>
      <div aria-live="polite">
        <h2 className={classes.title}>{t(`tour.${step.id}.title`)}</h2>
        <p className={classes.body}>{t(`tour.${step.id}.body`)}</p>
      </div>
      <Button variant="default" size="xs" fullWidth onClick={step.show}>
        {t(`tour.${step.id}.show`)}
      </Button>
      <Group justify="space-between" mt={8}>
        <Button variant="subtle" size="compact-xs" onClick={close}>
          {t('tour.skip')}
        </Button>
        <Button size="xs" onClick={() => (isLast ? close() : setPlace(place + 1))}>
          {t(isLast ? 'tour.done' : 'tour.next')}
        </Button>
      </Group>
    </section>
  );
}
