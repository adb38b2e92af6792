import { useTranslation } from 'react-i18next';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { dispatch } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { useUnitName } from './use-unit-name.ts';

/** The steps from the whole down to what is explained, each to go back to. `member` = adcode of the last one, if it is a city's. */
export function ExplainedSteps({
  path,
  member,
  definitions,
}: {
  readonly path: readonly string[];
  readonly member: string | null;
  readonly definitions: ScoringTable['definitions'];
}) {
  const { t } = useTranslation(['integration']);
  const words = useMeasureWords();
  return (
    <nav aria-label={t('steps')}>
      <ol className={classes.crumbs}>
        {path.map((one, i) => {
          const name = words.nodeName(one, definitions);
          return (
            <li key={one}>
              {i === path.length - 1 && member === null ? (
                <span aria-current="step">{name}</span>
              ) : (
                <button
                  type="button"
                  className={classes.link}
                  onClick={() => dispatch(explainStep({ node: one, member: null }))}
                >
                  {name}
                </button>
              )}
            </li>
          );
        })}
        {member !== null && (
          <li>
            <span aria-current="step">
              <MemberName adcode={member} />
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}

/** Name of the member of a link, which may be a county: then counties are asked for. */
export function MemberName({ adcode }: { readonly adcode: string }) {
  const language = useLanguage();
  const isPrefecture = useUnits().has(adcode);
  const county = useArtefact('units-county', !isPrefecture)?.units.find((unit) => unit.adcode === adcode);
  const nameOf = useUnitName();
  return <>{county === undefined || isPrefecture ? nameOf(adcode) : pickName(county, language)}</>;
}
