import { atlasData } from './atlas-data.ts';
import { projectStore } from './store.ts';
import { writeUrlState } from './url-state.ts';

/**
 * Where a table on the page comes from, for the sheet of sources beside it: data version, the state as in a share link, and
 * attribution, vintage and licence of every data file the page has loaded. The first row is the heading.
 */
export function tableOrigin(): readonly (readonly (string | null)[])[] {
  const { values } = atlasData.getState();
  const { manifest } = values;
  return [
    ['source', 'attribution', 'vintage', 'licence'],
    ['dataVersion', manifest?.dataVersion ?? null],
    ['link', `#${writeUrlState(projectStore.getState().document)}`],
    ...(manifest?.artefacts ?? [])
      .filter(({ id }) => Object.hasOwn(values, id))
      .map(({ id, attribution, vintage, licence }) => [id, attribution, vintage, licence]),
  ];
}
