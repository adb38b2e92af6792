import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { TravelTimes } from '#core/structure/travel-times.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import { travelTimesOf } from '#core/surface/member-times.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CircleMode, TrafficPreset } from '#state/document/circles-state.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { useAttempt } from './ask-again.ts';

/** Travel times of a region's members: on their way, there, or why not. */
export type RegionTimes =
  | { readonly kind: 'waiting'; readonly done: number; readonly total: number }
  /** `unplaced`: members whose seat is nowhere on land, left out. */
  | { readonly kind: 'ready'; readonly times: TravelTimes; readonly unplaced: readonly Adcode[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Answers are kept while the person's own rides stay the same: they depend on members, mode and traffic only. */
let kept = new Map<string, Extract<RegionTimes, { kind: 'ready' }>>();
addedTravelData.subscribe(() => {
  kept = new Map();
});

function keyOf(members: readonly Adcode[], mode: CircleMode, preset: TrafficPreset): string {
  return [mode, preset, ...members].join();
}

/** Times between all members from the circle worker, without closures and scenarios: the present network. */
export function useRegionTimes(members: readonly Adcode[], mode: CircleMode): RegionTimes {
  const preset = useProject(({ circles }) => circles.preset);
  const added = useStore(addedTravelData);
  const key = keyOf(members, mode, preset);
  const attempt = useAttempt();
  const asked = `${attempt} ${key}`;
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly added: AddedTravelData;
    readonly times: RegionTimes;
  } | null>(null);
  const known = kept.get(key);
  useEffect(() => {
    const answers = kept;
    if (answers.has(key)) return undefined;
    const controller = new AbortController();
    const say = (times: RegionTimes) => setAnswer({ key: asked, added, times });
    const request = { mode, preset, edits: [] };
    const places = members.map((adcode) => ({ kind: 'city' as const, adcode }));
    void circleWorker()
      .call(
        'matrix',
        { places, request, skipsUnplaced: true },
        {
          signal: controller.signal,
          onProgress: ({ done, total }) => say({ kind: 'waiting', done, total }),
        },
      )
      .then((result) => {
        if (result.ok) {
          const unplaced = new Set(result.value.unplaced);
          const placed = members.filter((_, index) => !unplaced.has(index));
          answers.set(key, {
            kind: 'ready',
            times: travelTimesOf(placed, result.value.minutes, `${mode}, ${preset}`),
            unplaced: members.filter((_, index) => unplaced.has(index)),
          });
        }
        if (controller.signal.aborted) return;
        const failed = result as Extract<typeof result, { ok: false }>;
        say(answers.get(key) ?? { kind: 'failed', failure: failed.failure });
      });
    return () => controller.abort();
    // The question holds members, mode and traffic.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, added]);
  if (known !== undefined) return known;
  return answer?.key === asked && answer.added === added
    ? answer.times
    : { kind: 'waiting', done: 0, total: members.length };
}
