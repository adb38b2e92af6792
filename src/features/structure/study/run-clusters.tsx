import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isObsolete } from '#compute/protocol.ts';
import { createScoreClient, type ScoreClient } from '#compute/score-client.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import {
  clusterRequestOf,
  type ClusterData,
  type ClusterQuestion,
} from '#core/structure/cluster-question.ts';
import type { Failure } from '#core/units/result.ts';
import type { ArtefactId } from '#data/artefact-values.ts';
import { useArtefact, useHasFailed } from '#state/atlas-data.ts';
import { useCountyTable } from '#state/score/use-county-table.ts';
import { SCORE_DATA } from '#state/score/use-score.ts';
import { usePrefectureTable } from '#state/score/use-prefecture-table.ts';
import { statedResults } from '#state/told/stated-results.ts';
import { clusterMapOf, type ClusterMap } from './cluster-map.ts';
import { statedClusters } from './stated-structure-maps.ts';

/** How the clusters that are asked for stand. */
export type ClusterStatus =
  | { readonly kind: 'none' }
  /** `share` done, 0–1; 0 while data is loading. */
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly map: ClusterMap };

const NONE: ClusterStatus = { kind: 'none' };
const clusterStore = createStore<{ readonly status: ClusterStatus }>(() => ({ status: NONE }));

/** How the clusters stand; for the panel and the map. */
export function useClusters(): ClusterStatus {
  return useStore(clusterStore, ({ status }) => status);
}

/** The figures of a level, prefectures with those that the app derives (GDP per head, urban share, density); `null` until there. */
export function useClusterTable(level: ClusterQuestion['level']): IndicatorTable | null {
  const isCounty = level === 'county';
  const prefectures = usePrefectureTable();
  const counties = useCountyTable(isCounty);
  return isCounty ? counties : prefectures;
}

/** What clusters of a level are computed from. */
export const CLUSTER_DATA: Readonly<Record<ClusterQuestion['level'], readonly ArtefactId[]>> = {
  prefecture: [...SCORE_DATA, 'admin-national'],
  county: ['indicators-county', 'units-county', 'admin-county'],
};

/** All that clusters of a level are computed from; `null` until it is there. */
export function useClusterData(level: ClusterQuestion['level']): ClusterData | null {
  const isCounty = level === 'county';
  const table = useClusterTable(level);
  const national = useArtefact('admin-national');
  const finer = useArtefact('admin-county', isCounty);
  const prefectures = useArtefact('units');
  const counties = useArtefact('units-county', isCounty);
  const topology = isCounty ? finer : national;
  const units = (isCounty ? counties : prefectures)?.units ?? null;
  return useMemo(
    () =>
      table === null || topology === null || units === null
        ? null
        : { topology, units, series: table.series },
    [table, topology, units],
  );
}

let client: ScoreClient | null = null;
/** The last answer: hiding and showing the same map computes nothing. */
let last: {
  readonly question: ClusterQuestion;
  readonly data: ClusterData;
  readonly map: ClusterMap;
} | null = null;

function isSame(a: ClusterQuestion, b: ClusterQuestion): boolean {
  return (
    a.level === b.level && a.indicator === b.indicator && a.year === b.year && a.neighbours === b.neighbours
  );
}

function show(map: ClusterMap): void {
  clusterStore.setState({ status: { kind: 'ready', map } });
  statedResults.setState({ clusters: statedClusters(map) });
}

/** Finds the clusters asked for in the score worker and says how they stand for as long as it is mounted. */
export function RunClusters({ question }: { readonly question: ClusterQuestion }) {
  const { level } = question;
  const table = useClusterTable(level);
  const data = useClusterData(level);
  const hasFailed = useHasFailed(CLUSTER_DATA[level]);
  const definition = table?.definitions.get(question.indicator) ?? null;
  useEffect(() => {
    if (data === null) {
      // What could not be had is said, and asked for again, where the clusters are asked for.
      clusterStore.setState({ status: hasFailed ? NONE : { kind: 'running', share: 0 } });
      return undefined;
    }
    if (last !== null && last.data === data && isSame(last.question, question)) {
      show(last.map);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const say = (status: ClusterStatus) => {
      if (!signal.aborted) clusterStore.setState({ status });
    };
    client ??= createScoreClient();
    say({ kind: 'running', share: 0 });
    void client
      .call('autocorrelation', clusterRequestOf(question, data), {
        signal,
        // Its computations never pause: giving up ends the worker.
        stopBy: 'end',
        onProgress: (share) => say({ kind: 'running', share }),
      })
      .then((result) => {
        if (signal.aborted) return;
        if (!result.ok) {
          if (!isObsolete(result.failure)) say({ kind: 'failed', failure: result.failure });
          return;
        }
        const map = clusterMapOf(question, result.value, definition);
        last = { question, data, map };
        show(map);
      });
    return () => controller.abort();
    // The definition belongs to the data.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [data, hasFailed, question]);
  useEffect(
    () => () => {
      clusterStore.setState({ status: NONE });
      statedResults.setState({ clusters: null });
    },
    [],
  );
  return null;
}
