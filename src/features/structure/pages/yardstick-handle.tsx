import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { placeYardstick } from '#state/commands/view-commands.ts';
import type { PlacedYardstick } from '#state/document/view-state.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { handleStep } from '#ui/keyboard/shortcuts.ts';
import { showStructure } from '../structure-view.ts';
import classes from '../structure.module.css';
import { yardstickAfterStep } from '../study/place-yardsticks.ts';

/** Moves a yardstick with the arrow keys as the pointer drags it: the outline follows, one step of the history when let go. */
export function YardstickHandle({
  yardstick,
  name,
}: {
  readonly yardstick: PlacedYardstick;
  readonly name: string;
}) {
  const { t } = useTranslation(['structure']);
  const moving = useRef<PlacedYardstick | null>(null);
  const letGo = (): void => {
    const moved = moving.current;
    moving.current = null;
    if (moved === null) return;
    showStructure({ draggedYardstick: null });
    dispatch(placeYardstick(projectStore.getState().document.view.yardsticks, moved.id, moved.at));
  };
  return (
    <button
      type="button"
      className={classes.handle}
      aria-label={t('yardsticks.move', { name })}
      onKeyDown={(event) => {
        const step = handleStep(event);
        if (step === null) return;
        event.preventDefault();
        const from = moving.current ?? yardstick;
        moving.current = { id: yardstick.id, at: yardstickAfterStep(from.at, step) };
        showStructure({ draggedYardstick: moving.current });
      }}
      onKeyUp={letGo}
      onBlur={letGo}
    >
      {t('yardsticks.keys')}
    </button>
  );
}
