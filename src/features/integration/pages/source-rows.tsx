import { useTranslation } from 'react-i18next';
import type { DerivationInput } from '#core/indicators/derive-indicators.ts';
import type { DerivedInput } from '#core/indicators/derived-value.ts';
import type { CompilationFlag } from '#core/indicators/indicator.ts';
import type { Region } from '#core/geography/region.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { traceValue } from '#core/indicators/trace-value.ts';
import type { ExplainedMember } from '#core/scoring/explain-score.ts';
import { TRAVEL_MODEL_SOURCE_ID } from '#core/surface/regional-travel.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import { SourceText } from '#ui/facts/source-text.tsx';
import { sourceWords } from '#ui/facts/source-words.ts';
import { formatNumber, formatShare, withUnit } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { TravelModelRows } from './travel-model-rows.tsx';

/** Unit of indicators that are 1 or 0. */
const YES_OR_NO = '0/1';

/** The last step: a member's value, its formula, and the rows it was computed from with years, sources and flags. */
export function SourceRows({
  input,
  table,
  variantKey,
  indicator,
  region,
  member,
  present,
  scoredYear,
}: {
  readonly input: DerivationInput;
  readonly table: ScoringTable;
  readonly variantKey: string;
  readonly indicator: string;
  /** The agglomeration explained. */
  readonly region: Region | undefined;
  readonly member: ExplainedMember | null;
  /** The same of the present, where a scenario is shown. */
  readonly present: ExplainedMember | null;
  readonly scoredYear: number;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const { sourceName } = useMeasureWords();
  const definition = table.definitions.get(indicator);
  if (member === null || member.value === null || member.year === null)
    return (
      <PanelSection title={t('sourceRows')}>
        <p className={classes.hint}>{t('reason.no-values')}</p>
      </PanelSection>
    );
  const { adcode, value, year, contribution } = member;
  const trace = traceValue(input, { indicator, adcode, year, variantKey });
  const flagOf = (id: string, ofYear: number): CompilationFlag | null => {
    for (const series of input.table.series)
      if (series.indicator === id && series.year === ofYear && series.level === 'prefecture') {
        const flag = series.flags.get(adcode);
        if (flag !== undefined) return flag;
      }
    return null;
  };
  const nameOf = (id: string): string => {
    const known = input.table.definitions.get(id) ?? table.definitions.get(id);
    return known === undefined ? id : pickName(known, language);
  };
  const unitText = definition === undefined ? '' : language === 'en' ? definition.unitEn : definition.unitZh;
  const note = (language === 'en' ? definition?.noteEn : definition?.noteZh) ?? '';
  const valueText = (shown: number | null): string => {
    if (definition?.unitEn !== YES_OR_NO)
      return withUnit(formatNumber(shown, language, definition?.decimals ?? 2), unitText);
    return `${formatNumber(shown, language)} · ${t(shown === 1 ? 'yes' : 'no')}`;
  };
  const flag = flagOf(indicator, year);
  const facts: Fact[] = [
    {
      label: definition === undefined ? indicator : pickName(definition, language),
      value: valueText(value),
      note: noteOf([
        t(`provenance.${trace?.provenance ?? 'observed'}`, { ns: 'terms' }),
        year === scoredYear ? null : t('ownYears', { years: year }),
        trace === null || trace.sourceId === 'derived' ? null : sourceName(trace.sourceId),
        flag === null ? null : t(`flag.${flag}`, { ns: 'terms' }),
        indicator === 'hsr_open' || indicator === 'krugman' || typeof trace?.note !== 'string'
          ? null
          : sourceWords(trace.note, language),
      ]),
    },
    ...(present === null || present.value === value
      ? []
      : [
          {
            label: t('scenarioSide.before'),
            value: valueText(present.value),
          },
        ]),
    { label: t('shareOfSpread'), value: formatShare(contribution, language, 1) },
  ];
  const inputs = trace?.inputs ?? [];
  return (
    <>
      <PanelSection title={t('value')}>
        <FactList facts={facts} />
        {indicator === 'hsr_open' && value === 0 && <p className={classes.hint}>{t('noStation')}</p>}
        {trace === null && <p className={classes.hint}>{t('noTrace')}</p>}
        {note !== '' && <p className={classes.hint}>{note}</p>}
        <MethodLink page="method" section={1} />
        <MethodLink page="data" section={1} />
      </PanelSection>
      {indicator === 'krugman' ? (
        <SectionShares
          inputs={inputs}
          input={input}
          variantKey={variantKey}
          year={year}
          source={sourceName('employment')}
        />
      ) : trace?.sourceId === TRAVEL_MODEL_SOURCE_ID ? (
        <TravelModelRows indicator={indicator} region={region} />
      ) : (
        inputs.length > 0 && (
          <PanelSection title={t('sourceRows')}>
            {trace?.formula !== null && trace?.formula !== undefined && indicator !== 'hsr_open' && (
              <p className={classes.hint} style={{ marginTop: 0 }}>
                {trace.formula.replaceAll(/[a-z][a-z_0-9]{2,}/g, (id) => nameOf(id))}
              </p>
            )}
            <FactList
              facts={inputs.map((one, i): Fact => {
                if (one.indicator.startsWith('line:')) {
                  const line = input.lines.find(({ id }) => `line:${id}` === one.indicator);
                  return {
                    label: line === undefined ? one.indicator : pickName(line, language),
                    value: t(one.isByYear === true ? 'openedBy' : 'openedIn', { year: one.year }),
                    note: (
                      // The label has the line's name already.
                      <SourceText text={noteOf([line?.openedText ?? null, line?.source ?? one.note])} />
                    ),
                  };
                }
                const inputFlag = flagOf(one.indicator, one.year);
                return {
                  label: `${listed([nameOf(one.indicator), one.year], language)}${i > 0 && inputs.findIndex((other) => other.indicator === one.indicator) < i ? bracketed(i, language) : ''}`,
                  value: withUnit(
                    formatNumber(one.value, language, Number.isInteger(one.value) ? 0 : 2),
                    unitOf(input, one, language),
                  ),
                  note: (
                    <SourceText
                      text={noteOf([
                        sourceName(one.sourceId),
                        inputFlag === null ? null : t(`flag.${inputFlag}`, { ns: 'terms' }),
                        one.note === null ? null : sourceWords(one.note, language),
                      ])}
                    />
                  ),
                };
              })}
            />
          </PanelSection>
        )
      )}
    </>
  );
}

/** Parts of a note that say something, in one line. */
function noteOf(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function unitOf(input: DerivationInput, one: DerivedInput, language: 'zh-CN' | 'en'): string {
  const definition = input.table.definitions.get(one.indicator);
  if (definition === undefined) return one.unit;
  return language === 'en' ? definition.unitEn : definition.unitZh;
}

function SectionShares({
  inputs,
  input,
  variantKey,
  year,
  source,
}: {
  readonly inputs: readonly DerivedInput[];
  readonly input: DerivationInput;
  readonly variantKey: string;
  readonly year: number;
  readonly source: string;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const shareOf = (id: string) => inputs.find(({ indicator }) => indicator === id)?.value ?? null;
  const counts = input.employment?.years.get(year);
  const members = input.variants.find(({ key }) => key === variantKey)?.statisticalMembers ?? [];
  const others = members.filter((adcode) => counts?.get(adcode)?.every((count) => count !== null)).length - 1;
  return (
    <PanelSection title={t('sourceRows')}>
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t('krugmanAgainst', { count: others })} {t('rowsFrom', { source, year })}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('section')}</th>
            <th className={classes.number}>{t('sectionHere')}</th>
            <th className={classes.number}>{t('sectionOthers')}</th>
            <th className={classes.number}>{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {(input.employment?.sections ?? []).map((section) => {
            const here = shareOf(`employment_share:${section.id}`);
            const there = shareOf(`employment_share_others:${section.id}`);
            return (
              <tr key={section.id}>
                <td>{pickName(section, language)}</td>
                <td className={classes.number}>{formatShare(here, language, 1)}</td>
                <td className={classes.number}>{formatShare(there, language, 1)}</td>
                <td className={classes.number}>
                  {formatShare(here === null || there === null ? null : Math.abs(here - there), language, 1)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PanelSection>
  );
}
