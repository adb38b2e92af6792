import { useTranslation } from 'react-i18next';
import { scrollToSection, SECTIONS, type Section } from './sections.ts';
import classes from './structure.module.css';

/** The way to what stands below the list, which is long. */
export function SectionJumps() {
  const { t } = useTranslation(['structure']);
  const titles = {
    metros: t('metros'),
    frame: t('frame.title'),
    growth: t('growth.title'),
    yardsticks: t('yardsticks.title'),
    moran: t('moran.title'),
    circulation: t('circulation.title'),
  };
  return (
    <nav data-off-paper className={classes.jumps} aria-label={t('jumps')}>
      {(Object.keys(SECTIONS) as Section[]).map((key) => (
        <button key={key} type="button" className={classes.jump} onClick={() => scrollToSection(key)}>
          {titles[key]}
        </button>
      ))}
    </nav>
  );
}
