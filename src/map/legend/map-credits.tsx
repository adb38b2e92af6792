import type { MapLanguage } from '../layers/map-model.ts';
import styles from './map-furniture.module.css';

/** What stands under a map. */
export interface MapCreditsProps {
  readonly language: MapLanguage;
  /** Attributions of the artefacts drawn, as their licences ask for. */
  readonly attributions: readonly string[];
  /** 审图号 as granted, e.g. `GS(2026)0000号`; `null` marks the map as an internal draft. */
  readonly approvalNumber: string | null;
  /** Data version of the manifest, for the receipt. */
  readonly dataVersion: string | null;
}

/** Coordinate system, map approval number or draft mark, sources: the line every map and export carries. */
export function MapCredits(props: MapCreditsProps) {
  const { language, attributions, approvalNumber, dataVersion } = props;
  const parts = creditParts(props);
  return (
    <footer className={styles['credits']} data-testid="map-credits">
      <strong className={approvalNumber === null ? styles['draft'] : undefined}>{parts.approval}</strong>
      <span>{parts.coordinateSystem}</span>
      {dataVersion === null ? null : <span>{parts.data}</span>}
      {attributions.length === 0 ? null : (
        <details>
          <summary>{language === 'zh' ? '数据来源' : 'Sources'}</summary>
          <ul>
            {attributions.map((attribution) => (
              <li key={attribution}>{attribution}</li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}

/** The words of the credit line, for exports that have no page to put a footer on. */
export function creditParts({
  language,
  approvalNumber,
  dataVersion,
}: Pick<MapCreditsProps, 'language' | 'approvalNumber' | 'dataVersion'>): {
  readonly approval: string;
  readonly coordinateSystem: string;
  readonly data: string;
} {
  const zh = language === 'zh';
  const draft = zh ? '内部草图' : 'Internal draft';
  return {
    approval: approvalNumber === null ? draft : `${zh ? '审图号：' : 'Map approval no. '}${approvalNumber}`,
    coordinateSystem: zh ? 'WGS-84 坐标系，Web 墨卡托投影' : 'WGS-84, Web Mercator',
    data: dataVersion === null ? '' : `${zh ? '数据版本' : 'Data'} ${dataVersion}`,
  };
}
