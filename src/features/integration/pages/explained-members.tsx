import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Explanation } from '#core/scoring/explain-score.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableButtons } from '../charts/export-buttons.tsx';
import classes from '../integration.module.css';
import { idOfNode } from '../measure/score-nodes.ts';
import { decimalsOf } from '../measure/scenario-view.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { useUnitName } from './use-unit-name.ts';

/** Most decimals that a small change adds to the members' values. */
const MOST_DECIMALS = 2;

/** The member cities' values of an indicator with own years and shares of the spread; a city opens its source rows. */
export function ExplainedMembers({
  explanation,
  present,
  source,
}: {
  readonly explanation: Explanation;
  /** The same indicator of the present; `null` where no scenario is shown. */
  readonly present: Explanation | null;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const nameOf = useUnitName();
  const pointed = useHovered('map');
  const id = idOfNode(explanation.node);
  const definition = source.table.definitions.get(id);
  const unit = definition === undefined ? '' : language === 'en' ? definition.unitEn : definition.unitZh;
  const members = explanation.members.toSorted(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
  );
  const earlier = new Map((present?.members ?? []).map((member) => [member.adcode, member]));
  const left = [...earlier.keys()].filter((adcode) => members.every((member) => member.adcode !== adcode));
  const isJoined = (adcode: Adcode) => present !== null && !earlier.has(adcode);
  const isMoved = members.some(
    ({ adcode, value }) => isJoined(adcode) || (present !== null && earlier.get(adcode)?.value !== value),
  );
  const least = definition?.decimals ?? 2;
  const changes = members.map(({ adcode, value }) => {
    const before = earlier.get(adcode)?.value ?? null;
    return value === null || before === null ? null : value - before;
  });
  const decimals = Math.max(least, Math.min(MOST_DECIMALS, decimalsOf(changes, least)));
  return (
    <PanelSection
      title={t('membersValues')}
      aside={
        <TableButtons
          title={t('membersValues')}
          name={`${explanation.regionId}-${id}-${explanation.year}`}
          rows={[
            [
              'adcode',
              'name',
              'value',
              'unit',
              'year',
              'source',
              'share_of_spread',
              ...(present === null ? [] : ['value_present']),
            ],
            ...members.map((member) => [
              member.adcode,
              nameOf(member.adcode),
              member.value,
              definition?.unit ?? '',
              member.year,
              member.sourceId,
              member.contribution,
              ...(present === null ? [] : [earlier.get(member.adcode)?.value ?? null]),
            ]),
          ]}
        />
      }
    >
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t('membersCount', {
          used: members.filter(({ value }) => value !== null).length,
          all: members.length,
        })}
        {unit !== '' && ` · ${unit}`}
        {definition?.provenance === 'modelled' && (
          <>
            {' '}
            <ProvenanceTag provenance="modelled" />
          </>
        )}
        {left.length > 0 && (
          <>
            <br />
            {t('membersLeft', { cities: listed(left.map(nameOf), language) })}
          </>
        )}
      </p>
      <table
        className={classes.table}
        data-testid="explained-members"
        onMouseLeave={() => setHovered('panel', null)}
      >
        <thead>
          <tr>
            <th>{t('city')}</th>
            {isMoved && <th className={classes.number}>{t('scenarioSide.before')}</th>}
            <th className={classes.number}>{t(isMoved ? 'scenarioSide.after' : 'value')}</th>
            <th className={classes.number}>{t('ofYear')}</th>
            <th className={classes.number}>{t('shareOfSpread')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ adcode, value, year, contribution }) => (
            <tr
              key={adcode}
              data-choosable
              data-lit={pointed?.kind === 'unit' && pointed.adcode === adcode ? true : undefined}
              onMouseEnter={() => setHovered('panel', { kind: 'unit', adcode })}
              onClick={() => dispatch(explainStep({ node: id, member: adcode }))}
            >
              <td>
                <button type="button" className={classes.link}>
                  {nameOf(adcode)}
                </button>
                {isJoined(adcode) && <span className={classes.muted}> · {t('memberJoined')}</span>}
              </td>
              {isMoved && (
                <td className={`${classes.number} ${classes.muted}`}>
                  {formatNumber(earlier.get(adcode)?.value, language, decimals)}
                </td>
              )}
              <td className={classes.number}>{formatNumber(value, language, decimals)}</td>
              <td className={`${classes.number} ${classes.muted}`}>{year ?? '—'}</td>
              <td className={classes.number}>{formatShare(contribution, language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}
