import { useTranslation } from 'react-i18next';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { BELOW_SCENES } from './below-scenes.ts';
import { ExportForm } from './export-form/export-form.tsx';

/** Exports in the briefing's panel. */
export function ExportSection() {
  const { t } = useTranslation('briefing');
  return (
    <PanelSection title={t('export')} anchor={BELOW_SCENES.export} isOffPaper>
      <ExportForm />
    </PanelSection>
  );
}
