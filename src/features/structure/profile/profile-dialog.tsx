import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showStructure } from '../structure-view.ts';

export function ProfileDialog({ regionIds }: { readonly regionIds: readonly string[] }) {
  const { t } = useTranslation(['structure']);
  return (
    <Modal opened onClose={() => showStructure({ profiles: [] })} title={t('sheet.title')} fullScreen>
      {regionIds.join()}
    </Modal>
  );
}
