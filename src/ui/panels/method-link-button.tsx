import { useTranslation } from 'react-i18next';
import { askedPaper, type PaperSection } from './asked-paper.ts';
import classes from './method-link.module.css';

/** The link of a panel to a section of a paper; see {@link PaperSection}. */
export function MethodLinkButton({ page, section }: PaperSection) {
  const { t } = useTranslation('keys');
  return (
    <button
      type="button"
      data-off-paper
      className={classes.link}
      onClick={() => askedPaper.setState({ asked: { page, section } })}
    >
      {t('guide.atSection', { page: t(`guide.pages.${page}`), section })}
    </button>
  );
}
