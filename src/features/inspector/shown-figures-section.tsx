import { useTranslation } from 'react-i18next';
import { useShownFigures } from '#state/told/shown-figures.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';

/** The numbers behind the colour of what is selected; nothing where the map does not colour it. */
export function ShownFiguresSection({ id }: { readonly id: string }) {
  const { t } = useTranslation('inspector');
  const figures = useShownFigures()?.(id) ?? null;
  if (figures === null) return null;
  return (
    <PanelSection title={t('onThisMap')}>
      <FactList facts={figures} />
    </PanelSection>
  );
}
