import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersOfVariant } from '#core/geography/own-region-members.ts';
import { ownRegionId, type OwnMembers } from '#core/geography/own-region.ts';
import type { Region, RegionKind } from '#core/geography/region.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { addOwnRegion, removeOwnRegion } from '#state/commands/own-region-commands.ts';
import { newId } from '#state/new-id.ts';
import { OWN_DATA_LIMITS } from '#data/own-data-schema.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { isTightPage } from '#ui/panels/tight-page.ts';
import classes from '../integration.module.css';
import { RegionEditor } from './region-editor.tsx';
import { regionEditor, useRegionEditor } from './region-editor-state.ts';

const FROM_NOTHING = 'nothing';
const NO_MEMBERS: OwnMembers = { wholeUnits: [], partCounties: [], cores: [] };

/** Own agglomerations and metropolitan areas: the list, a new one, and the editor of one. */
export function OwnRegionsPage({ compared }: { readonly compared: readonly string[] }) {
  const edited = useRegionEditor(({ regionId }) => regionId);
  const index = useProject(({ ownRegions }) => ownRegions.findIndex(({ id }) => id === edited));
  return index >= 0 ? (
    <RegionEditor key={edited} index={index} compared={compared} />
  ) : (
    <RegionList compared={compared} />
  );
}

function RegionList({ compared }: { readonly compared: readonly string[] }) {
  const { t } = useTranslation(['integration']);
  const own = useProject(({ ownRegions }) => ownRegions);
  return (
    <>
      <PanelSection
        title={t('ownRegion.title')}
        aside={
          <Button size="compact-xs" onClick={() => regionEditor.setState({ isOpen: false })}>
            {t('ownRegion.done')}
          </Button>
        }
      >
        <p className={classes.hint}>{t('ownRegion.intro')}</p>
        {own.length > 0 && (
          <table className={classes.table} aria-label={t('ownRegion.title')}>
            <tbody>
              {own.map((region, index) => (
                <tr key={region.id}>
                  <td>
                    {region.name}{' '}
                    <span className={classes.muted}>
                      {t(`ownRegion.kinds.${region.kind}`)} ·{' '}
                      {t('ownRegion.units', {
                        whole: region.wholeUnits.length,
                        part: region.partCounties.length,
                      })}
                    </span>
                  </td>
                  <td className={classes.number}>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('ownRegion.editLabel', { name: region.name })}
                      onClick={() => regionEditor.setState({ regionId: region.id })}
                    >
                      {t('ownRegion.edit')}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('ownRegion.removeLabel', { name: region.name })}
                      onClick={() => dispatch(removeOwnRegion(projectStore.getState().document, index))}
                    >
                      {t('ownRegion.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PanelSection>
      <NewRegion compared={compared} isFull={own.length >= OWN_DATA_LIMITS.regions} />
    </>
  );
}

/** The published regions, agglomerations first, to start a copy from. */
function startOptions(
  regions: readonly Region[],
  language: 'zh-CN' | 'en',
  words: Record<RegionKind, string>,
) {
  return (['agglomeration', 'metro'] as const).map((kind) => ({
    group: words[kind],
    items: inNameOrder(
      regions.filter((region) => region.kind === kind),
      language,
    ).map((region) => ({ value: region.id, label: pickName(region, language) })),
  }));
}

function NewRegion({ compared, isFull }: { readonly compared: readonly string[]; readonly isFull: boolean }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const regions = useArtefact('regions') ?? [];
  const counties = useArtefact('units-county');
  const variants = useProject(({ view }) => view.regionVariants);
  const selected = useSelectedRegion();
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<RegionKind>('agglomeration');
  const start = chosen ?? (regions.some(({ id }) => id === selected) ? selected : null) ?? FROM_NOTHING;
  const copied = regions.find(({ id }) => id === start);
  const kinds = { agglomeration: t('ownRegion.kinds.agglomeration'), metro: t('ownRegion.kinds.metro') };
  const create = () => {
    const variant = copied?.variants.find(({ key }) => key === variants[copied.id]) ?? copied?.variants[0];
    const { document } = projectStore.getState();
    const isCopy = copied !== undefined && variant !== undefined;
    const region = {
      id: ownRegionId(newId()),
      kind: copied?.kind ?? kind,
      name: isCopy
        ? pickName(copied, language)
        : t('ownRegion.newName', { number: document.ownRegions.length + 1 }),
      ...(isCopy ? membersOfVariant(copied, variant, counties?.units ?? []) : NO_MEMBERS),
      copiedFrom: isCopy ? copied.id : null,
    };
    // Without members there is nothing to inspect, and on a tight page the inspector would lie over the editor.
    dispatch(addOwnRegion(document, region, compared, isCopy && !isTightPage()));
    regionEditor.setState({ regionId: region.id });
  };
  return (
    <PanelSection title={t('ownRegion.new')}>
      <Select
        label={t('ownRegion.start')}
        data={[
          { value: FROM_NOTHING, label: t('ownRegion.fromNothing') },
          ...startOptions(regions, language, kinds),
        ]}
        value={start}
        searchable
        allowDeselect={false}
        onChange={(value) => value !== null && setChosen(value)}
      />
      {copied === undefined && (
        <SegmentedControl
          mt={8}
          fullWidth
          aria-label={t('ownRegion.kind')}
          data={[
            { value: 'agglomeration', label: kinds.agglomeration },
            { value: 'metro', label: kinds.metro },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'metro' ? 'metro' : 'agglomeration')}
        />
      )}
      <Button mt={10} fullWidth disabled={counties === null || isFull} onClick={create}>
        {copied === undefined ? t('ownRegion.create') : t('ownRegion.copy')}
      </Button>
      {isFull && <p className={classes.hint}>{t('ownRegion.full', { most: OWN_DATA_LIMITS.regions })}</p>}
      {copied !== undefined && compared.includes(copied.id) && (
        <p className={classes.hint}>{t('ownRegion.takesPlace')}</p>
      )}
    </PanelSection>
  );
}
