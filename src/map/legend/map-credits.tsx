import type { MapLanguage } from '../layers/map-model.ts';

/** What the credit line of a map says something about. */
export interface CreditedMap {
  readonly language: MapLanguage;
  /** 审图号 as granted, e.g. `GS(2026)0000号`; `null` marks the map as an internal draft. */
  readonly approvalNumber: string | null;
  /** Data version of the manifest, for the receipt. */
  readonly dataVersion: string | null;
}

/** The words of the credit line that every map and export carries. */
export function creditParts({ language, approvalNumber, dataVersion }: CreditedMap): {
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
