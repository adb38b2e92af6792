import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useArtefact } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { useStationName } from '#state/station-names.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';

/** Tells assistive technology what is selected now, wherever it was selected: on the map, in a list, by arrow keys. */
export function SelectionAnnouncer() {
  const language = useLanguage();
  const selection = useProject(({ view }) => view.selection);
  const units = useArtefact('units');
  const regions = useArtefact('regions');
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links');
  const isCounty =
    selection.kind === 'unit' && units?.units.every(({ adcode }) => adcode !== selection.adcode) === true;
  const counties = useArtefact('units-county', isCounty);
  const stationName = useStationName();
  const named = useMemo(() => {
    switch (selection.kind) {
      case 'unit':
        return [...(units?.units ?? []), ...(counties?.units ?? [])].find(
          ({ adcode }) => adcode === selection.adcode,
        );
      case 'region':
        return regions?.find(({ id }) => id === selection.regionId);
      case 'line':
        return lines?.find(({ id }) => id === selection.lineId);
      case 'link':
        return links?.find(({ id }) => id === selection.linkId);
      case 'station':
        return { nameZh: selection.name, nameEn: stationName(selection.name) };
      case 'none':
      case 'point':
        return undefined;
    }
    return selection satisfies never;
  }, [selection, units, counties, regions, lines, links, stationName]);
  return (
    <VisuallyHidden role="status" data-testid="selected-name">
      {named === undefined ? '' : pickName(named, language)}
    </VisuallyHidden>
  );
}
