import { useTranslation } from 'react-i18next';
import { NORMALISATION_PROBLEMS } from '#core/scoring/composite/read-normalisation.ts';
import type { Failure } from '#core/units/result.ts';
import classes from './own-index.module.css';

const KNOWN = [
  'not-json',
  'too-long',
  'not-an-object',
  'missing-units',
  'bad-normalisation',
  'bad-aggregation',
  'bad-weighting',
  'bad-threshold',
  'bad-quantity',
  'no-nodes',
  'bad-node',
  'duplicate-node',
  'unknown-parent',
  'cycle',
  'no-root',
  'several-roots',
  'bad-direction',
  'bad-weight',
  'missing-column',
] as const;

/** What is wrong with a declaration, and where. */
export function DeclarationProblem({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation(['integration']);
  const reason = KNOWN.find((one) => one === failure.reason);
  const line = failure.values?.['line'];
  const problem = NORMALISATION_PROBLEMS.find((one) => one === failure.values?.['problem']);
  const values = {
    node: t('ownIndex.whole'),
    parent: '',
    path: '',
    roots: '',
    column: '',
    ...failure.values,
    ...(problem !== undefined && {
      problem: t(`ownIndex.normalisationProblem.${problem}`, { given: failure.values?.['given'] }),
    }),
  };
  return (
    <p className={classes.problem} role="alert">
      {typeof line === 'number' && reason !== 'not-json' && `${t('ownIndex.line', { line })} `}
      {reason === undefined
        ? `${failure.message} ${failure.nextStep}`
        : t(`ownIndex.problem.${reason}`, values)}
    </p>
  );
}
