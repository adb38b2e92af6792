import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showStructure, useStructureView } from '../structure-view.ts';

/** Draws the Hu line on the map or takes it away. */
export function HuLineSwitch() {
  const { t } = useTranslation(['structure']);
  const { huLine } = useStructureView();
  return (
    <Checkbox
      mb={10}
      label={t('movement.huShow')}
      checked={huLine}
      onChange={(event) => showStructure({ huLine: event.currentTarget.checked })}
    />
  );
}
