import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toggleMember } from '#core/geography/own-region-members.ts';
import { type OwnMembers, ownRegionId } from '#core/geography/own-region.ts';
import { unitsMostlyWithin } from '#core/geography/own-shapes.ts';
import type { RegionKind } from '#core/geography/region.ts';
import type { ShapeReadings } from '#core/surface/shape-readings.ts';
import { OWN_DATA_LIMITS } from '#data/own-data-schema.ts';
import { artefactNow, artefactsThere, useDataState } from '#state/atlas-data.ts';
import { addOwnRegion } from '#state/commands/own-region-commands.ts';
import { newId } from '#state/new-id.ts';
import { REGION_NEEDS } from '#state/own-additions.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';

/** Least shares of a unit's land that may be asked for, percent. */
const LEAST_PERCENT = ['10', '30', '50', '70', '90'] as const;

const NONE: OwnMembers = { wholeUnits: [], partCounties: [], cores: [] };

/** Makes a region of the units of which enough land lies in a shape. */
export function TakeAsRegion({
  name,
  readings,
}: {
  readonly name: string;
  readonly readings: ShapeReadings;
}) {
  const { t } = useTranslation('circles');
  const [level, setLevel] = useState<'county' | 'prefecture'>('county');
  const [least, setLeast] = useState<string>('50');
  const [kind, setKind] = useState<RegionKind>('metro');
  const [title, setTitle] = useState(name);
  const [taken, setTaken] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const data = useDataState(REGION_NEEDS);
  const isFull = useProject(({ ownRegions }) => ownRegions.length >= OWN_DATA_LIMITS.regions);
  const units = unitsMostlyWithin(
    level === 'county' ? readings.counties : readings.prefectures,
    Number(least) / 100,
  );
  const take = async () => {
    setWaiting(true);
    // Of half of the units would come a smaller region, and nobody could tell.
    const areThere = await artefactsThere(REGION_NEEDS);
    const counties = artefactNow('units-county')?.units;
    if (!areThere || counties === undefined) return;
    setWaiting(false);
    const members = units.reduce<OwnMembers>((now, adcode) => toggleMember(now, adcode, counties), NONE);
    const { document } = projectStore.getState();
    dispatch(
      addOwnRegion(document, {
        id: ownRegionId(newId()),
        kind,
        name: title.trim() === '' ? name : title.trim(),
        ...members,
        copiedFrom: null,
      }),
    );
    setTaken(title.trim() === '' ? name : title.trim());
  };
  return (
    <PanelSection title={t('shapes.take.title')} isOffPaper>
      <p className={classes.hint}>{t('shapes.take.hint')}</p>
      <SegmentedControl
        fullWidth
        mt={8}
        aria-label={t('shapes.take.level')}
        data={(['county', 'prefecture'] as const).map((value) => ({
          value,
          label: t(`shapes.take.${value}`),
        }))}
        value={level}
        onChange={setLevel}
      />
      <Select
        mt={8}
        size="xs"
        label={t('shapes.take.least')}
        data={LEAST_PERCENT.map((value) => ({ value, label: t('shapes.take.percent', { value }) }))}
        value={least}
        allowDeselect={false}
        onChange={(value) => value !== null && setLeast(value)}
      />
      <SegmentedControl
        fullWidth
        mt={8}
        aria-label={t('shapes.take.kind')}
        data={(['metro', 'agglomeration'] as const).map((value) => ({
          value,
          label: t(value, { ns: 'terms' }),
        }))}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        mt={8}
        size="xs"
        label={t('shapes.take.name')}
        maxLength={200}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Button
        mt={8}
        fullWidth
        variant="default"
        disabled={units.length === 0 || isFull}
        onClick={() => void take()}
      >
        {t('shapes.take.button', { count: units.length })}
      </Button>
      {isWaiting && <DataNotice waiting={t('shapes.take.waiting')} data={data} />}
      {taken !== null && (
        <p className={classes.hint} role="status">
          {t('shapes.take.taken', { name: taken })}
        </p>
      )}
    </PanelSection>
  );
}
