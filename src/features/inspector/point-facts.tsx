import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vintageName } from '#core/network/rail-source.ts';
import { rideOrigin } from '#core/network/ride-origin.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { useJourneyTo } from '#state/circles/circle-journey.ts';
import { offerCircleOrigin } from '#state/circles/circle-origins.ts';
import { addCircleOrigin, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { useStationName } from '#state/station-names.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { JourneyLeg } from '#core/surface/circle-request.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import { formatMinutes, formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { InspectorHeader } from './inspector-header.tsx';

/** Degrees of a position, four decimals (about 10 m). */
function degrees(value: number): string {
  return `${value.toFixed(4)}°`;
}

/** A place on the map: where it is, how one gets there from the circle's origin, a circle from here. */
export function PointFacts({ at }: { readonly at: LngLat }) {
  const { t } = useTranslation(['inspector', 'terms']);
  const position = `${degrees(at[1])} N, ${degrees(at[0])} E`;
  const isCircle = useProject(({ view }) => view.workspace === 'circles' || view.workspace === 'scenario');
  const startHere = (more: boolean) =>
    void offerCircleOrigin(at, (origin) => {
      const { circles } = projectStore.getState().document;
      dispatch(more ? addCircleOrigin(circles, origin) : setCircleOrigins([origin]));
      dispatch(enterWorkspace('circles'));
    });
  return (
    <>
      <InspectorHeader kind={t('place', { ns: 'terms' })} name={position} />
      {isCircle && <Way at={at} />}
      <section style={{ padding: '0 20px 12px' }}>
        <Group grow gap={8}>
          <Button variant="default" onClick={() => startHere(false)}>
            {t('point.circleFrom')}
          </Button>
          <Button variant="default" onClick={() => startHere(true)}>
            {t('point.addOrigin')}
          </Button>
        </Group>
      </section>
    </>
  );
}

function Way({ at }: { readonly at: LngLat }) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const { journey, failure } = useJourneyTo(at);
  const factOf = useLegFact();
  const definition = `${t(`mode.${circles.mode}`, { ns: 'terms' })} · ${t(`traffic.${circles.preset}`, { ns: 'terms' })}`;
  return (
    <PanelSection title={t('way.title')} aside={definition}>
      {journey !== null && (
        <>
          <p style={{ margin: '0 0 8px', fontSize: 28, lineHeight: '36px' }} data-testid="journey-minutes">
            {formatMinutes(journey.minutes, language)}
          </p>
          <FactList facts={journey.legs.map((leg, index) => factOf(leg, index))} />
        </>
      )}
      {failure !== null && (
        <p style={{ margin: 0, fontSize: 13 }} role="status">
          {failure.reason === 'no-way'
            ? t('way.none', { minutes: formatMinutes(Number(failure.values?.['minutes'] ?? 0), language) })
            : Object.values(computationWords(failure)).join(' ')}
        </p>
      )}
    </PanelSection>
  );
}

/** A leg as a fact: what, minutes, and whether they are observed, modelled or assumed, of which vintage. */
function useLegFact(): (leg: JourneyLeg, index: number) => Fact {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links');
  const units = useUnits();
  const stationName = useStationName();
  // A way begins at a city's seat, ends at a place and rides between stations.
  const placeName = (name: string): string => {
    const city = language === 'en' ? [...units.values()].find(({ nameZh }) => nameZh === name) : undefined;
    return city === undefined ? stationName(name) : pickName(city, language);
  };
  return (leg, index) => {
    const value = `${formatNumber(leg.minutes, language, leg.minutes < 10 ? 1 : 0)} ${t('way.min')}`;
    const place = `${index + 1}. `;
    if (leg.kind === 'road') {
      const crossed = leg.links.map((id) => {
        const link = links?.find((each) => each.id === id);
        return link === undefined ? id : pickName(link, language);
      });
      return {
        label: place + t('way.road'),
        value,
        note: [
          `${placeName(leg.from)} → ${placeName(leg.to)}`,
          ...(crossed.length > 0 ? [t('way.over', { links: crossed.join(t('way.comma')) })] : []),
          t('way.roadNote'),
        ].join(' · '),
      };
    }
    if (leg.kind !== 'ride')
      return {
        label: place + t(`way.${leg.kind}`),
        value,
        note: `${stationName(leg.at)} · ${t('provenance.assumed', { ns: 'terms' })}`,
      };
    const line = lines?.find(({ id }) => id === leg.line);
    return {
      label: place + t('way.ride', { from: stationName(leg.from), to: stationName(leg.to) }),
      value,
      note: [
        ...(line === undefined ? [] : [pickName(line, language)]),
        t(`way.source.${rideOrigin(leg)}`),
        ...(leg.source === 'observed' || leg.source === 'observed-reverse'
          ? [t('way.vintage', { vintage: vintageName(leg.vintage) })]
          : []),
        leg.trainsPerDay === null ? t('way.trainsUnknown') : t('way.trains', { count: leg.trainsPerDay }),
      ].join(' · '),
    };
  };
}
