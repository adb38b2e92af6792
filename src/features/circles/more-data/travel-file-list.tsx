import { Button, Group, SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { MOST_RAIL_SOURCES } from '#core/network/rail-source.ts';
import { changeTravelFile, removeTravelFile } from '#state/commands/travel-data-commands.ts';
import type { TravelFileKind } from '#state/document/circles-state.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { railFilesInUse, travelFiles } from '#state/travel-files/travel-files.ts';
import type { TravelPayload } from '#state/travel-files/travel-payload.ts';
import { formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../circles.module.css';

const state = () => projectStore.getState().document.travelData;

/** The files of some kinds that the project names, each with its switch. */
export function TravelFileList({ kinds }: { readonly kinds: readonly TravelFileKind[] }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const files = useProject(({ travelData }) => travelData.files);
  const { payloads, missing } = useStore(travelFiles);
  const beyond = new Set(
    railFilesInUse(files, payloads)
      .slice(MOST_RAIL_SOURCES)
      .map(({ file }) => file.id),
  );
  const shown = files.filter(({ kind }) => kinds.includes(kind));
  if (shown.length === 0) return null;
  const describe = (payload: TravelPayload | undefined): string => {
    if (payload === undefined) return t('data.loading');
    switch (payload.kind) {
      case 'gtfs':
      case 'pairs':
        return t('data.railFacts', {
          stations: formatNumber(payload.source.stations.length, language),
          pairs: formatNumber(payload.source.from.length, language),
        });
      case 'flows':
        return t('data.flowFacts', { pairs: formatNumber(payload.flows.from.length, language) });
      case 'people':
        return t('people', { value: formatCompact(payload.peopleInFile, language) });
    }
    return payload satisfies never;
  };
  return (
    <ul className={classes.files} aria-label={t('data.files')}>
      {shown.map(({ id, kind, name, vintage, on, ride }) => (
        <li key={id}>
          <Switch
            label={name}
            checked={on}
            onChange={({ currentTarget }) =>
              dispatch(changeTravelFile(state(), id, { on: currentTarget.checked }))
            }
          />
          {missing.has(id) ? (
            <p className={classes.missing} role="alert">
              {t('data.missing')}
            </p>
          ) : (
            <p className={classes.hint}>
              {[t(`data.kind.${kind}`), vintage, describe(payloads.get(id))]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          )}
          {beyond.has(id) && (
            <p className={classes.missing} role="alert">
              {t('data.beyondMost', { most: MOST_RAIL_SOURCES })}
            </p>
          )}
          <Group gap={12} mt={4}>
            {kind === 'gtfs' && (
              <SegmentedControl
                size="xs"
                aria-label={t('data.ride.label')}
                data={(['fastest', 'median'] as const).map((value) => ({
                  value,
                  label: t(`data.ride.${value}`),
                }))}
                value={ride}
                onChange={(value) => dispatch(changeTravelFile(state(), id, { ride: value }))}
              />
            )}
            <Button
              variant="subtle"
              size="compact-xs"
              px={0}
              aria-label={t('data.remove', { name })}
              onClick={() => dispatch(removeTravelFile(state(), id))}
            >
              {t('data.removeShort')}
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  );
}
