import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toggleMember } from '#core/geography/own-region-members.ts';
import type { MapPart } from '#map/map-part.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { changeOwnRegion } from '#state/commands/own-region-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { drawMembership, withBordersOf } from './membership-drawing.ts';
import { useRegionEditor } from './region-editor-state.ts';

/** While an own region is edited on the map: its members drawn, a click takes a unit in or out. `null` otherwise. */
export function useMembershipPart(): MapPart | null {
  const { t } = useTranslation(['integration']);
  const theme = useShownTheme();
  const edited = useRegionEditor(({ isOpen, regionId }) => (isOpen ? regionId : null));
  const picks = useRegionEditor((state) => state.picks);
  const isHere = useProject(({ view }) => view.workspace === 'integration');
  const region = useProject(({ ownRegions }) => ownRegions.find(({ id }) => id === edited));
  const wants = isHere && region !== undefined && picks !== 'none';
  const layers = useProject(({ view }) => view.layers.integration);
  const visible = useMemo(() => (picks === 'none' ? layers : withBordersOf(picks, layers)), [layers, picks]);
  // Without the counties a click could not tell what it takes in or out.
  const counties = useArtefact('units-county', wants)?.units ?? null;
  return useMemo(() => {
    if (!wants || counties === null) return null;
    return {
      model: {
        visible,
        choropleth: drawMembership(region, picks, counties, theme, {
          title: t('ownRegion.mapTitle', { name: region.name }),
          outside: t('ownRegion.mapOutside'),
          part: t('ownRegion.mapPart'),
          whole: t('ownRegion.mapWhole'),
          note: t(`ownRegion.pickHint.${picks}`),
        }),
      },
      onSelect: ({ targets }) => {
        const hit = targets.find(({ kind }) => kind === picks);
        const { ownRegions } = projectStore.getState().document;
        const index = ownRegions.findIndex(({ id }) => id === region.id);
        const now = ownRegions[index];
        if (hit === undefined || !('adcode' in hit) || now === undefined) return false;
        const { wholeUnits, partCounties, cores } = toggleMember(now, hit.adcode, counties);
        dispatch(changeOwnRegion(index, { wholeUnits, partCounties, cores }));
        return true;
      },
    };
  }, [wants, region, picks, counties, visible, theme, t]);
}
