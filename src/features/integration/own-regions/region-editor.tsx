import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { membersOfVariant, sameMembers, toggleMember } from '#core/geography/own-region-members.ts';
import { type OwnMembers, type OwnRegion } from '#core/geography/own-region.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { changeOwnRegion, compareOwnRegion, removeOwnRegion } from '#state/commands/own-region-commands.ts';
import { REGION_NEEDS } from '#state/own-additions.ts';
import { travelToPlace } from '#state/selection-in-view.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { memberChanges } from './member-changes.ts';
import { regionEditor, useRegionEditor } from './region-editor-state.ts';
import { RegionOutcome } from './region-outcome.tsx';
import { unitOptions } from './unit-options.ts';
import { UnitsChoice } from './units-choice.tsx';

const NO_UNITS: readonly AdminUnit[] = [];
/** Most core cities of a region, as a project file keeps them. */
const MOST_CORES = 50;
/** Most changed members named one by one. */
const MOST_NAMED = 12;

/** Name, members (by list and on the map), cores and kind of an own region; each change is one step of the history. */
export function RegionEditor({
  index,
  compared,
}: {
  readonly index: number;
  readonly compared: readonly string[];
}) {
  const { t } = useTranslation(['integration']);
  const region = useProject(({ ownRegions }) => ownRegions[index]);
  const picks = useRegionEditor((state) => state.picks);
  const isChoroplethOn = useProject(({ view }) => view.layers.integration.choropleth);
  useArtefact('admin-county', picks === 'county');
  // Without the counties nothing could tell what a choice takes in or out, without the cities nothing names them.
  const counties = useArtefact('units-county');
  const hasUnits = useArtefact('units') !== null && counties !== null;
  const data = useDataState(REGION_NEEDS);
  // Clicks on the map are for members only as long as the editor is open.
  useEffect(() => () => regionEditor.setState({ picks: 'prefecture' }), []);
  if (region === undefined) return null;
  const change = (changes: Partial<OwnRegion>) => dispatch(changeOwnRegion(index, changes));
  return (
    <>
      <PanelSection
        title={t('ownRegion.editing')}
        aside={
          <Button size="compact-xs" onClick={() => regionEditor.setState({ isOpen: false, regionId: null })}>
            {t('ownRegion.done')}
          </Button>
        }
      >
        <TextInput
          label={t('ownRegion.name')}
          maxLength={200}
          value={region.name}
          onChange={(event) =>
            event.currentTarget.value !== '' && change({ name: event.currentTarget.value })
          }
        />
        <SegmentedControl
          mt={8}
          fullWidth
          aria-label={t('ownRegion.kind')}
          data={(['agglomeration', 'metro'] as const).map((value) => ({
            value,
            label: t(`ownRegion.kinds.${value}`),
          }))}
          value={region.kind}
          onChange={(value) => change({ kind: value === 'metro' ? 'metro' : 'agglomeration' })}
        />
        <div className={classes.field} style={{ marginTop: 10 }}>
          <span>{t('ownRegion.picks')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('ownRegion.picks')}
            data={(['prefecture', 'county', 'none'] as const).map((value) => ({
              value,
              label: t(`ownRegion.pick.${value}`),
            }))}
            value={picks}
            onChange={(value) => regionEditor.setState({ picks: value })}
          />
          <p className={classes.hint} style={{ margin: 0 }}>
            {isChoroplethOn ? t(`ownRegion.pickHint.${picks}`) : t('ownRegion.pickNeedsLayer')}
          </p>
        </div>
        {hasUnits ? (
          <Members region={region} onChange={change} />
        ) : (
          <DataNotice waiting={t('ownRegion.waiting')} data={data} />
        )}
      </PanelSection>
      <RegionOutcome region={region} />
      <PanelSection title={t('ownRegion.more')}>
        {hasUnits && <Published region={region} onChange={change} />}
        <Actions region={region} index={index} compared={compared} />
      </PanelSection>
    </>
  );
}

function Members({
  region,
  onChange,
}: {
  readonly region: OwnRegion;
  readonly onChange: (changes: Partial<OwnRegion>) => void;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const units = useArtefact('units')?.units ?? NO_UNITS;
  const counties = useArtefact('units-county')?.units ?? NO_UNITS;
  const prefectures = useMemo(() => unitOptions(units, () => '', language), [units, language]);
  const parts = useMemo(() => {
    const names = new Map(units.map((unit) => [unit.adcode, pickName(unit, language)]));
    return unitOptions(counties, ({ prefecture }) => names.get(prefecture ?? '') ?? '', language);
  }, [units, counties, language]);
  const members = new Set([
    ...region.wholeUnits,
    ...counties.flatMap(({ adcode, prefecture }) =>
      prefecture !== null && region.partCounties.includes(adcode) ? [prefecture] : [],
    ),
  ]);
  const cores = unitOptions(
    units.filter(({ adcode }) => members.has(adcode)),
    () => '',
    language,
  );
  /** The list says what is chosen; what it took in or out goes the way of a click on the map. */
  const choose = (before: readonly string[], after: readonly string[]) => {
    const toggled = [
      ...after.filter((adcode) => !before.includes(adcode)),
      ...before.filter((adcode) => !after.includes(adcode)),
    ];
    onChange(toggled.reduce<OwnMembers>((now, adcode) => toggleMember(now, adcode, counties), region));
  };
  return (
    <>
      <UnitsChoice
        label={t('ownRegion.wholeUnits', { count: region.wholeUnits.length })}
        options={prefectures}
        value={region.wholeUnits}
        onChange={(after) => choose(region.wholeUnits, after)}
      />
      <UnitsChoice
        label={t('ownRegion.partCounties', { count: region.partCounties.length })}
        options={parts}
        value={region.partCounties}
        onChange={(after) => choose(region.partCounties, after)}
      />
      <UnitsChoice
        label={t('ownRegion.cores')}
        description={t('ownRegion.coresHint')}
        options={cores}
        value={region.cores}
        most={MOST_CORES}
        onChange={(after) => onChange({ cores: after })}
      />
    </>
  );
}

/** How the region differs from the one it was copied from, and the way back. */
function Published({
  region,
  onChange,
}: {
  readonly region: OwnRegion;
  readonly onChange: (changes: Partial<OwnRegion>) => void;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const regions = useArtefact('regions');
  const units = useArtefact('units')?.units ?? NO_UNITS;
  const counties = useArtefact('units-county')?.units ?? NO_UNITS;
  const variantKey = useProject(({ view }) => view.regionVariants[region.copiedFrom ?? '']);
  const origin = regions?.find(({ id }) => id === region.copiedFrom);
  const variant = origin?.variants.find(({ key }) => key === variantKey) ?? origin?.variants[0];
  if (origin === undefined || variant === undefined) return null;
  const published = membersOfVariant(origin, variant, counties);
  const { joined, left } = memberChanges(region, published);
  const namesOf = (codes: readonly string[]): string => {
    const names = codes.slice(0, MOST_NAMED).map((adcode) => {
      const unit =
        units.find((one) => one.adcode === adcode) ?? counties.find((one) => one.adcode === adcode);
      return unit === undefined ? adcode : pickName(unit, language);
    });
    const list = listed(names, language);
    return codes.length > MOST_NAMED
      ? t('andMore', { sources: list, count: codes.length - MOST_NAMED })
      : list;
  };
  const isSame = sameMembers(region, published);
  return (
    <div data-testid="region-changes">
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {isSame
          ? t('ownRegion.asPublishedNow', { name: pickName(origin, language) })
          : t('ownRegion.differs', { name: pickName(origin, language) })}
      </p>
      {joined.length > 0 && (
        <p className={classes.hint}>{t('ownRegion.joined', { names: namesOf(joined) })}</p>
      )}
      {left.length > 0 && <p className={classes.hint}>{t('ownRegion.left', { names: namesOf(left) })}</p>}
      <Button mt={8} fullWidth variant="default" disabled={isSame} onClick={() => onChange(published)}>
        {t('ownRegion.asPublished')}
      </Button>
    </div>
  );
}

function Actions({
  region,
  index,
  compared,
}: {
  readonly region: OwnRegion;
  readonly index: number;
  readonly compared: readonly string[];
}) {
  const { t } = useTranslation(['integration']);
  return (
    <Group gap={8} mt={8}>
      <Button
        size="xs"
        variant="default"
        disabled={compared.includes(region.id) || region.wholeUnits.length + region.partCounties.length === 0}
        onClick={() => dispatch(compareOwnRegion(region.id, compared))}
      >
        {compared.includes(region.id) ? t('ownRegion.isCompared') : t('ownRegion.compare')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => travelToPlace({ kind: 'region', regionId: region.id })}
      >
        {t('ownRegion.goThere')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          regionEditor.setState({ regionId: null });
          dispatch(removeOwnRegion(projectStore.getState().document, index));
        }}
      >
        {t('ownRegion.remove')}
      </Button>
    </Group>
  );
}
