import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';

const TRANSLATED = [
  'not-a-zip',
  'zip-too-large',
  'zip-damaged',
  'gtfs-file-missing',
  'gtfs-column-missing',
  'gtfs-unreadable',
  'gtfs-no-service',
  'gtfs-day-without-service',
  'gtfs-no-rides',
  'gtfs-too-large',
  'table-too-large',
  'table-not-text',
  'table-column-missing',
  'table-no-rows',
  'pairs-none',
  'pairs-too-many',
  'flows-none',
  'flows-too-many',
  'raster-not-geotiff',
  'raster-too-large',
  'raster-other-crs',
  'raster-no-crs',
  'raster-rotated',
  'raster-outside',
  'raster-empty',
  'file-too-large',
  'file-unreadable',
  'server-address',
  'server-unreachable',
  'server-timeout',
  'server-refused',
  'server-not-valhalla',
  'server-bad-answer',
] as const;

/** A failed import or request in the person's language. */
export function useImportFailure(): (failure: Failure) => { message: string; nextStep: string } {
  const { t } = useTranslation('circles');
  return (failure) => {
    const reason = TRANSLATED.find((each) => each === failure.reason);
    if (reason === undefined) return { message: failure.message, nextStep: failure.nextStep };
    return {
      message: t(`data.failure.${reason}`, {
        detail: failure.values?.['detail'] ?? '',
        epsg: failure.values?.['epsg'] ?? '',
      }),
      nextStep: t(`data.next.${reason}`),
    };
  };
}
