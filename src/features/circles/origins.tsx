import { useEffect } from 'react';
import { Button, CloseButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useUnits } from '#state/atlas-data.ts';
import { travelTo } from '#state/camera-motion.ts';
import { removeCircleOrigin, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { destinationOfOrigins } from '#state/search/place-destinations.ts';
import { dispatch, useProject } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { deedOf } from '#ui/keyboard/shortcuts.ts';
import classes from './circles.module.css';
import { circlesPanel } from './circles-panel-state.ts';
import { originName } from './origin-names.ts';
import { OriginSets } from './origin-sets.tsx';

/** More stand in two columns, and go all at once. */
const FEW_ORIGINS = 4;

/** The origins by name, and the ways to choose others. */
export function Origins() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const origins = useProject(({ circles }) => circles.origins);
  const picking = useStore(circlesPanel, (state) => state.picking);
  const units = useUnits();
  useEffect(() => {
    if (picking === null) return undefined;
    // Before the key would let go of what is selected.
    const giveUp = (event: KeyboardEvent): void => {
      if (deedOf('onMap', event) !== 'stopPlacing') return;
      event.preventDefault();
      circlesPanel.setState({ picking: null });
    };
    window.addEventListener('keydown', giveUp, { capture: true });
    return () => window.removeEventListener('keydown', giveUp, { capture: true });
  }, [picking]);
  return (
    <>
      <div className={origins.length > FEW_ORIGINS ? classes.manyOrigins : undefined}>
        {origins.map((origin, index) => {
          const name = originName(origin, units, language);
          return (
            <Group key={`${index}:${name}`} justify="space-between" wrap="nowrap" gap={4} fz={13}>
              <button
                type="button"
                className={classes.origin}
                aria-label={`${name} · ${t('seeOrigin')}`}
                title={t('seeOrigin')}
                onClick={() => {
                  const at = origin.kind === 'unit' ? units.get(origin.adcode)?.seat : origin.at;
                  const destination = at === undefined ? null : destinationOfOrigins([at]);
                  if (destination !== null) travelTo(destination);
                }}
              >
                {name}
              </button>
              <CloseButton
                size="sm"
                aria-label={`${t('remove')} ${name}`}
                onClick={() => dispatch(removeCircleOrigin(index))}
              />
            </Group>
          );
        })}
      </div>
      {origins.length === 0 && <p className={classes.hint}>{t('noOrigin')}</p>}
      {origins.length > FEW_ORIGINS && (
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          data-off-paper
          onClick={() => dispatch(setCircleOrigins([]))}
        >
          {t('removeAll')}
        </Button>
      )}
      {picking === null ? (
        <Group gap={8} mt={8} grow>
          <Button variant="default" px={8} onClick={() => circlesPanel.setState({ picking: 'replace' })}>
            {t('pick')}
          </Button>
          {origins.length > 0 && (
            <Button variant="default" px={8} onClick={() => circlesPanel.setState({ picking: 'add' })}>
              {t('pickMore')}
            </Button>
          )}
        </Group>
      ) : (
        <Group justify="space-between" mt={8} fz={13} wrap="nowrap" role="status">
          <span>{t('picking')}</span>
          <Button variant="default" flex="none" onClick={() => circlesPanel.setState({ picking: null })}>
            {t('pickCancel')}
          </Button>
        </Group>
      )}
      <OriginSets />
      {origins.length > 0 && (
        <p data-off-paper className={classes.hint}>
          {t('originHint')}
        </p>
      )}
    </>
  );
}
