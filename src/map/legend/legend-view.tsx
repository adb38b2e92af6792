import type { MapLanguage } from '../layers/map-model.ts';
import { columnsOf, foldedSections, isNoteFolded } from './legend-folding.ts';
import { LegendMatrixMarks, matrixHeight } from './legend-matrix.tsx';
import type { LegendScale, LegendSpec } from './legend-spec.ts';
import { LegendSwatchView } from './legend-swatch.tsx';
import styles from './legend-view.module.css';
import { legendWords, titleWithUnit } from './legend-words.ts';

/** Keys to the map, one section each; those that would cover the country begin folded. */
export function LegendView({
  specs,
  language,
}: {
  readonly specs: readonly LegendSpec[];
  readonly language: MapLanguage;
}) {
  const folded = foldedSections(specs);
  return (
    <div className={styles['legend']} data-testid="legend">
      {specs.map((spec) => (
        <details key={spec.id} className={styles['section']} open={!folded.has(spec.id)}>
          <summary className={styles['title']}>{titleWithUnit(spec, language)}</summary>
          <LegendBody spec={spec} language={language} />
        </details>
      ))}
    </div>
  );
}

function LegendBody({ spec, language }: { readonly spec: LegendSpec; readonly language: MapLanguage }) {
  const words = legendWords(language);
  const isFolded = isNoteFolded(spec);
  const remarks = [
    spec.provenance === null ? null : words.provenance[spec.provenance],
    isFolded ? null : spec.note,
  ].filter((remark) => remark !== null);
  return (
    <>
      {spec.scale === null ? null : <ScaleView scale={spec.scale} />}
      {spec.matrix == null ? null : (
        <svg
          width="100%"
          height={matrixHeight(spec.matrix)}
          role="img"
          aria-label={`${spec.matrix.columnTitle} × ${spec.matrix.rowTitle}`}
          style={{ display: 'block', overflow: 'visible' }}
        >
          <LegendMatrixMarks matrix={spec.matrix} ink="var(--atlas-ink)" muted="var(--atlas-muted)" />
        </svg>
      )}
      <ul className={styles['items']} data-columns={columnsOf(spec)}>
        {spec.items.map((item) => (
          <li key={item.id} className={styles['item']}>
            <LegendSwatchView {...item.swatch} />
            <span>{item.label}</span>
          </li>
        ))}
      </ul>
      {remarks.length === 0 ? null : (
        <p className={styles['note']}>{remarks.join(language === 'zh' ? '；' : '. ')}</p>
      )}
      {isFolded && (
        <details className={styles['note']}>
          <summary>{words.aboutFigures}</summary>
          {spec.note}
        </details>
      )}
    </>
  );
}

function ScaleView({ scale }: { readonly scale: LegendScale }) {
  return (
    <div className={styles['scale']}>
      <div
        className={styles['ramp']}
        style={{ background: `linear-gradient(to right, ${scale.colours.join(', ')})` }}
      />
      <div className={styles['ticks']}>
        {scale.ticks.map((tick) => (
          <span key={tick.at}>{tick.label}</span>
        ))}
      </div>
    </div>
  );
}
