import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { ArtefactId } from '#data/artefact-values.ts';
import { useCountyNames } from '#state/county-names.ts';
import { originsOf } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import type { CsvCell } from '#ui/files/save-file.ts';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatPart } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './circles.module.css';
import { FirstOrAll } from './first-or-all.tsx';

const FIRST = 10;

/** A county with its part of something and the people there. */
export interface CountyShare {
  readonly adcode: Adcode;
  readonly share: number;
  readonly people: number | null;
}

/** Counties with a share of their land and the people on it, most people first; the first of them, or all. */
export function CountyShares({
  title,
  tableTitle,
  fileName,
  counties,
  shareHead,
  peopleHead,
  shareColumn,
  peopleColumn,
  data,
  origin,
}: {
  readonly title: string;
  /** The title where the table stands alone: with the name of the plan or shape. */
  readonly tableTitle: string;
  readonly fileName: string;
  readonly counties: readonly CountyShare[];
  readonly shareHead: string;
  readonly peopleHead: string;
  /** Heads in a table that leaves the page. */
  readonly shareColumn: string;
  readonly peopleColumn: string;
  /** The data files behind it. */
  readonly data: readonly ArtefactId[];
  readonly origin: () => readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const people = columnScale(
    counties.map((county) => county.people),
    language,
  );
  if (counties.length === 0)
    return (
      <>
        <p className={classes.label}>{title}</p>
        <p className={classes.hint}>{t('plans.none')}</p>
      </>
    );
  return (
    <>
      <div className={classes.sideHead}>
        <span>
          {title} · {counties.length} {t('plans.counties')}
        </span>
        <TableTools
          title={tableTitle}
          fileName={fileName}
          rows={() => [
            ['adcode', 'name', shareColumn, peopleColumn],
            ...counties.map((county) => [county.adcode, nameOf(county.adcode), county.share, county.people]),
          ]}
          origins={() => originsOf(data)}
          origin={origin}
        />
      </div>
      <FirstOrAll items={counties} first={FIRST}>
        {(shown) => (
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t('county.name')}</th>
                <th scope="col">{shareHead}</th>
                <th scope="col">{headWithUnit(peopleHead, people.unit, language)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((county) => (
                <tr key={county.adcode}>
                  <td>{nameOf(county.adcode)}</td>
                  <td>{formatPart(county.share, language)}</td>
                  <td>{people.show(county.people)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </FirstOrAll>
    </>
  );
}
