import { Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDistinguishable, type MonteCarloResult } from '#core/scoring/robustness/monte-carlo.ts';
import { formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';

/** Two regions of one's choice, and in how many draws the one is ahead of the other: a cell of the matrix in a sentence. */
export function DominancePair({
  result,
  order,
  nameOf,
  first,
}: {
  readonly result: MonteCarloResult;
  /** Ids of those compared, best first. */
  readonly order: readonly string[];
  readonly nameOf: (id: string) => string;
  /** The region that stands first until another is chosen; `null` = the best. */
  readonly first: string | null;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const [chosen, setChosen] = useState<{ readonly a: string | null; readonly b: string | null }>({
    a: null,
    b: null,
  });
  const known = (id: string | null) => (id !== null && order.includes(id) ? id : undefined);
  const a = known(chosen.a) ?? known(first) ?? order[0];
  const b = known(chosen.b === a ? null : chosen.b) ?? order.find((id) => id !== a);
  const at = (id: string) => result.regions.findIndex(({ regionId }) => regionId === id);
  if (a === undefined || b === undefined) return null;
  const options = (without: string) =>
    order.filter((id) => id !== without).map((value) => ({ value, label: nameOf(value) }));
  const share = result.dominance[at(a)]?.[at(b)] ?? 0;
  return (
    <>
      <Group grow gap={8} mt={8}>
        <NativeSelect
          size="xs"
          aria-label={t('pairFirst')}
          value={a}
          data={options('')}
          onChange={(event) =>
            setChosen({ a: event.currentTarget.value, b: b === event.currentTarget.value ? a : b })
          }
        />
        <NativeSelect
          size="xs"
          aria-label={t('pairSecond')}
          value={b}
          data={options(a)}
          onChange={(event) => setChosen({ a, b: event.currentTarget.value })}
        />
      </Group>
      <p className={classes.hint} role="status" data-testid="dominance-pair">
        {t(isDistinguishable(result, at(a), at(b)) ? 'pairClear' : 'pairUnclear', {
          a: nameOf(a),
          b: nameOf(b),
          share: formatShare(share, language, 0),
        })}
      </p>
    </>
  );
}
