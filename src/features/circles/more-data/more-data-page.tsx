import { useTranslation } from 'react-i18next';
import { useCircleResults } from '#state/circles/circle-results.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import classes from '../circles.module.css';
import { CircleState } from '../circle-state.tsx';
import { ReadingsLine } from '../readings-line.tsx';
import { FlowsSection } from './flows-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { ProviderSection } from './provider-section.tsx';
import { RailSection } from './rail-section.tsx';
import { SourcesUsed } from './sources-used.tsx';

/** What a person brings for the circles: rides, commuters, people, another provider of times. */
export function MoreDataPage() {
  const { t } = useTranslation('circles');
  const results = useCircleResults();
  return (
    <>
      <ReadingsLine results={results} />
      <SourcesUsed answer={results.answer} />
      <CircleState results={results} />
      <p className={classes.pageHint}>{t('data.intro')}</p>
      <RailSection />
      <FlowsSection />
      <PeopleSection />
      <ProviderSection />
      <div style={{ padding: '0 20px 16px' }}>
        <MethodLink page="method-travel" section={6} />
      </div>
    </>
  );
}
