import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Normalisation } from '#core/scoring/composite/index-declaration.ts';
import classes from './own-index.module.css';

const METHODS = ['minmax', 'zscore', 'rank', 'borda', 'percentile', 'goalposts', 'target', 'none'] as const;
const INHERITED = 'inherited';

/** A method with usual parameters. */
function begin(method: Normalisation['method']): Normalisation {
  if (method === 'goalposts') return { method, posts: [0, 100] };
  return method === 'target' ? { method, target: 100 } : { method };
}

/** Chooses a normalisation with its parameters; `undefined` = as above in the tree. */
export function NormalisationChoice({
  label,
  value,
  canInherit,
  onChange,
}: {
  readonly label: string;
  readonly value: Normalisation | undefined;
  readonly canInherit: boolean;
  readonly onChange: (value: Normalisation | undefined) => void;
}) {
  const { t } = useTranslation(['integration']);
  return (
    <>
      <Select
        label={label}
        data={[
          ...(canInherit ? [{ value: INHERITED as string, label: t('ownIndex.inherited') }] : []),
          ...METHODS.map((method) => ({
            value: method as string,
            label: t(`ownIndex.normalisation.${method}`),
          })),
        ]}
        value={value?.method ?? INHERITED}
        allowDeselect={false}
        onChange={(next) => {
          const method = METHODS.find((one) => one === next);
          onChange(method === undefined ? undefined : begin(method));
        }}
      />
      {value !== undefined && <Parameters value={value} onChange={onChange} />}
    </>
  );
}

function Parameters({
  value,
  onChange,
}: {
  readonly value: Normalisation;
  readonly onChange: (value: Normalisation) => void;
}) {
  const { t } = useTranslation(['integration']);
  const field = (
    name: 'low' | 'high' | 'mean' | 'sd' | 'lowerPost' | 'upperPost' | 'scale' | 'target',
    number: number,
    set: (next: number) => Normalisation,
  ) => (
    <NumberInput
      key={name}
      label={t(`ownIndex.parameter.${name}`)}
      value={number}
      hideControls
      onChange={(next) => typeof next === 'number' && onChange(set(next))}
    />
  );
  const fields = () => {
    switch (value.method) {
      case 'minmax': {
        const [low, high] = value.range ?? [0, 100];
        return [
          field('low', low, (next) => ({ ...value, range: [next, high] })),
          field('high', high, (next) => ({ ...value, range: [low, next] })),
        ];
      }
      case 'zscore':
        return [
          field('mean', value.mean ?? 0, (mean) => ({ ...value, mean })),
          field('sd', value.sd ?? 1, (sd) => ({ ...value, sd })),
        ];
      case 'goalposts': {
        const [lower, upper] = value.posts;
        return [
          field('lowerPost', lower, (next) => ({ ...value, posts: [next, upper] })),
          field('upperPost', upper, (next) => ({ ...value, posts: [lower, next] })),
          field('scale', value.scale ?? 1, (scale) => ({ ...value, scale })),
        ];
      }
      case 'target':
        return [field('target', value.target, (target) => ({ ...value, target }))];
      case 'borda':
      case 'rank':
      case 'percentile':
      case 'none':
        return [];
    }
    return value satisfies never;
  };
  const shown = fields();
  return shown.length === 0 ? null : <div className={classes.parameters}>{shown}</div>;
}
