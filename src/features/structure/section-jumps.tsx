import { useTranslation } from 'react-i18next';
import classes from './structure.module.css';

/** Sections under the list of agglomerations, by the ids of their elements. */
export const SECTIONS = {
  metros: 'structure-metros',
  frame: 'structure-frame',
  growth: 'structure-growth',
  yardsticks: 'structure-yardsticks',
  moran: 'structure-moran',
  circulation: 'structure-circulation',
} as const;

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
    <nav className={classes.jumps} aria-label={t('jumps')}>
      {(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((key) => (
        <button
          key={key}
          type="button"
          className={classes.jump}
          onClick={() => document.getElementById(SECTIONS[key])?.scrollIntoView({ block: 'start' })}
        >
          {titles[key]}
        </button>
      ))}
    </nav>
  );
}
