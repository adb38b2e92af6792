import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { TravelTimeMatrix } from '#core/surface/circle-engine.ts';
import { hexToRgb } from '#map/layers/hex-colours.ts';
import { minutesColour } from '#map/layers/map-ramps.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { formatNumber, NO_VALUE } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './circles.module.css';

/** Times from here on have the palest colour, minutes. */
const PALEST_MINUTES = 360;
/** Relative luminance under which white words have more contrast than dark ones. */
const DARK_LUMINANCE = 0.2;

/** Travel times between all pairs of cities, minutes, each on its colour. Names and cities in the order of the matrix. */
export function HeatTable({
  cities,
  names,
  matrix: { minutes, modelled },
}: {
  readonly cities: readonly Adcode[];
  readonly names: readonly string[];
  readonly matrix: Pick<TravelTimeMatrix, 'minutes' | 'modelled'>;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  return (
    <div className={classes.scroll}>
      <table className={classes.heat} data-testid="travel-matrix">
        <thead>
          <tr>
            <th>
              <span style={{ writingMode: 'horizontal-tb' }}>
                {t('matrix.from')} ↓ {t('matrix.to')} →
              </span>
            </th>
            {names.map((name, index) => (
              <th key={cities[index]} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {minutes.map((row, from) => (
            <tr key={cities[from]}>
              <th scope="row">{names[from]}</th>
              {row.map((time, to) => (
                <td
                  key={cities[to]}
                  style={from === to ? undefined : heatStyle(time)}
                  title={`${names[from] ?? ''} → ${names[to] ?? ''}`}
                >
                  {from === to ? (
                    ''
                  ) : time === null ? (
                    NO_VALUE
                  ) : (
                    <span className={modelled[from]?.[to] === true ? classes.modelledCell : undefined}>
                      {formatNumber(time, language)}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** @see WCAG 2.2, relative luminance */
function relativeLuminance(hex: string): number {
  const [red, green, blue] = hexToRgb(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The minutes ramp of the map; words white on dark cells. No way stays without a colour. */
function heatStyle(minutes: number | null): { background: string; color: string } | undefined {
  if (minutes === null) return undefined;
  const background = minutesColour('light', Math.min(1, minutes / PALEST_MINUTES));
  const isDark = relativeLuminance(background) < DARK_LUMINANCE;
  return { background, color: isDark ? '#FFFFFF' : themeTokens('light').ink };
}
