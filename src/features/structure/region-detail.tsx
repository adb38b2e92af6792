import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { clearSelection } from '#state/commands/view-commands.ts';
import { dispatch } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { CitiesPage } from './pages/cities-page.tsx';
import { HierarchyPage } from './pages/hierarchy-page.tsx';
import { IndustryPage } from './pages/industry-page.tsx';
import { MovementPage } from './pages/movement-page.tsx';
import { PlansPage } from './pages/plans-page.tsx';
import { TiesPage } from './pages/ties-page.tsx';
import { STRUCTURE_PAGES } from '#state/document/view-state.ts';
import { openRegion, showStructure, useStructureView } from './structure-view.ts';
import classes from './structure.module.css';
import { STUDY_DATA, useRegionStudy } from './study/use-region-study.ts';

const PAGES = {
  cities: CitiesPage,
  hierarchy: HierarchyPage,
  movement: MovementPage,
  ties: TiesPage,
  industry: IndustryPage,
  plans: PlansPage,
} as const;

function backToList(): void {
  // In this order, as in the list: the browser's entry that is left keeps what was open in it.
  dispatch(clearSelection());
  openRegion(null);
}

/** A region's structure, page by page. */
export function RegionDetail({ regionId }: { readonly regionId: string }) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const study = useRegionStudy(regionId);
  const regions = useArtefact('regions');
  const data = useDataState(STUDY_DATA);
  const known = regions?.find(({ id }) => id === regionId);
  const isUnknown = regions !== null && known === undefined;
  const { page } = useStructureView();
  if (study === null) {
    return (
      <div style={{ padding: '12px 20px' }}>
        <button type="button" className={classes.link} onClick={backToList}>
          ← {t('back')}
        </button>
        {known !== undefined && <h2 className={classes.name}>{pickName(known, language)}</h2>}
        {isUnknown ? (
          <Notice kind="empty" title={t('noSuchRegion', { id: regionId })} />
        ) : (
          <DataNotice waiting={t('computing')} data={data} />
        )}
      </div>
    );
  }
  const { region, variant } = study;
  const Page = PAGES[page];
  return (
    <>
      <header className={classes.head}>
        <div data-off-paper className={classes.headLine}>
          <button type="button" className={classes.link} onClick={backToList}>
            ← {t('back')}
          </button>
          <button
            type="button"
            className={classes.link}
            onClick={() => showStructure({ profiles: [regionId] })}
          >
            {t('profile')}
          </button>
        </div>
        <h2 className={classes.name}>{pickName(region, language)}</h2>
        <p className={classes.sub}>
          {[
            region.maturity === null
              ? t(region.kind, { ns: 'terms' })
              : t(`maturity.${region.maturity}`, { ns: 'terms' }),
            language === 'en' ? variant.label : variant.labelZh,
            t('members', { count: variant.statisticalMembers.length }),
          ].join(' · ')}
        </p>
        <SegmentedControl
          fullWidth
          aria-label={t('pages.label')}
          // As wide as their words: with six alike the longest would touch its neighbours.
          styles={{ label: { paddingInline: 2 }, control: { flex: '1 1 auto' } }}
          data={STRUCTURE_PAGES.map((value) => ({ value, label: t(`pages.${value}`) }))}
          value={page}
          onChange={(value) => {
            const next = STRUCTURE_PAGES.find((each) => each === value);
            if (next !== undefined) showStructure({ page: next, pair: null });
          }}
        />
      </header>
      <Page study={study} />
    </>
  );
}
