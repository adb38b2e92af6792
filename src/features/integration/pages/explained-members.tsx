import { useTranslation } from 'react-i18next';
import type { Explanation } from '#core/scoring/explain-score.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { CsvButton } from '../charts/export-buttons.tsx';
import classes from '../integration.module.css';
import { idOfNode } from '../measure/measure-view.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { useUnitName } from './use-unit-name.ts';

/** The member cities' values of an indicator with own years and shares of the spread; a city opens its source rows. */
export function ExplainedMembers({
  explanation,
  source,
}: {
  readonly explanation: Explanation;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const nameOf = useUnitName();
  const pointed = useHovered('map');
  const id = idOfNode(explanation.node);
  const definition = source.table.definitions.get(id);
  const unit = definition === undefined ? '' : language === 'en' ? definition.unitEn : definition.unitZh;
  const members = explanation.members.toSorted(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
  );
  return (
    <PanelSection
      title={t('membersValues')}
      aside={
        <CsvButton
          name={`${explanation.regionId}-${id}-${explanation.year}`}
          rows={[
            ['adcode', 'name', 'value', 'unit', 'year', 'source', 'share_of_spread'],
            ...members.map((member) => [
              member.adcode,
              nameOf(member.adcode),
              member.value,
              definition?.unit ?? '',
              member.year,
              member.sourceId,
              member.contribution,
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
      </p>
      <table
        className={classes.table}
        data-testid="explained-members"
        onMouseLeave={() => setHovered('panel', null)}
      >
        <thead>
          <tr>
            <th>{t('city')}</th>
            <th className={classes.number}>{t('value')}</th>
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
              </td>
              <td className={classes.number}>{formatNumber(value, language, definition?.decimals ?? 2)}</td>
              <td className={`${classes.number} ${classes.muted}`}>{year ?? '—'}</td>
              <td className={classes.number}>{formatShare(contribution, language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}
