import { useStructureBase } from '../study/use-structure-frame.ts';
import { PeopleBlock } from './people-block.tsx';

/** Growth and shrinkage of all prefectures or counties. */
export function NationalPeople() {
  const base = useStructureBase();
  return base === null ? null : (
    <PeopleBlock base={base} prefectures={null} counties={null} fileName="national" />
  );
}
