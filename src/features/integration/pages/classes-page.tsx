import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_CLASSES } from '#core/classify/breaks.ts';
import { countsIn } from '#core/classify/classify.ts';
import { nameLanguage } from '#core/geography/name-language.ts';
import { bivariateColours, valueRamps } from '#map/layers/colour-ramps.ts';
import {
  setClassification,
  setClassLimits,
  setCrossColours,
  setPalette,
} from '#state/commands/integration-commands.ts';
import {
  CLASSIFICATION_METHODS,
  CROSS_PALETTES,
  type ClassificationMethod,
} from '#state/document/integration-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { classRange } from '#map/legend/class-range.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { CrossedCounts } from '../charts/crossed-counts.tsx';
import { TableButtons } from '../charts/export-buttons.tsx';
import { Histogram } from '../charts/histogram.tsx';
import classes from '../integration.module.css';
import { canLock } from '../measure/classify-measure.ts';
import { useColouredMeasure, useCrossedMeasures } from '../measure/use-measure.ts';

const COUNTS = Array.from({ length: MOST_CLASSES - 2 }, (_, at) => String(at + 3));

/** How values become classes and colours: method, number, limits on a histogram, lock across years, palette. */
export function ClassesPage() {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const choice = useProject(({ integration }) => integration.classification);
  const palette = useProject(({ integration }) => integration.palette);
  const isReversed = useProject(({ integration }) => integration.reversed);
  const measure = useColouredMeasure();
  const crossed = useCrossedMeasures();
  const hasScenario = useProject(({ activeScenario }) => activeScenario !== null);
  const inner = measure?.classification.bounds.slice(1, -1) ?? [];
  const chooseMethod = (method: ClassificationMethod) =>
    dispatch(
      setClassification({
        ...choice,
        method,
        manualBreaks: method === 'manual' ? inner.slice(0, MOST_CLASSES - 1) : choice.manualBreaks,
      }),
    );
  const hasCount = ['natural-breaks', 'quantile', 'equal-interval'].includes(choice.method);
  return (
    <>
      {crossed !== null && (
        <PanelSection title={t('crossCounts')}>
          <CrossedCounts crossed={crossed} />
          <CrossColours />
          <p className={classes.hint}>{t('crossClasses')}</p>
        </PanelSection>
      )}
      <PanelSection title={t('classification')}>
        <div className={classes.pair}>
          <Select
            aria-label={t('classification')}
            data={CLASSIFICATION_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
            value={choice.method}
            allowDeselect={false}
            onChange={(value) => value !== null && chooseMethod(value)}
          />
          {hasCount && (
            <SegmentedControl
              aria-label={t('classCount')}
              data={COUNTS}
              value={String(choice.count)}
              onChange={(value) => dispatch(setClassification({ ...choice, count: Number(value) }))}
            />
          )}
        </div>
        {measure === null ? (
          <Notice kind="loading" title={t('waiting')} />
        ) : (
          <Histogram
            measure={measure}
            breaks={inner}
            onBreaks={(manualBreaks) => dispatch(setClassLimits(choice, manualBreaks))}
          />
        )}
        <Checkbox
          mt={10}
          label={hasScenario ? t('lockScenario') : t('lock')}
          description={measure !== null && !canLock(measure.view) ? t('lockOff') : t('lockHint')}
          checked={choice.lock}
          disabled={measure !== null && !canLock(measure.view)}
          onChange={(event) => dispatch(setClassification({ ...choice, lock: event.currentTarget.checked }))}
        />
        <MethodLink page="method" section={5} />
      </PanelSection>
      <PanelSection title={t('palette')}>
        <div className={classes.pair}>
          <Select
            aria-label={t('palette')}
            data={[
              { value: 'auto', label: t('paletteAuto') },
              ...valueRamps
                .filter((ramp) => ramp !== 'minutes')
                .map((value) => ({ value: value as string, label: t(`ramp.${value}`) })),
            ]}
            value={palette}
            allowDeselect={false}
            onChange={(value) => value !== null && dispatch(setPalette(value, isReversed))}
          />
          <Checkbox
            style={{ alignSelf: 'center' }}
            label={t('reversed')}
            checked={isReversed}
            onChange={(event) => dispatch(setPalette(palette, event.currentTarget.checked))}
          />
        </div>
      </PanelSection>
      {measure !== null && (
        <PanelSection
          title={t('classTable')}
          aside={
            <TableButtons
              title={t('classTable')}
              name="classes"
              rows={[
                ['class', 'class_from', 'class_to', 'units', 'colour'],
                ...measure.colours.map((colour, i) => [
                  i + 1,
                  measure.classification.bounds[i] ?? null,
                  measure.classification.bounds[i + 1] ?? null,
                  countsIn(measure.classification, measure.view.values.values())[i] ?? 0,
                  colour,
                ]),
              ]}
            />
          }
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('classRange')}</th>
                <th className={classes.number}>{t('classUnits')}</th>
              </tr>
            </thead>
            <tbody>
              {measure.colours
                .map((colour, i) => (
                  <tr key={measure.classification.bounds[i]}>
                    <td>
                      <span
                        className={classes.bar}
                        style={{ width: 28, height: 14, marginRight: 8, background: colour }}
                      />
                      {classRange(
                        measure.classification.bounds,
                        i,
                        measure.view.decimals,
                        nameLanguage(language),
                        measure.view.isDiverging,
                      )}
                    </td>
                    <td className={classes.number}>
                      {countsIn(measure.classification, measure.view.values.values())[i]}
                    </td>
                  </tr>
                ))
                .toReversed()}
            </tbody>
          </table>
          <p className={classes.hint}>
            {t('noDataCount', {
              count: [...measure.view.values.values()].filter((value) => value === null).length,
            })}
          </p>
        </PanelSection>
      )}
    </>
  );
}

/** Palette of two measures crossed, and which end of each is the strong one. */
function CrossColours() {
  const { t } = useTranslation(['integration']);
  const colours = useProject(({ integration }) => integration.crossColours);
  const theme = useShownTheme();
  return (
    <>
      <div className={classes.palettes} role="radiogroup" aria-label={t('crossPalette')}>
        {CROSS_PALETTES.map((palette) => (
          <button
            key={palette}
            type="button"
            role="radio"
            aria-checked={palette === colours.palette}
            aria-label={t(`crossPalettes.${palette}`)}
            title={t(`crossPalettes.${palette}`)}
            className={classes.palette}
            onClick={() => dispatch(setCrossColours({ ...colours, palette }))}
          >
            {/* The second measure rises upwards, as in the key. */}
            {bivariateColours[palette][theme]
              .toReversed()
              .flat()
              .map((colour) => (
                <i key={colour} style={{ background: colour }} />
              ))}
          </button>
        ))}
      </div>
      <div className={classes.pair}>
        <Checkbox
          size="xs"
          label={t('reverseFirst')}
          checked={colours.reverseFirst}
          onChange={(event) =>
            dispatch(setCrossColours({ ...colours, reverseFirst: event.currentTarget.checked }))
          }
        />
        <Checkbox
          size="xs"
          label={t('reverseSecond')}
          checked={colours.reverseSecond}
          onChange={(event) =>
            dispatch(setCrossColours({ ...colours, reverseSecond: event.currentTarget.checked }))
          }
        />
      </div>
    </>
  );
}
