import type { MultiPolygon } from 'geojson';
import { useTranslation } from 'react-i18next';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { tableOrigin } from '#state/table-origin.ts';
import type { CsvCell } from '#ui/files/save-file.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatAreaKm2, formatCompact, formatMinutes, formatShare } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { readingFigures } from '../reading-figures.ts';
import { useDefinition } from '../use-definition.ts';
import { CountyShares } from '../county-shares.tsx';
import { TakeAsRegion } from './take-as-region.tsx';
import { useShapeAnswer, type ShapeAnswer } from './use-shape-answer.ts';
import { useShapeFailure } from './use-shape-failure.ts';

/** Where a table of a shape comes from: the atlas's data, and the person's own file by name and hash. */
export function shapeOrigin({ id, name, layer, datum }: ShapeFile): readonly (readonly CsvCell[])[] {
  return [...tableOrigin(), ['own-boundaries', `${name} · ${layer} · ${datum}`, '', `SHA-256 ${id}`]];
}

interface Shown {
  readonly file: ShapeFile;
  readonly name: string;
}

/** What one shape holds, how it lies to the hour, and the way to make a region of it. */
export function ShapeFigures({ file, name, area }: Shown & { readonly area: MultiPolygon }) {
  const { t } = useTranslation('circles');
  const textOf = useShapeFailure();
  const { answer, failure, circles, retry } = useShapeAnswer(area);
  const failed = failure === null ? null : textOf(failure);
  if (failed !== null)
    return (
      <PanelSection title={name}>
        <Notice kind="failed" title={failed.message} action={{ label: t('state.retry'), onClick: retry }}>
          {failed.nextStep}
        </Notice>
      </PanelSection>
    );
  if (answer === null || circles === null)
    return (
      <PanelSection title={name}>
        <Notice kind="loading" title={t('shapes.computing')} />
      </PanelSection>
    );
  return (
    <>
      <Holds file={file} name={name} readings={answer.readings} />
      {answer.versus === null ? (
        <p className={classes.pageHint}>{t('shapes.noHour')}</p>
      ) : (
        <AgainstHour file={file} name={name} versus={answer.versus} circles={circles} />
      )}
      <TakeAsRegion key={name} name={name} readings={answer.readings} />
    </>
  );
}

function Holds({ file, name, readings }: Shown & Pick<ShapeAnswer, 'readings'>) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const { population, area, gdp } = readingFigures(readings, language, t);
  return (
    <PanelSection title={name} aside={<ProvenanceTag provenance="derived" />}>
      <dl className={classes.figures} data-testid="shape-figures">
        <dt>{population.label}</dt>
        <dd data-testid="shape-population">{population.value}</dd>
        <dt>{area.label}</dt>
        <dd data-testid="shape-area">{area.value}</dd>
      </dl>
      <p className={classes.hint}>{population.note}</p>
      <FactList
        facts={[
          {
            label: t('shapes.outline'),
            value: formatAreaKm2(readings.outlineKm2, language),
            note: t('shapes.outlineNote'),
          },
          {
            label: gdp.label,
            value: gdp.value,
            note:
              readings.gdp === null
                ? ''
                : t('shapes.gdpNote', {
                    years: listed(readings.gdp.years, language),
                    share: formatShare(readings.gdp.knownShare, language, 0),
                  }),
          },
        ]}
      />
      <CountyShares
        title={t('shapes.counties')}
        tableTitle={`${name} · ${t('shapes.counties')}`}
        fileName={`${name}-counties`}
        counties={readings.counties.map(({ adcode, share, population: people }) => ({
          adcode,
          share,
          people,
        }))}
        shareHead={t('shapes.share')}
        peopleHead={t('shapes.people')}
        shareColumn="area_cut"
        peopleColumn="people"
        data={['county-raster']}
        origin={() => shapeOrigin(file)}
      />
    </PanelSection>
  );
}

function AgainstHour({
  file,
  name,
  versus,
  circles,
}: Shown & {
  readonly versus: NonNullable<ShapeAnswer['versus']>;
  readonly circles: Parameters<ReturnType<typeof useDefinition>>[0];
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const definition = useDefinition();
  const { plan, hour, both, coverage, overlapPeople, overlapArea, minutes } = versus;
  const people = (population: number, areaKm2: number) =>
    t('plans.peopleOnLand', {
      people: formatCompact(population, language),
      area: formatAreaKm2(areaKm2, language),
    });
  const within = formatMinutes(minutes, language);
  return (
    <PanelSection
      title={t('shapes.versus', { minutes: within })}
      aside={
        <>
          {definition(circles)} <ProvenanceTag provenance="modelled" />
        </>
      }
    >
      <p className={classes.hint}>{t('shapes.versusHint')}</p>
      <div data-testid="shape-versus">
        <FactList
          facts={[
            { label: t('shapes.inShape'), value: people(plan.population, plan.areaKm2) },
            { label: t('shapes.inHour', { minutes: within }), value: people(hour.population, hour.areaKm2) },
            {
              label: t('shapes.inBoth'),
              value: people(both.population, both.areaKm2),
              note: t('shapes.coverage', { share: formatShare(coverage, language) }),
            },
            {
              label: t('shapes.inEither'),
              value: people(
                plan.population + hour.population - both.population,
                plan.areaKm2 + hour.areaKm2 - both.areaKm2,
              ),
            },
            {
              label: t('shapes.overlap'),
              value: formatShare(overlapPeople, language),
              note: t('shapes.overlapLand', { share: formatShare(overlapArea, language) }),
            },
          ]}
        />
      </div>
      {(['beyondHour', 'beyondShape'] as const).map((side) => (
        <CountyShares
          key={side}
          title={t(`shapes.${side}`)}
          tableTitle={`${name} · ${t(`shapes.${side}`)}`}
          fileName={`${name}-${side === 'beyondHour' ? 'beyond-hour' : 'beyond-shape'}-${minutes}-min`}
          counties={side === 'beyondHour' ? versus.planBeyondHour : versus.hourBeyondPlan}
          shareHead={t(`shapes.shareOf.${side}`)}
          peopleHead={t(`plans.people.${side === 'beyondHour' ? 'beyondHour' : 'beyondPlan'}`)}
          shareColumn={side === 'beyondHour' ? 'part_within_hour' : 'part_beyond_shape'}
          peopleColumn={side === 'beyondHour' ? 'people_beyond_hour' : 'people_within_hour'}
          data={['county-raster', 'rail-timetable']}
          origin={() => shapeOrigin(file)}
        />
      ))}
    </PanelSection>
  );
}
