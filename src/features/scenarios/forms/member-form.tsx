import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { useArtefact, useDataState, useUnits } from '#state/atlas-data.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { AddButton, type EditFormProps } from './edit-form.tsx';

const MEMBER_DATA = ['regions', 'units'] as const;

/** Moves a city out of an agglomeration it is in and into one it is not in. */
export function MemberForm(form: EditFormProps) {
  const { edits } = form;
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const units = useUnits();
  const known = useArtefact('regions');
  const data = useDataState(MEMBER_DATA);
  const regions = known ?? [];
  const [adcode, setAdcode] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  // One's own among them: what is compared in the place of a published one is what its scores come from.
  const agglomerations = regions.filter(({ kind }) => kind === 'agglomeration').map(({ id }) => id);
  const all = selectRegions(regions, agglomerations);
  const now = all.ok ? movedRegions(all.value, edits) : [];
  const options = (ids: readonly string[]) =>
    inNameOrder(
      regions.filter(({ id }) => ids.includes(id)),
      language,
    ).map((region) => ({ value: region.id, label: pickName(region, language) }));
  const isMember = (members: readonly string[]) => adcode !== null && members.includes(adcode);
  const own = options(now.filter(({ members }) => isMember(members)).map(({ id }) => id));
  const others = options(now.filter(({ members }) => !isMember(members)).map(({ id }) => id));
  // Where a city is now is read when it is chosen: without the regions it would be left in the one that it is in.
  if (known === null || units.size === 0) return <DataNotice waiting={t('waiting')} data={data} />;
  return (
    <>
      <Select
        size="xs"
        label={t('city')}
        searchable
        limit={60}
        placeholder={t('choose')}
        data={inNameOrder(units.values(), language).map((unit) => ({
          value: unit.adcode,
          label: pickName(unit, language),
        }))}
        value={adcode}
        onChange={(next) => {
          setAdcode(next);
          const first = now.find(({ members }) => next !== null && members.includes(next));
          setFrom(first?.id ?? null);
          setTo(null);
        }}
      />
      <Select
        size="xs"
        label={t('leaves')}
        clearable
        placeholder={t('noRegion')}
        data={own}
        value={from}
        onChange={setFrom}
      />
      <Select
        size="xs"
        label={t('joins')}
        clearable
        searchable
        placeholder={t('noRegion')}
        data={others}
        value={to}
        onChange={setTo}
      />
      <AddButton
        form={form}
        edits={
          adcode === null || (from === null && to === null)
            ? 'incomplete'
            : [{ type: 'move-member', adcode, from, to }]
        }
        onAdded={() => {
          setAdcode(null);
          setFrom(null);
          setTo(null);
        }}
      />
    </>
  );
}
