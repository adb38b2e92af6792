import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { variantOf, type Maturity, type Region } from '#core/geography/region.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { select } from '#state/commands/view-commands.ts';
import { afterFirstPicture } from '#state/first-picture.ts';
import { travelToPlace } from '#state/selection-in-view.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatAreaKm2, formatCompact, formatPrintedDate } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { ColourMark } from '#ui/panels/colour-mark.tsx';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { RowList, type Row } from '#ui/panels/row-list.tsx';
import { StructureJumps } from './structure-jumps.tsx';
import { SECTIONS } from './sections.ts';
import { openRegion, useStructureView } from './structure-view.ts';

const MATURITIES: readonly Maturity[] = ['mature', 'developing', 'nurturing'];

const LISTED_DATA = ['regions'] as const;

/** Colour of an agglomeration's outline on the map: by type, an own one has none. */
function colourOf({ maturity }: Region): string {
  return `var(--atlas-${maturity ?? 'ink'})`;
}

/** The list of regions, or the structure of the one that was chosen here, on the map or by search. */
export function StructurePanel() {
  const selection = useProject(({ view }) => view.selection);
  const { regionId, profiles } = useStructureView();
  // A city chosen in the detail goes to the inspector and leaves the detail open.
  const selected = selection.kind === 'region' ? selection.regionId : null;
  useEffect(() => {
    if (selected !== null) openRegion(selected);
  }, [selected]);
  return (
    <>
      {regionId === null ? (
        <RegionList />
      ) : (
        <Suspense fallback={null}>
          <RegionDetail key={regionId} regionId={regionId} />
        </Suspense>
      )}
      {profiles.length > 0 && (
        <Suspense fallback={null}>
          <ProfileDialog regionIds={profiles} />
        </Suspense>
      )}
    </>
  );
}

const RegionDetail = lazy(async () => ({ default: (await import('./region-detail.tsx')).RegionDetail }));

/** Below the list, so that the map goes first. */
const NationalFrame = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./pages/national-frame.tsx')).NationalFrame })),
);

const NationalPeople = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./people/national-people.tsx')).NationalPeople })),
);

const YardstickBlock = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./pages/yardstick-block.tsx')).YardstickBlock })),
);

const AutocorrelationBlock = lazy(() =>
  afterFirstPicture(async () => ({
    default: (await import('./pages/autocorrelation-block.tsx')).AutocorrelationBlock,
  })),
);

const CirculationBlock = lazy(() =>
  afterFirstPicture(async () => ({
    default: (await import('./pages/circulation-block.tsx')).CirculationBlock,
  })),
);

const ProfileDialog = lazy(async () => ({
  default: (await import('./profile/profile-dialog.tsx')).ProfileDialog,
}));

function choose(regionId: string): void {
  // Selected first: the browser's entry that is left keeps the list, to which its way back leads.
  dispatch(select({ kind: 'region', regionId }));
  openRegion(regionId);
  travelToPlace({ kind: 'region', regionId });
}

/** The agglomerations by type and the metropolitan areas, with people and area; choosing one goes there. */
function RegionList() {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const regions = useArtefact('regions');
  const data = useDataState(LISTED_DATA);
  const selection = useProject(({ view }) => view.selection);
  const variants = useProject(({ view }) => view.regionVariants);
  const chosen = selection.kind === 'region' ? selection.regionId : null;

  const shownOf = (region: Region) => variantOf(region, variants[region.id]);
  const rowOf = (region: Region): Row => {
    const variant = shownOf(region);
    return {
      id: region.id,
      name: pickName(region, language),
      figure: formatCompact(variant?.population2020, language),
      detail: [
        formatAreaKm2(variant?.areaKm2, language),
        region.approved === null
          ? t('members', { count: variant?.statisticalMembers.length ?? 0 })
          : t('approved', { date: formatPrintedDate(region.approved, language) }),
      ].join(' · '),
      mark: region.kind === 'metro' ? undefined : <ColourMark colour={colourOf(region)} />,
    };
  };
  const listed = (regions ?? []).toSorted(
    (a, b) => (shownOf(b)?.population2020 ?? 0) - (shownOf(a)?.population2020 ?? 0),
  );
  const own = listed.filter(({ kind, maturity }) => kind === 'agglomeration' && maturity === null);
  const metros = listed.filter(({ kind }) => kind === 'metro');

  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      {regions !== null && <StructureJumps />}
      {regions === null && (
        <div style={{ padding: '0 20px' }}>
          <DataNotice waiting={t('waiting')} data={data} />
        </div>
      )}
      {regions !== null &&
        MATURITIES.map((maturity) => {
          const rows = listed.filter((region) => region.maturity === maturity).map(rowOf);
          const title = t(`maturity.${maturity}`, { ns: 'terms' });
          return (
            <PanelSection key={maturity} title={title} aside={rows.length}>
              <RowList label={title} rows={rows} chosen={chosen} onChoose={choose} />
            </PanelSection>
          );
        })}
      {own.length > 0 && (
        <PanelSection title={t('ownAgglomerations')} aside={own.length}>
          <RowList label={t('ownAgglomerations')} rows={own.map(rowOf)} chosen={chosen} onChoose={choose} />
        </PanelSection>
      )}
      {regions !== null && (
        <Suspense fallback={null}>
          <NationalFrame regions={regions} />
          <NationalPeople />
          <YardstickBlock regions={regions} />
          <AutocorrelationBlock />
          <CirculationBlock regions={regions} />
        </Suspense>
      )}
      {metros.length > 0 && (
        <PanelSection title={t('metros')} aside={metros.length} anchor={SECTIONS.metros}>
          <RowList label={t('metros')} rows={metros.map(rowOf)} chosen={chosen} onChoose={choose} />
        </PanelSection>
      )}
    </>
  );
}
