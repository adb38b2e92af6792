import { useTranslation } from 'react-i18next';
import { useProject } from '#state/store.ts';
import { useArtefact, useDataState, useUnits } from '#state/atlas-data.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { LineFacts } from './line-facts.tsx';
import { LinkFacts } from './link-facts.tsx';
import { PointFacts } from './point-facts.tsx';
import { RegionFacts } from './region-facts.tsx';
import { StationFacts } from './station-facts.tsx';
import { UnitFacts } from './unit-facts.tsx';

/** Facts of what is selected; empty for no selection. */
export function Inspector() {
  const selection = useProject(({ view }) => view.selection);
  switch (selection.kind) {
    case 'none':
      return null;
    case 'region':
      return <SelectedRegion regionId={selection.regionId} />;
    case 'unit':
      return <SelectedUnit adcode={selection.adcode} />;
    case 'line':
      return <SelectedLine lineId={selection.lineId} />;
    case 'link':
      return <SelectedLink linkId={selection.linkId} />;
    case 'station':
      return <StationFacts name={selection.name} />;
    case 'point':
      return <PointFacts at={selection.at} />;
  }
  return selection satisfies never;
}

/** What says that something selected is not there (yet). */
const NAMED_DATA = [
  'units',
  'units-county',
  'indicators',
  'indicators-county',
  'regions',
  'rail-lines',
  'road-links',
] as const;

function Absent({ id, waiting }: { readonly id: string; readonly waiting: boolean }) {
  const { t } = useTranslation('inspector');
  const data = useDataState(NAMED_DATA);
  return (
    <div style={{ padding: '16px 48px 16px 20px' }}>
      {waiting ? (
        <DataNotice waiting={t('waiting')} data={data} />
      ) : (
        <Notice kind="empty" title={t('notFound', { id })} />
      )}
    </div>
  );
}

function SelectedRegion({ regionId }: { readonly regionId: string }) {
  const regions = useArtefact('regions');
  const units = useUnits();
  const isOwn = useProject(({ ownRegions }) => ownRegions.some(({ id }) => id === regionId));
  const region = regions?.find(({ id }) => id === regionId);
  // One's own is put together once all is there that it is made of.
  if (region === undefined) return <Absent id={regionId} waiting={regions === null || isOwn} />;
  return <RegionFacts region={region} units={units} />;
}

function SelectedUnit({ adcode }: { readonly adcode: string }) {
  const language = useLanguage();
  const prefectures = useArtefact('units');
  const found = prefectures?.units.find((unit) => unit.adcode === adcode);
  const isCounty = prefectures !== null && found === undefined;
  const counties = useArtefact('units-county', isCounty);
  const unit = found ?? counties?.units.find((county) => county.adcode === adcode);
  const regions = useArtefact('regions');
  const sources = useArtefact('sources');
  const indicators = useArtefact('indicators');
  const countyIndicators = useArtefact('indicators-county', isCounty);
  const figures = useDataState([isCounty ? 'indicators-county' : 'indicators']);
  if (unit === undefined)
    return <Absent id={adcode} waiting={prefectures === null || (isCounty && counties === null)} />;
  const province = prefectures?.provinces.find(({ code }) => code === unit.provinceCode);
  const table = unit.level === 'county' ? countyIndicators : indicators;
  return (
    <UnitFacts
      unit={unit}
      provinceName={province === undefined ? '' : pickName(province, language)}
      regions={regions}
      indicators={table?.table ?? null}
      figures={figures}
      sources={sources ?? new Map()}
      prefecture={prefectures?.units.find((other) => other.adcode === unit.prefecture) ?? null}
    />
  );
}

function SelectedLine({ lineId }: { readonly lineId: string }) {
  const lines = useArtefact('rail-lines');
  const line = lines?.find(({ id }) => id === lineId);
  return line === undefined ? <Absent id={lineId} waiting={lines === null} /> : <LineFacts line={line} />;
}

function SelectedLink({ linkId }: { readonly linkId: string }) {
  const links = useArtefact('road-links');
  const link = links?.find(({ id }) => id === linkId);
  return link === undefined ? <Absent id={linkId} waiting={links === null} /> : <LinkFacts link={link} />;
}
