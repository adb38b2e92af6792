import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { StructureTypeResult } from '#core/structure/structure-type.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { SourceText } from '#ui/facts/source-text.tsx';
import { formatCompact, formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import classes from '../structure.module.css';
import { ContextNotice } from '../study/context-notice.tsx';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { useTypeName } from '../study/use-type-name.ts';

/** The rule's steps in the order they are read, with the type each gives. */
const STEPS = [
  ['type.because1', 'scattered'],
  ['type.because2', 'dumbbell'],
  ['type.because3', 'single-core'],
  ['type.because4', 'gradient'],
] as const;

/** Type by the rule beside the literature's label, the numbers that decided, and where the label hangs on the threshold. */
export function StructureTypeBlock({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const typeName = useTypeName();
  const { type: result } = study.structure;
  const left = useLeftOut(nameOf)(result.coverage);
  const { evidence, thresholds, type, sensitivity } = result;
  return (
    <FigureBlock
      title={t('type.title')}
      fileName={`${study.variant.key}-structure-type`}
      rows={
        study.context === null
          ? null
          : () => [
              ['rank', 'adcode', 'city', 'urban_core_persons_2020', 'share'],
              ...evidence.top.map(({ adcode, size, share }, index) => [
                index + 1,
                adcode,
                nameOf(adcode),
                size,
                share,
              ]),
              ['type', type, result.literature?.type ?? null, result.literature?.source ?? null, null],
            ]
      }
    >
      <Types result={result} isLiteratureKnown={study.context !== null} />
      {type !== null && (
        <>
          <ul className={classes.rule}>
            {STEPS.map(([key, gives]) => (
              <li key={key} data-applies={gives === type}>
                {t(key, { threshold: '½' })}
              </li>
            ))}
          </ul>
          <FactList
            facts={[
              {
                label: t('type.comparable', { threshold: '½' }),
                value: String(evidence.comparableCities),
                // A city stays with its figures.
                note: evidence.top.map(({ adcode, size, share }, index) => (
                  <Fragment key={adcode}>
                    {index > 0 && ' · '}
                    <span className={classes.whole}>
                      {nameOf(adcode)} {formatCompact(size, language)}
                      {bracketed(formatShare(share, language, 0), language)}
                    </span>
                  </Fragment>
                )),
              },
              {
                label: t('type.second'),
                value: formatNumber(evidence.secondToFirst, language, 2),
              },
              { label: t('type.third'), value: formatNumber(evidence.thirdToSecond, language, 2) },
              { label: t('type.majority'), value: formatShare(evidence.top[0]?.share, language) },
            ]}
          />
          <p className={classes.after}>{t('type.sensitivity')}</p>
          <div className={classes.steps}>
            {sensitivity.map((step) => (
              <span key={step.comparable} className={classes.step} data-same={step.type === type}>
                {formatNumber(step.comparable, language, 2)}
                {step.comparable === thresholds.comparable ? '*' : ''}
                <br />
                {typeName(step.type)}
              </span>
            ))}
          </div>
          <p className={classes.after}>{t('type.caution')}</p>
          <MethodLink page="method-structure" section={2} />
        </>
      )}
      {left !== null && <p className={classes.after}>{left}</p>}
    </FigureBlock>
  );
}

function Types({
  result,
  isLiteratureKnown,
}: {
  readonly result: StructureTypeResult;
  readonly isLiteratureKnown: boolean;
}) {
  const { t } = useTranslation(['structure']);
  const typeName = useTypeName();
  const { type, literature, agreement } = result;
  return (
    <div className={classes.types}>
      <div>
        <div className={classes.typeLabel}>{t('type.rule')}</div>
        <div className={classes.typeName}>{type === null ? t('type.unknown') : typeName(type)}</div>
      </div>
      <div>
        <div className={classes.typeLabel}>
          {t('type.literature')}
          {agreement !== null && (
            <span className={classes.badge} data-tone={agreement ? undefined : 'warning'}>
              {t(agreement ? 'type.agree' : 'type.disagree')}
            </span>
          )}
        </div>
        <div className={classes.typeName}>
          {!isLiteratureKnown ? (
            <ContextNotice />
          ) : literature === null ? (
            <span className={classes.muted} style={{ fontSize: 13, fontWeight: 400 }}>
              {t('type.none')}
            </span>
          ) : (
            typeName(literature.type)
          )}
        </div>
        {literature !== null && (
          <div className={classes.typeLabel}>
            <SourceText text={literature.source} />
          </div>
        )}
      </div>
    </div>
  );
}
