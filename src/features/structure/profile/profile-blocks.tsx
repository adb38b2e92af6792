import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { gravityFlowsOf } from '#core/structure/gravity.ts';
import { industryPairsOf, meanOfPairs } from '#core/structure/industry-similarity.ts';
import { peopleWithin } from '#core/surface/circle-readings.ts';
import { useProject } from '#state/store.ts';
import {
  formatAreaKm2,
  formatCompact,
  formatMinutes,
  formatNumber,
  formatShare,
} from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { askAgain } from '../study/ask-again.ts';
import { ContextNotice } from '../study/context-notice.tsx';
import { useCoreCircle, CORE_CIRCLE_MINUTES } from '../study/use-core-circle.ts';
import { useIndustry } from '../study/use-industry.ts';
import { useCityName } from '../study/use-names.ts';
import { useRegionTimes } from '../study/use-region-times.ts';
import { useOwnRides } from '../study/use-own-rides.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import classes from './profile.module.css';

/** Rows of the short lists on a page. */
const SHOWN = 5;
/** The year of the industries on a page. */
const INDUSTRY_YEAR = 2020;

/** That the worker could not give an answer, with the way to ask again. */
function NotGiven({ title }: { readonly title: string }) {
  const { t } = useTranslation(['structure']);
  return <Notice kind="failed" title={title} action={{ label: t('circulation.again'), onClick: askAgain }} />;
}

/** The strongest ties, door to door. */
export function ProfileTies({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const times = useRegionTimes(study.variant.statisticalMembers, 'door-to-door');
  const answer = times.kind === 'ready' ? times.times : null;
  const persons = study.frame.figures.population.values;
  const ownRides = useOwnRides();
  const flows = useMemo(
    () => (answer === null ? [] : gravityFlowsOf(answer, persons).flows.slice(0, SHOWN)),
    [answer, persons],
  );
  if (times.kind === 'failed') return <NotGiven title={t('ties.failed')} />;
  if (times.kind === 'waiting') {
    return (
      <p className={classes.small} data-kind="loading">
        {t('sheet.circleWaiting')}
      </p>
    );
  }
  return (
    <>
      <dl className={classes.facts}>
        {flows.map(({ from, to, minutes, share }) => [
          <dt key={from + to}>
            {nameOf(from)} – {nameOf(to)}
          </dt>,
          <dd key={`${from}${to}-value`}>
            {formatMinutes(minutes, language)} · {formatShare(share, language)}
          </dd>,
        ])}
      </dl>
      {ownRides !== null && <p className={classes.small}>{ownRides}</p>}
    </>
  );
}

/** What the first core reaches within the hour. */
export function ProfileCircle({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const preset = useProject(({ circles }) => circles.preset);
  const core = study.region.cores.find(({ role }) => role === 'core') ?? study.region.cores[0];
  const circle = useCoreCircle(core?.adcode ?? null);
  const ownRides = useOwnRides();
  const peopleFrom = circle.kind === 'ready' ? circle.readings.peopleFrom : null;
  if (core === undefined) return <p className={classes.small}>—</p>;
  return (
    <>
      <p
        className={classes.small}
        style={{ color: 'inherit' }}
        data-kind={circle.kind === 'waiting' ? 'loading' : undefined}
      >
        {circle.kind === 'waiting' && t('sheet.circleWaiting')}
        {circle.kind === 'ready' &&
          t('sheet.circleValue', {
            city: nameOf(core.adcode),
            minutes: CORE_CIRCLE_MINUTES,
            people: formatCompact(peopleWithin(circle.readings), language),
            area: formatAreaKm2(circle.readings.areaKm2, language),
          })}
      </p>
      {circle.kind === 'failed' && <NotGiven title={circle.message} />}
      <p className={classes.small}>
        {t('sheet.circleNote', { traffic: t(`traffic.${preset}`, { ns: 'terms' }) })}
      </p>
      {ownRides !== null && <p className={classes.small}>{ownRides}</p>}
      {peopleFrom !== null && (
        <p className={classes.small}>{t('own.people', { names: peopleFrom, ns: 'terms' })}</p>
      )}
    </>
  );
}

/** Means and the extreme pairs. */
export function ProfileIndustry({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const state = useIndustry(study, INDUSTRY_YEAR);
  if (state.kind !== 'ready') {
    return (
      <p className={classes.small} data-kind={state.kind === 'waiting' ? 'loading' : undefined}>
        {t(state.kind === 'waiting' ? 'industry.waiting' : 'industry.missing')}
      </p>
    );
  }
  const { matrix } = state.industry;
  const pairs = industryPairsOf(matrix);
  const named = (list: typeof pairs) =>
    listed(
      list
        .slice(0, 3)
        .map(({ a, b, krugman }) => `${nameOf(a)}–${nameOf(b)} ${formatNumber(krugman, language, 2)}`),
      language,
    );
  return (
    <dl className={classes.facts}>
      <dt>
        {t('industry.mean')} {t('industry.krugman')} · {t('industry.similarity')}
      </dt>
      <dd>
        {formatNumber(meanOfPairs(matrix, 'krugman'), language, 3)} ·{' '}
        {formatNumber(meanOfPairs(matrix, 'similarity'), language, 3)}
      </dd>
      <dt className={classes.wide}>
        {t('industry.complementary')}
        {t('colon')}
        {named(pairs)}
      </dt>
      <dt className={classes.wide}>
        {t('industry.duplicated')}
        {t('colon')}
        {named(pairs.toReversed())}
      </dt>
    </dl>
  );
}

/** Plans and bodies, one line each. */
export function ProfilePlans({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const { context } = study;
  if (context === null) return <ContextNotice />;
  const events = context.institutions
    .filter(({ agglomeration }) => agglomeration === study.region.id)
    .toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
  if (events.length === 0) return <p className={classes.small}>{t('sheet.noPlans')}</p>;
  return (
    <ul className={classes.list}>
      {events.map(({ year, titleZh, whatEn, whatZh }) => (
        <li key={`${year}${titleZh}`}>
          {year ?? t('plans.undated')} {titleZh}
          <span className={classes.other}> {language === 'en' ? whatEn : whatZh}</span>
        </li>
      ))}
    </ul>
  );
}
