import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportForm } from './export-form/export-form.tsx';

/** Exports from any workspace: the map as it stands there. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('briefing');
  return (
    <Modal opened onClose={onClose} title={t('export')} closeButtonProps={{ 'aria-label': t('print.close') }}>
      <ExportForm />
    </Modal>
  );
}
