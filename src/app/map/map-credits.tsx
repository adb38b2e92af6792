import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { originWords } from '#ui/i18n/origin-words.ts';
import { creditParts, type CreditedMap } from '#map/legend/map-credits.tsx';
import classes from './map-credits.module.css';

/** What stands under a map. */
interface MapCreditsProps extends CreditedMap {
  /** Attributions of the artefacts drawn, as their licences ask for. */
  readonly attributions: readonly string[];
  /** Told when the sources are unfolded or folded. */
  readonly onUnfold?: (isUnfolded: boolean) => void;
}

/** Coordinate system, map approval number or draft mark, sources: the line every map and export carries. */
export const MapCredits = memo(function MapCredits(props: MapCreditsProps) {
  const { t } = useTranslation();
  const { attributions, approvalNumber, dataVersion, onUnfold } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  const parts = creditParts(props);
  return (
    <footer className={classes.credits} data-unfolded={isUnfolded || undefined} data-testid="map-credits">
      <strong className={approvalNumber === null ? classes.draft : undefined}>{parts.approval}</strong>
      <span className={classes.spacious}>{parts.coordinateSystem}</span>
      {dataVersion === null ? null : <span className={classes.spacious}>{parts.data}</span>}
      {attributions.length === 0 ? null : (
        <details
          onToggle={({ currentTarget: { open } }) => {
            setUnfolded(open);
            onUnfold?.(open);
          }}
        >
          <summary>{t('map.sources')}</summary>
          <ul>
            <li className={classes.narrow}>{parts.coordinateSystem}</li>
            {dataVersion === null ? null : <li className={classes.narrow}>{parts.data}</li>}
            {attributions.map((attribution) => (
              <li key={attribution}>{originWords(attribution, props.language)}</li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
});
