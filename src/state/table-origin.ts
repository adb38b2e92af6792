import type { ArtefactId } from '#data/artefact-values.ts';
import { ENGINE_VERSION } from '#core/reproduction/engine-version.ts';
import { atlasData } from './atlas-data.ts';
import { receiptOf } from './told/receipt-of.ts';
import { projectStore } from './store.ts';
import { writeUrlState } from './link/url-state.ts';

/**
 * Where a table on the page comes from, for the sheet of sources beside it: data version, the state as in a share link, and
 * attribution, vintage and licence of every data file the page has loaded, and the receipt of what the map shows. The first row is the heading.
 */
export function tableOrigin(): readonly (readonly (string | null)[])[] {
  const { values } = atlasData.getState();
  const { manifest } = values;
  const { document } = projectStore.getState();
  return [
    ['source', 'attribution', 'vintage', 'licence'],
    ['dataVersion', manifest?.dataVersion ?? null],
    ['engineVersion', ENGINE_VERSION],
    ['link', `#${writeUrlState(document)}`],
    ...(manifest?.artefacts ?? [])
      .filter(({ id }) => Object.hasOwn(values, id))
      .map(({ id, attribution, vintage, licence }) => [id, attribution, vintage, licence]),
    ['receipt', JSON.stringify(receiptOf(document, manifest ?? null))],
  ];
}

/** Attribution and vintage of data files, as the manifest says them. */
export function originsOf(
  ids: readonly ArtefactId[],
): readonly { readonly attribution: string; readonly vintage: string }[] {
  const artefacts = atlasData.getState().values.manifest?.artefacts ?? [];
  return artefacts.filter(({ id }) => (ids as readonly string[]).includes(id));
}
