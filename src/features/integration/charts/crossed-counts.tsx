import { useTranslation } from 'react-i18next';
import { useScore } from '#state/score/use-score.ts';
import classes from '../integration.module.css';
import type { CrossedMeasures } from '../measure/cross-measures.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';

/** How many units are in each pair of classes, in the square of the legend. */
export function CrossedCounts({ crossed }: { readonly crossed: CrossedMeasures }) {
  const { t } = useTranslation(['integration']);
  const words = useMeasureWords();
  const score = useScore();
  if (score.kind !== 'ready') return null;
  const { definitions } = score.source.table;
  const columns = crossed.columns.counts.length;
  const rows = Array.from({ length: crossed.rows.counts.length }, (_, row) => row).toReversed();
  const names = {
    first: words.shortTitle(crossed.first, definitions),
    second: words.shortTitle(crossed.second, definitions),
  };
  return (
    <table className={classes.crossed} aria-label={t('crossCounts')}>
      <caption>{`↑ ${names.second}　→ ${names.first}`}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {Array.from({ length: columns }, (_, column) => {
              const at = row * columns + column;
              return (
                <td key={column}>
                  <i style={{ background: crossed.colours[at] }} />
                  {crossed.counts[at]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
