import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { formatKm, formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { apart, bracketed, colon, fullStop, sentenceGap } from '#ui/i18n/punctuation.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { compassOf } from '../study/compass.ts';
import { useKeyFigures, type WordedFigure } from '../study/use-key-figures.ts';
import { STUDY_DATA, useRegionStudy, type RegionStudy } from '../study/use-region-study.ts';
import { useTypeName } from '../study/use-type-name.ts';
import { ProfileCircle, ProfileIndustry, ProfilePlans, ProfileTies } from './profile-blocks.tsx';
import { ProfileMap } from './profile-map.tsx';
import { ProfileScore } from './profile-score.tsx';
import classes from './profile.module.css';

/** A region on one page. */
export function ProfileSheet({ regionId }: { readonly regionId: string }) {
  const { t } = useTranslation(['structure']);
  const study = useRegionStudy(regionId);
  const data = useDataState(STUDY_DATA);
  return study === null ? <DataNotice waiting={t('computing')} data={data} /> : <Sheet study={study} />;
}

function Sheet({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const { region, variant } = study;
  return (
    <article className={classes.sheet} aria-label={pickName(region, language)}>
      <header className={classes.title}>
        <h2 className={classes.name}>
          {pickName(region, language)}{' '}
          <small className={classes.other} style={{ fontSize: 14, fontWeight: 400 }}>
            {language === 'en' ? region.nameZh : region.nameEn}
          </small>
        </h2>
        <span className={classes.other}>
          {[
            region.maturity === null
              ? t(region.kind, { ns: 'terms' })
              : t(`maturity.${region.maturity}`, { ns: 'terms' }),
            language === 'en' ? variant.label : variant.labelZh,
          ].join(' · ')}
        </span>
      </header>
      <div className={classes.grid}>
        <Block title={t('sheet.keyMap')}>
          <ProfileMap study={study} />
        </Block>
        <Block title={t('figures.title')}>
          <Figures study={study} />
        </Block>
        <Block title={t('sheet.structure')}>
          <StructureFacts study={study} />
        </Block>
        <Block title={t('sheet.score')}>
          <ProfileScore study={study} />
        </Block>
        <Block title={t('sheet.ties')}>
          <ProfileTies study={study} />
        </Block>
        <Block title={t('sheet.circle')}>
          <ProfileCircle study={study} />
        </Block>
        <Block title={t('sheet.industry')}>
          <ProfileIndustry study={study} />
        </Block>
        <Block title={t('sheet.plans')}>
          <ProfilePlans study={study} />
        </Block>
      </div>
      <Foot study={study} />
    </article>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** Sources of the figures in the order in which they first occur; a figure names them by number. */
function sourcesOf(figures: readonly WordedFigure[]): readonly string[] {
  return [...new Set(figures.flatMap(({ figure }) => figure.sourceIds))];
}

function Figures({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const figures = useKeyFigures(study);
  const sources = sourcesOf(figures);
  return (
    <dl className={classes.facts}>
      {figures.map(({ figure, label, value, published }) => {
        const all = figure.coverage.used.length + figure.coverage.excluded.length;
        const notes = [
          published === null ? null : t('figures.published', { value: published }),
          figure.ofWholeCities ? t('figures.wholeCities') : null,
          figure.coverage.excluded.length === 0
            ? null
            : t('figures.of', { used: figure.coverage.used.length, all }),
        ].filter((note) => note !== null);
        return [
          <dt key={figure.id}>
            {label}
            {notes.length > 0 && bracketed(notes.join(' · '), language)}
            <sup className={classes.sources}>
              {figure.sourceIds.map((id) => sources.indexOf(id) + 1).join(' ')}
            </sup>
          </dt>,
          <dd key={`${figure.id}-value`}>{value}</dd>,
        ];
      })}
    </dl>
  );
}

function StructureFacts({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const typeName = useTypeName();
  const { type, rankSize, concentration, centreShift, ellipse } = study.structure;
  const index = (value: number | null, decimals = 2) => formatNumber(value, language, decimals);
  const facts: (readonly [string, string])[] = [
    [t('type.title'), type.type === null ? t('type.unknown') : typeName(type.type)],
    [
      t('type.literature'),
      study.context === null
        ? t('plans.waiting')
        : type.literature === null
          ? t('type.none')
          : typeName(type.literature.type),
    ],
    [
      `${t('rank.title')}, ${t('rank.exponent')}`,
      rankSize.exponent === null
        ? '—'
        : `${index(rankSize.exponent)} ± ${index(rankSize.standardError)} (n = ${rankSize.points.length})`,
    ],
    [
      'S2 · S4 · S11',
      [concentration.s2, concentration.s4, concentration.s11].map((s) => index(s)).join(' · '),
    ],
    [t('primacy.hhi'), index(concentration.herfindahl, 3)],
    [t('primacy.gini'), index(concentration.gini, 3)],
    [
      t('map.shift'),
      centreShift === null
        ? '—'
        : t('movement.shiftValue', {
            km: index(centreShift.km, 1),
            direction: t(`movement.directions.${compassOf(centreShift.bearing)}`),
          }),
    ],
    [
      t('movement.ellipse'),
      ellipse === null
        ? '—'
        : `${index(ellipse.semiMajorKm, 0)} × ${formatKm(ellipse.semiMinorKm, language)}`,
    ],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>])}
    </dl>
  );
}

function Foot({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const sources = useArtefact('sources');
  const manifest = useArtefact('manifest');
  const approvalNumber = useProject(({ mapApprovalNumber }) => mapApprovalNumber);
  const figures = useKeyFigures(study);
  const titles = useMemo(
    () =>
      sourcesOf(figures).map((id, index) => {
        const source = sources?.get(id);
        const title = source === undefined ? id : language === 'en' ? source.titleEn : source.titleZh;
        return `${index + 1} ${title}`;
      }),
    [figures, sources, language],
  );
  return (
    <p className={classes.foot}>
      {t('sheet.sources')}
      {colon(language)}
      {apart(titles, language)}
      {fullStop(language)}
      {sentenceGap(language)}
      {t('sheet.otherSources')}
      <br />
      {approvalNumber === '' ? t('sheet.draft') : t('sheet.approval', { number: approvalNumber })}
      {manifest !== null && ` · ${t('sheet.vintage', { version: manifest.dataVersion })}`} · WGS-84
    </p>
  );
}
