import { useTranslation } from 'react-i18next';
import { cancelUncertainty, useCircleUncertainty } from '#state/circles/circle-uncertainty.ts';
import { useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import classes from './circles.module.css';

/** While the map is to show how sure the circle is and that is still computed: said once, with a way out. */
export function CertaintyStatus() {
  const { t } = useTranslation('circles');
  const isShown = useProject(({ circles }) => circles.certainty);
  const { progress, isFresh } = useCircleUncertainty(isShown);
  if (!isShown || isFresh || progress === null) return null;
  return (
    <div className={classes.state}>
      <Notice
        kind="loading"
        title={t('robustness.onItsWay')}
        action={{ label: t('state.cancel'), onClick: cancelUncertainty }}
      />
    </div>
  );
}
