import { Button, Checkbox, Popover } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { setLayerVisible, setMaturities, setRailCategories } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { LayersIcon } from '#ui/icons/icons.tsx';
import { workspaceEntries } from '../workspaces.tsx';
import { MATURITIES, RAIL_CATEGORIES, toggled } from './map-choices.ts';
import { MapMoves } from './map-moves.tsx';
import { OwnShapeSwitches } from './own-shape-switches.tsx';
import classes from './map-area.module.css';

/** Switches of the present workspace's layers, of agglomeration types and of kinds of railway; and the map moved by clicks. */
export const LayerMenu = memo(function LayerMenu() {
  const { t } = useTranslation(['app', 'terms']);
  const workspace = useProject(({ view }) => view.workspace);
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const maturities = useProject(({ view }) => view.maturities);
  const categories = useProject(({ view }) => view.railCategories);
  return (
    <div data-off-stage data-under-panels>
      <Popover position="bottom-start" width={250} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" className={classes.layerButton ?? ''} leftSection={<LayersIcon />} h={34}>
            {t('layers.title')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown pt={0} className={classes.layerList ?? ''}>
          <fieldset className={classes.group} aria-label={t('layers.title')}>
            {workspaceEntries[workspace].layers.map((layer) => (
              <Checkbox
                key={layer}
                label={t(`layers.${layer}`)}
                checked={layers[layer]}
                onChange={() => dispatch(setLayerVisible(workspace, layer, !layers[layer]))}
              />
            ))}
          </fieldset>
          {layers.agglomerations && (
            <fieldset className={classes.group}>
              <legend className={classes.legendTitle}>{t('layers.types')}</legend>
              {MATURITIES.map((maturity) => (
                <Checkbox
                  key={maturity}
                  label={t(`maturity.${maturity}`, { ns: 'terms' })}
                  color={`var(--atlas-${maturity})`}
                  checked={maturities.includes(maturity)}
                  onChange={() => dispatch(setMaturities(toggled(MATURITIES, maturities, maturity)))}
                />
              ))}
            </fieldset>
          )}
          {layers.rail && (
            <fieldset className={classes.group}>
              <legend className={classes.legendTitle}>{t('layers.railKinds')}</legend>
              {RAIL_CATEGORIES.map((category) => (
                <Checkbox
                  key={category}
                  label={t(`category.${category}`, { ns: 'terms' })}
                  checked={categories.includes(category)}
                  onChange={() => dispatch(setRailCategories(toggled(RAIL_CATEGORIES, categories, category)))}
                />
              ))}
            </fieldset>
          )}
          <OwnShapeSwitches />
          <fieldset className={classes.group}>
            <legend className={classes.legendTitle}>{t('map.moves.label')}</legend>
            <MapMoves />
          </fieldset>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
});
