import type { ScoreResult } from '#core/scoring/score.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { CitiesSection } from './cities-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SlopeSection } from './slope-section.tsx';

/** Charts of the score and of the cities' figures behind it. */
export function ChartsPage(props: { readonly result: ScoreResult; readonly source: ScoreSource }) {
  return (
    <>
      <ProfileSection {...props} />
      <SlopeSection {...props} />
      <CitiesSection {...props} />
      <div style={{ padding: '0 20px 16px' }}>
        <MethodLink page="method" section={6} />
      </div>
    </>
  );
}
