import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { HuLineSwitch } from '../people/hu-line-switch.tsx';
import { PartBlock } from '../people/part-block.tsx';
import classes from '../structure.module.css';
import { compassOf } from '../study/compass.ts';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** Mean centre, ellipse, Hu line and zones. */
export function MovementPage({ study }: { readonly study: RegionStudy }) {
  return (
    <>
      <CentreBlock study={study} />
      <PartBlocks study={study} />
    </>
  );
}

function CentreBlock({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { centreShift, ellipse, ellipseBefore } = study.structure;
  const left = useLeftOut(nameOf)(centreShift?.coverage ?? { used: [], excluded: [] });
  const ellipses = [
    { year: 2010, ellipse: ellipseBefore },
    { year: 2020, ellipse },
  ];
  const lines = [
    ['movement.major', ({ semiMajorKm }) => formatNumber(semiMajorKm, language, 1)],
    ['movement.minor', ({ semiMinorKm }) => formatNumber(semiMinorKm, language, 1)],
    ['movement.bearing', ({ majorBearing }) => `${formatNumber(majorBearing, language, 1)}°`],
    ['movement.area', ({ areaKm2 }) => formatNumber(areaKm2, language)],
    ['movement.roundness', ({ roundness }) => formatNumber(roundness, language, 3)],
    ['movement.inside', ({ weightInside }) => formatShare(weightInside, language)],
  ] as const satisfies readonly (readonly [string, (of: NonNullable<typeof ellipse>) => string])[];
  return (
    <FigureBlock
      title={t('movement.title')}
      note={t('movement.basis')}
      fileName={`${study.variant.key}-centre-ellipse`}
      rows={() => [
        [
          'year',
          'centre_lng',
          'centre_lat',
          'semi_major_km',
          'semi_minor_km',
          'major_bearing',
          'area_km2',
          'weight_inside',
        ],
        ...ellipses.map(({ year, ellipse: of }) => [
          year,
          of?.centre[0] ?? null,
          of?.centre[1] ?? null,
          of?.semiMajorKm ?? null,
          of?.semiMinorKm ?? null,
          of?.majorBearing ?? null,
          of?.areaKm2 ?? null,
          of?.weightInside ?? null,
        ]),
      ]}
    >
      {centreShift === null ? (
        <p className={classes.note}>{t('movement.none')}</p>
      ) : (
        <p className={classes.headline}>
          <span className={classes.controlLabel}>{t('movement.shift')}</span>
          <span className={classes.big}>
            {t('movement.shiftValue', {
              km: formatNumber(centreShift.km, language, 1),
              direction: t(`movement.directions.${compassOf(centreShift.bearing)}`),
            })}
          </span>
        </p>
      )}
      {ellipse !== null && ellipseBefore !== null && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('movement.ellipse')}</th>
              <th>2010</th>
              <th>2020</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([key, read]) => (
              <tr key={key}>
                <td>{t(key)}</td>
                <td>{read(ellipseBefore)}</td>
                <td>{read(ellipse)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left !== null && <p className={classes.after}>{left}</p>}
      <MethodLink page="method-structure" section={4} />
    </FigureBlock>
  );
}

function PartBlocks({ study }: { readonly study: RegionStudy }) {
  const members = study.variant.statisticalMembers;
  return (
    <>
      <PartBlock base={study} members={members} parting="hu" fileName={study.variant.key}>
        <HuLineSwitch />
      </PartBlock>
      <PartBlock base={study} members={members} parting="zones" fileName={study.variant.key} />
    </>
  );
}
