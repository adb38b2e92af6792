import { useTranslation } from 'react-i18next';
import type { StructureType } from '#core/structure/structure-type.ts';

const TYPE_KEYS = {
  'single-core': 'type.single',
  dumbbell: 'type.dumbbell',
  scattered: 'type.scattered',
  gradient: 'type.gradient',
} as const satisfies Record<StructureType, string>;

/** Name of a structure type in the language of the interface. */
export function useTypeName(): (type: StructureType) => string {
  const { t } = useTranslation(['structure']);
  return (type) => t(TYPE_KEYS[type]);
}
