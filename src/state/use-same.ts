import { useState } from 'react';
import { equalData } from './document/equal-data.ts';

/** The last value as long as the new one says the same, so that what is memoised on it stays. */
export function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || equalData(kept, value)) return kept;
  setKept(value);
  return value;
}
