import type { ScoreResult } from '#core/scoring/score.ts';
import { lazy, Suspense } from 'react';
import type { ScoreSource } from '../score/use-score.ts';
import { RankingTable } from './ranking-table.tsx';

const ProfileSection = lazy(async () => ({
  default: (await import('./profile-section.tsx')).ProfileSection,
}));
const SlopeSection = lazy(async () => ({ default: (await import('./slope-section.tsx')).SlopeSection }));

/** Ranking, profile of the selected agglomeration, and how ranks moved. */
export function RankingPage(props: { readonly result: ScoreResult; readonly source: ScoreSource }) {
  return (
    <>
      <RankingTable {...props} />
      <Suspense fallback={null}>
        <ProfileSection {...props} />
        <SlopeSection {...props} />
      </Suspense>
    </>
  );
}
