import { useTranslation } from 'react-i18next';
import { cancelAccessibility } from '#state/circles/accessibility.ts';
import { setAccessibilityShown } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import classes from '../circles.module.css';
import { usePresentAccessibility } from './use-present-accessibility.ts';

/** Where the circle is read while the map shows what every county reaches: says so, and how far that is, with a way back. */
export function AccessibilityStatus() {
  const { t } = useTranslation(['circles', 'terms']);
  const isShown = useProject(({ circles }) => circles.accessibility);
  const { progress } = usePresentAccessibility(isShown);
  if (!isShown) return null;
  return (
    <div className={classes.state}>
      {progress === null ? (
        <Notice
          kind="empty"
          title={t('access.onMap')}
          action={{ label: t('access.backToCircle'), onClick: () => dispatch(setAccessibilityShown(false)) }}
        />
      ) : (
        <Notice
          kind="loading"
          title={t('access.onItsWay')}
          action={{ label: t('run.cancel', { ns: 'terms' }), onClick: cancelAccessibility }}
        />
      )}
    </div>
  );
}
