import { useEffect } from 'react';
import { setShownData, type ShownData } from '#state/told/shown-data.ts';

/** Says what the structure shows for as long as the component stands; `null` while there is nothing to say. */
export function useTold(data: ShownData | null): void {
  useEffect(() => setShownData('structure', () => data));
  useEffect(() => () => setShownData('structure', null), []);
}
