import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type PlanOrder, planOrders, SURE_ORDER } from '#core/uncertainty/plan-orders.ts';
import type { PlanFigure, PlansUncertainty } from '#core/uncertainty/plans-uncertainty.ts';
import { spreadOf } from '#core/uncertainty/spread.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { type ColumnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatNumber, formatPart } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RunStatus } from '#ui/panels/run-status.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { FirstOrAll } from './first-or-all.tsx';
import { cancelPlanRanges, computePlanRanges, planRanges, useFreshPlanRanges } from './plan-ranges.ts';
import { useCircleFailure } from './use-circle-failure.ts';
import { Whisker } from './whisker.tsx';

/** Pairs shown at first. */
const FIRST = 8;

interface Shown {
  readonly figure: PlanFigure;
  /** As the ranking heads the column. */
  readonly title: string;
  readonly scale: ColumnScale;
  /** The plans in the order of the ranking. */
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
}

/** How sure the ranking is: ranges of the figure it is ordered by, asked for when they are wanted, and orders that are not sure. */
export function PlanOrderSection(shown: Shown) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const textOf = useCircleFailure();
  const { progress, failure } = useStore(planRanges);
  const tried = useFreshPlanRanges();
  return (
    <PanelSection title={t('plans.ranges.title')} aside={<ProvenanceTag provenance="modelled" />}>
      <p className={classes.hint}>{t('plans.ranges.intro')}</p>
      <MethodLink page="method-travel" section={8} />
      {progress !== null && (
        <RunStatus
          words={t('plans.ranges.computing', {
            done: formatNumber(progress.done, language),
            total: formatNumber(progress.total, language),
          })}
          action={{ label: t('run.cancel', { ns: 'terms' }), onClick: cancelPlanRanges }}
          progress={progress}
        />
      )}
      <SaidWhenDone what={t('plans.ranges.title')} isBusy={progress !== null} hasResult={tried !== null} />
      {failure !== null && (
        <Notice
          kind="failed"
          title={textOf(failure).message}
          action={{ label: t('state.retry'), onClick: () => void computePlanRanges() }}
        >
          {textOf(failure).nextStep}
        </Notice>
      )}
      {progress === null && failure === null && tried === null && (
        <Button variant="default" fullWidth mt={8} onClick={() => void computePlanRanges()}>
          {t('plans.ranges.add')}
        </Button>
      )}
      {tried !== null && (
        <>
          <Ranges {...shown} tried={tried} />
          <Orders {...shown} tried={tried} />
        </>
      )}
    </PanelSection>
  );
}

interface Tried extends Shown {
  readonly tried: PlansUncertainty;
}

/** The figure of each plan with its range, in the order of the ranking. */
function Ranges({ figure, title, scale, ids, nameOf, tried }: Tried) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const rows = ids.flatMap((id) => {
    const plan = tried.plans.find((each) => each.id === id);
    return plan === undefined
      ? []
      : [{ id, declared: plan.declared[figure], spread: spreadOf(plan.drawn[figure]) }];
  });
  const most = Math.max(...rows.map(({ declared, spread }) => Math.max(declared, spread.p95)));
  return (
    <>
      <p className={classes.hint}>
        {t('plans.ranges.ends', {
          draws: formatNumber(tried.draws, language),
          seed: String(tried.seed),
          most: `${scale.show(most)}${scale.unit === '' ? '' : ` ${scale.unit}`}`,
        })}
      </p>
      <table className={classes.ranking} data-testid="plan-ranges">
        <thead>
          <tr>
            <th scope="col">{t('plans.ranges.plan')}</th>
            <th scope="col">{headWithUnit(title, scale.unit, language)}</th>
            <th scope="col">{t('plans.ranges.low')}</th>
            <th scope="col">{t('plans.ranges.high')}</th>
            <th scope="col" className={classes.whiskerCell}>
              {t('plans.ranges.whisker')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, declared, spread: { p5, p95 } }) => (
            <tr key={id}>
              <td>{nameOf(id)}</td>
              <td>{scale.show(declared)}</td>
              <td>{scale.show(p5)}</td>
              <td>{scale.show(p95)}</td>
              <td className={classes.whiskerCell}>
                <Whisker low={p5} value={declared} high={p95} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The pairs whose order the doubt may turn round, least sure first. */
function Orders({ figure, title, nameOf, tried }: Tried) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const orders = planOrders(tried.plans, figure);
  const unsure = orders.filter(({ holds }) => holds < SURE_ORDER);
  const heading = t('plans.ranges.unsure', {
    count: unsure.length,
    all: formatNumber(orders.length, language),
  });
  const percent = formatPart(SURE_ORDER, language);
  const rows = (all: readonly PlanOrder[]) => [
    ['figure', 'above', 'above_name', 'below', 'below_name', 'order_holds', 'draws'],
    ...all.map(({ above, below, holds }) => [
      figure,
      above,
      nameOf(above),
      below,
      nameOf(below),
      Number(holds.toFixed(4)),
      tried.draws,
    ]),
  ];
  return (
    <>
      <div className={classes.sideHead}>
        <span>{heading}</span>
        <TableTools
          title={t('plans.ranges.orders', { figure: title })}
          fileName="plan-orders"
          rows={() => rows(orders)}
          origins={() => originsOf(['regions', 'rail-timetable', 'county-raster'])}
          origin={tableOrigin}
          opens={false}
        />
      </div>
      <p className={classes.hint}>
        {t(unsure.length === 0 ? 'plans.ranges.allSure' : 'plans.ranges.unsureHint', { percent })}
      </p>
      {unsure.length > 0 && (
        <FirstOrAll items={unsure} first={FIRST}>
          {(some) => (
            <table className={classes.ranking} data-testid="plan-orders">
              <thead>
                <tr>
                  <th scope="col">{t('plans.ranges.above')}</th>
                  <th scope="col" className={classes.nameCell}>
                    {t('plans.ranges.below')}
                  </th>
                  <th scope="col">{t('plans.ranges.holds')}</th>
                </tr>
              </thead>
              <tbody>
                {some.map(({ above, below, holds }) => (
                  <tr key={`${above} ${below}`}>
                    <td>{nameOf(above)}</td>
                    <td className={classes.nameCell}>{nameOf(below)}</td>
                    <td>{formatPart(holds, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </FirstOrAll>
      )}
    </>
  );
}
