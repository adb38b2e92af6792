import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure } from '../structure-view.ts';
import classes from '../structure.module.css';
import { CityButton } from './city-button.tsx';

/** Two cities with a measure between them, and its change where one is told. */
export interface ListedPair {
  readonly a: Adcode;
  readonly b: Adcode;
  readonly value: number;
  readonly change: number | null;
}

/** Pairs under one another; pointing at one draws it on the map. */
export function PairTable({
  title,
  fileName,
  rows,
  valueLabel,
  nameOf,
}: {
  readonly title: string;
  readonly fileName: string;
  readonly rows: readonly ListedPair[];
  readonly valueLabel: string;
  readonly nameOf: (adcode: Adcode) => string;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  return (
    <FigureBlock
      title={title}
      fileName={fileName}
      rows={() => [
        ['a', 'a_name', 'b', 'b_name', 'value', 'change'],
        ...rows.map(({ a, b, value, change }) => [a, nameOf(a), b, nameOf(b), value, change]),
      ]}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('industry.a')}</th>
            <th className={classes.words}>{t('industry.b')}</th>
            <th>{valueLabel}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ a, b, value, change }) => (
            <tr
              key={a + b}
              onMouseEnter={() => showStructure({ pair: [a, b] })}
              onMouseLeave={() => showStructure({ pair: null })}
            >
              <td>
                <CityButton adcode={a} name={nameOf(a)} />
              </td>
              <td className={classes.words}>
                <CityButton adcode={b} name={nameOf(b)} />
              </td>
              <td>
                {formatNumber(value, language, 3)}
                {change !== null && bracketed(formatSigned(change, language, 3), language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureBlock>
  );
}
