import { NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { circlesPanel } from '#features/circles/circles-panel-state.ts';
import { useProject } from '#state/store.ts';
import { askedPaper } from '#ui/panels/asked-paper.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { openDialog } from '../shell/open-dialog.ts';
import { guidePageAt, loadHelpPage } from './guide-page.ts';
import { GUIDE_PAGES, helpPlaceOf, METHOD_PAGES, type GuidePage, type HelpPage } from './help-pages.ts';
import classes from './help.module.css';

type Loaded = { readonly page: HelpPage; readonly language: string; readonly html: string | null } | null;

/** A page that a person chose, with a section to go to, as long as the page of the place they are at is `within`. */
interface Chosen {
  readonly page: HelpPage;
  readonly section: number | null;
  readonly within: GuidePage;
}

/** The user's guide, open at the present workspace or dialog, and the papers on the method; links between their pages stay inside. */
export function GuideReader() {
  const { t } = useTranslation(['app', 'keys']);
  const workspace = useProject(({ view }) => view.workspace);
  const language = useProject(({ view }) => view.language);
  const dialog = useStore(openDialog, (state) => state.dialog);
  const circlesPage = useStore(circlesPanel, (state) => state.page);
  const here = guidePageAt(workspace, dialog, circlesPage);
  const [chosen, setChosen] = useState<Chosen | null>(() => {
    const { asked } = askedPaper.getState();
    return asked === null ? null : { ...asked, within: here };
  });
  const [loaded, setLoaded] = useState<Loaded>(null);
  // A choice holds until the person goes elsewhere.
  const page = chosen?.within === here ? chosen.page : here;
  const open = (next: HelpPage, section: number | null = null) =>
    setChosen({ page: next, section, within: here });
  const article = useRef<HTMLElement>(null);

  useEffect(() => {
    const done = () => askedPaper.setState({ asked: null });
    done();
    return askedPaper.subscribe(({ asked }) => {
      if (asked === null) return;
      setChosen({ ...asked, within: here });
      done();
    });
  }, [here]);

  const item = (value: HelpPage) => ({ value, label: t(`keys:guide.pages.${value}`) });

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const html = await loadHelpPage(page, language);
      if (isCurrent) setLoaded({ page, language, html });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [page, language]);

  const follow = (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    const next = helpPlaceOf(link.getAttribute('href') ?? '');
    if (next !== null) open(next.page ?? page, next.section);
  };

  const isShown = loaded !== null && loaded.page === page && loaded.language === language;
  // Each choice of a section goes there once, also of the section that was chosen before.
  useEffect(() => {
    if (!isShown || chosen === null || chosen.page !== page || chosen.section === null) return;
    const heading = article.current?.querySelector<HTMLElement>(`#section-${chosen.section}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [isShown, chosen, page]);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('keys:guide.page')}
        value={page}
        data={[
          { group: t('keys:guide.title'), items: GUIDE_PAGES.map(item) },
          { group: t('keys:guide.method'), items: METHOD_PAGES.map(item) },
        ]}
        onChange={(event) => open(event.currentTarget.value as HelpPage)}
      />
      {!isShown && <Notice kind="loading" title={t('data.loading')} />}
      {isShown && loaded.html === null && (
        <Notice kind="failed" title={t('keys:guide.failed')}>
          {t('keys:guide.failedNext')}
        </Notice>
      )}
      {isShown && loaded.html !== null && (
        // Made of our own files when the app was built (app/build/guide-pages.ts): nothing of anybody's data is in it.
        // oxlint-disable-next-line react/no-danger, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <article
          ref={article}
          className={classes.guide}
          lang={language}
          onClick={follow}
          dangerouslySetInnerHTML={{ __html: loaded.html }}
        />
      )}
    </>
  );
}
