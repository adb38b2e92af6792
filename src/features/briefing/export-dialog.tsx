import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { ExportForm } from './export-form/export-form.tsx';

/** Exports from any workspace: the map as it stands there. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation('briefing');
  const [isPrinting, setPrinting] = useState(false);
  return (
    <Modal
      opened
      closeOnEscape={!isPrinting}
      onClose={onClose}
      title={t('export')}
      closeButtonProps={{ 'aria-label': t('print.close') }}
    >
      <ExportForm onPrinting={setPrinting} />
    </Modal>
  );
}
