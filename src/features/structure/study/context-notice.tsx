import { useTranslation } from 'react-i18next';
import { useDataState } from '#state/atlas-data.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';

const CONTEXT_DATA = ['context'] as const;

/** In place of what is published or printed elsewhere, while that is on its way or cannot be had: it is not known to be missing. */
export function ContextNotice() {
  const { t } = useTranslation(['structure']);
  return <DataNotice waiting={t('plans.waiting')} data={useDataState(CONTEXT_DATA)} />;
}
