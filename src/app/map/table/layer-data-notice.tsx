import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import { atlasData } from '#state/atlas-data.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { LAYER_ORIGINS, layerDataState } from './table-rows.ts';

/** Why cells of a layer's table may be empty that have a figure: a file that it is read from is on its way or did not load. */
export function LayerDataNotice({ layer }: { readonly layer: DataLayer }) {
  const { t } = useTranslation();
  const state = useStore(atlasData, ({ status }) => layerDataState(layer, status));
  if (state === 'there') return null;
  const retry = () => {
    for (const id of LAYER_ORIGINS[layer]) atlasData.getState().retry(id);
  };
  return <DataNotice waiting={t('data.loading')} data={{ hasFailed: state === 'failed', retry }} />;
}
