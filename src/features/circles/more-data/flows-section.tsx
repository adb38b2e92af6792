import { Select } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import { ABROAD } from '#core/structure/circulation.ts';
import { commutingRates, commutingRings, type CommutingFlows } from '#core/structure/commuting-rings.ts';
import { firstCommutingLook } from '#map/layers/circle-layers.ts';
import { artefactNow, artefactsThere, useArtefact } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { useFlowsInUse } from '#state/travel-files/use-flows.ts';
import { formatCompact, formatShare } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { extraOutlines } from './extra-outlines.ts';
import { ImportBox } from './import-box.tsx';
import { useImportRun } from './import-run.ts';
import { keepFile } from './keep-file.ts';
import { TravelFileList } from './travel-file-list.tsx';
import { areaOfUnits } from './unit-area.ts';

/** Units whose rates are listed. */
const LISTED = 12;

/** Commuters of one's own: rates to a core, with the rings of 5, 10 and 30 percent on the map. */
export function FlowsSection() {
  const { t } = useTranslation('circles');
  const imports = useImportRun();
  const units = useAllUnits();
  const flows = useFlowsInUse();
  const read = async (file: File) => {
    // Waited for: a table read without them knows no name. Where they cannot be had, the slip at the top of the page says so.
    if (!(await artefactsThere(['units', 'units-county']))) return;
    const known = [...(artefactNow('units-county')?.units ?? []), ...(artefactNow('units')?.units ?? [])];
    const table = await imports.start('flows', { file, fileName: file.name, units: known });
    if (table === null) return;
    await keepFile(
      file,
      'flows',
      { kind: 'flows', flows: table.flows },
      { name: file.name.slice(0, 120), vintage: '' },
    );
  };
  return (
    <PanelSection title={t('data.flows.title')}>
      <p className={classes.hint}>{t('data.flows.hint')}</p>
      <TravelFileList kinds={['flows']} />
      <ImportBox
        label={t('data.flows.pick')}
        accept=".csv,.txt,text/csv"
        run={imports.run}
        onFile={(file) => void read(file)}
        onCancel={imports.cancel}
      />
      {flows !== null && units.size > 0 && <Rings flows={flows} units={units} />}
    </PanelSection>
  );
}

function useAllUnits(): ReadonlyMap<Adcode, AdminUnit> {
  const prefectures = useArtefact('units');
  const counties = useArtefact('units-county');
  return useMemo(
    () =>
      new Map(
        counties === null || prefectures === null
          ? []
          : [...counties.units, ...prefectures.units].map((unit) => [unit.adcode, unit]),
      ),
    [prefectures, counties],
  );
}

/** A city as core stands for itself and all its counties; a county for itself. */
function coreUnits(core: Adcode, units: ReadonlyMap<Adcode, AdminUnit>): ReadonlySet<Adcode> {
  const own = [...units.values()].filter(({ adcode, prefecture }) => adcode === core || prefecture === core);
  return new Set(own.map(({ adcode }) => adcode));
}

function Rings({
  flows,
  units,
}: {
  readonly flows: CommutingFlows;
  readonly units: ReadonlyMap<Adcode, AdminUnit>;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const topology = useArtefact('admin-county');
  const origin = useProject(({ circles }) => circles.origins[0]);
  const [chosen, setChosen] = useState<Adcode | null>(null);

  const cores = useMemo(() => {
    const sums = new Map<Adcode, number>();
    flows.to.forEach((to, index) => {
      if (to === ABROAD) return;
      const people = flows.people[index] ?? 0;
      const city = units.get(to)?.prefecture ?? to;
      for (const code of new Set([to, city])) sums.set(code, (sums.get(code) ?? 0) + people);
    });
    return [...sums].sort(([, a], [, b]) => b - a).map(([adcode]) => adcode);
  }, [flows, units]);
  const originCode = origin?.kind === 'unit' ? origin.adcode : null;
  const core = chosen ?? cores.find((adcode) => adcode === originCode) ?? cores[0] ?? null;
  const rates = useMemo(
    () => (core === null ? [] : commutingRates(flows, coreUnits(core, units))),
    [flows, core, units],
  );
  const rings = useMemo(() => commutingRings(rates), [rates]);
  const nameOf = (adcode: Adcode): string => {
    const unit = units.get(adcode);
    return unit === undefined ? adcode : pickName(unit, language);
  };

  useEffect(() => {
    if (topology === null) return undefined;
    extraOutlines.setState({
      rings: rings.flatMap(({ percent, units: within }, at) =>
        within.length === 0
          ? []
          : [
              {
                id: `commuting-${percent}`,
                label: t('data.flows.ring', { percent, name: flows.name }),
                area: areaOfUnits(topology, within),
                look: firstCommutingLook + at,
              },
            ],
      ),
    });
    return () => extraOutlines.setState({ rings: [] });
  }, [topology, rings, flows.name, t]);

  if (core === null) return null;
  return (
    <>
      <Select
        mt={8}
        size="xs"
        searchable
        label={t('data.flows.core')}
        data={cores.map((adcode) => ({ value: adcode, label: `${nameOf(adcode)} ${adcode}` }))}
        value={core}
        allowDeselect={false}
        onChange={setChosen}
      />
      <table className={classes.table} data-testid="commuting-rings">
        <thead>
          <tr>
            <th scope="col">{t('data.flows.rate')}</th>
            <th scope="col">{t('data.flows.units')}</th>
            <th scope="col">{t('data.flows.people')}</th>
          </tr>
        </thead>
        <tbody>
          {rings.map(({ percent, units: within, toCore }) => (
            <tr key={percent}>
              <td>{t('data.flows.atLeast', { percent })}</td>
              <td>{within.length}</td>
              <td>{formatCompact(toCore, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>
        {rates
          .slice(0, LISTED)
          .map(({ adcode, rate }) => `${nameOf(adcode)} ${formatShare(rate, language, 1)}`)
          .join(' · ')}
      </p>
    </>
  );
}
