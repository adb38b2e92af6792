import type { NumberLanguage } from './number-format.ts';

/**
 * A cut-off of travel time, in minutes as on its slider and in the key of the map: `180 分钟`; `180 min`. Of journeys people
 * speak in hours (`formatMinutes`).
 */
export function formatCutOff(minutes: number, language: NumberLanguage): string {
  return language === 'zh-CN' ? `${minutes} 分钟` : `${minutes} min`;
}
