import { useTranslation } from 'react-i18next';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { SectionJumps } from '#ui/panels/section-jumps.tsx';
import { scrollToSection, SECTIONS, type Section } from './sections.ts';

/** The way to what stands below the list of regions. */
export function StructureJumps() {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const titles = {
    metros: t('metros'),
    frame: t('frame.title'),
    growth: t('growth.title'),
    yardsticks: t('yardsticks.title'),
    moran: t('moran.title'),
    circulation: t('circulation.title'),
  };
  return (
    <SectionJumps
      label={t('jumps')}
      columns={language === 'en' ? 2 : 3}
      targets={(Object.keys(SECTIONS) as Section[]).map((key) => ({
        key,
        title: titles[key],
        anchor: SECTIONS[key],
      }))}
      onJump={scrollToSection}
    />
  );
}
