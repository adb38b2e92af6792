import { Button, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aggregation, IndexNode, Weighting } from '#core/scoring/composite/index-declaration.ts';
import { GREATEST_WEIGHT } from '#core/scoring/choice-limits.ts';
import type { Failure } from '#core/units/result.ts';
import { DeclarationProblem } from './declaration-problem.tsx';
import { changeNode, placeNodes, removeNode, renameNode, type PlacedNode } from './index-draft.ts';
import { NormalisationChoice } from './normalisation-choice.tsx';
import classes from './own-index.module.css';

/** Ways to combine and to weigh, in the order offered. */
export const AGGREGATIONS: readonly Aggregation[] = ['arithmetic', 'geometric', 'harmonic'];
export const WEIGHTINGS: readonly Weighting[] = ['own', 'equal', 'entropy', 'pca'];

const ROOT = 'root:';
const INHERITED = 'inherited';

/** The tree of an index, a row a node; what is wrong stands under the node at fault. */
export function IndexTree({
  nodes,
  nameOf,
  failure,
  onNodes,
}: {
  readonly nodes: readonly IndexNode[];
  readonly nameOf: (id: string) => string;
  readonly failure: Failure | null;
  readonly onNodes: (nodes: readonly IndexNode[]) => void;
}) {
  const { t } = useTranslation(['integration']);
  const [open, setOpen] = useState<string | null>(null);
  const placed = placeNodes(nodes);
  return (
    <ul className={classes.tree} aria-label={t('ownIndex.tree')}>
      {placed.map((one, at) => (
        // A node is known by its place: its id is what a person types.
        // oxlint-disable-next-line react/no-array-index-key
        <li
          key={at}
          style={{ paddingLeft: 18 * one.depth }}
          data-wrong={failure?.values?.['node'] === one.node.id || undefined}
        >
          <NodeRow
            placed={one}
            nodes={nodes}
            nameOf={nameOf}
            isOpen={open === one.node.id}
            onOpen={(isOpen) => setOpen(isOpen ? one.node.id : null)}
            onNodes={onNodes}
          />
          {failure?.values?.['node'] === one.node.id && <DeclarationProblem failure={failure} />}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly placed: PlacedNode;
  readonly nodes: readonly IndexNode[];
  readonly nameOf: (id: string) => string;
  readonly onNodes: (nodes: readonly IndexNode[]) => void;
}

function NodeRow({
  isOpen,
  onOpen,
  ...props
}: RowProps & { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }) {
  const { t } = useTranslation(['integration']);
  const { placed, nodes, nameOf, onNodes } = props;
  const { node, isLeaf } = placed;
  const name = nameOf(node.id);
  const groups = placeNodes(nodes).filter((one) => !one.isLeaf && one.node.id !== node.id);
  return (
    <>
      <div className={classes.row}>
        {isLeaf ? (
          <span className={classes.name}>{name}</span>
        ) : (
          <TextInput
            size="xs"
            aria-label={t('ownIndex.groupName')}
            maxLength={120}
            value={name}
            onChange={(event) => onNodes(renameNode(nodes, node.id, event.currentTarget.value))}
          />
        )}
        {isLeaf ? (
          <SegmentedControl
            size="xs"
            aria-label={t('ownIndex.directionOf', { name })}
            data={[
              { value: '1', label: t('ownIndex.higher') },
              { value: '-1', label: t('ownIndex.lower') },
            ]}
            value={String(node.direction ?? 1)}
            onChange={(value) => onNodes(changeNode(nodes, node.id, { direction: value === '-1' ? -1 : 1 }))}
          />
        ) : (
          <span className={classes.group}>
            {placed.depth === 0 ? t('ownIndex.root') : t('ownIndex.group')}
          </span>
        )}
        <Select
          size="xs"
          aria-label={t('ownIndex.parentOf', { name })}
          data={[
            ...(node.parent === undefined ? [{ value: ROOT, label: t('ownIndex.noParent') }] : []),
            ...groups.map((one) => ({ value: one.node.id, label: nameOf(one.node.id) })),
          ]}
          value={node.parent ?? ROOT}
          allowDeselect={false}
          disabled={node.parent === undefined && groups.length === 0}
          onChange={(value) =>
            value !== null && value !== ROOT && onNodes(changeNode(nodes, node.id, { parent: value }))
          }
        />
        <NumberInput
          size="xs"
          aria-label={t('ownIndex.weightOf', { name })}
          min={0}
          max={GREATEST_WEIGHT}
          step={0.5}
          value={node.weight ?? 1}
          disabled={placed.depth === 0}
          onChange={(value) =>
            typeof value === 'number' &&
            onNodes(changeNode(nodes, node.id, { weight: value === 1 ? undefined : value }))
          }
        />
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={t('ownIndex.methodOf', { name })}
          onClick={() => onOpen(!isOpen)}
        >
          {t('ownIndex.method')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={placed.depth === 0}
          aria-label={t('ownIndex.removeNode', { name })}
          onClick={() => onNodes(removeNode(nodes, node.id))}
        >
          {t('own.remove')}
        </Button>
      </div>
      {isOpen && <NodeMethod {...props} />}
    </>
  );
}

/** What differs at a node from what holds above it. */
function NodeMethod({ placed: { node, isLeaf }, nodes, onNodes }: RowProps) {
  const { t } = useTranslation(['integration']);
  const inherited = { value: INHERITED, label: t('ownIndex.asIndex') };
  return (
    <div className={classes.method}>
      <div>
        <NormalisationChoice
          label={isLeaf ? t('ownIndex.normalisationHere') : t('ownIndex.normalisationBelow')}
          value={node.normalise}
          canInherit
          onChange={(normalise) => onNodes(changeNode(nodes, node.id, { normalise }))}
        />
      </div>
      {!isLeaf && (
        <Select
          label={t('ownIndex.aggregate')}
          data={[
            inherited,
            ...AGGREGATIONS.map((value) => ({
              value: value as string,
              label: t(`ownIndex.aggregation.${value}`),
            })),
          ]}
          value={node.aggregate ?? INHERITED}
          allowDeselect={false}
          onChange={(value) =>
            onNodes(changeNode(nodes, node.id, { aggregate: AGGREGATIONS.find((one) => one === value) }))
          }
        />
      )}
      {!isLeaf && (
        <Select
          label={t('ownIndex.weights')}
          data={[
            inherited,
            ...WEIGHTINGS.map((value) => ({
              value: value as string,
              label: t(`ownIndex.weighting.${value}`),
            })),
          ]}
          value={node.weights ?? INHERITED}
          allowDeselect={false}
          onChange={(value) =>
            onNodes(changeNode(nodes, node.id, { weights: WEIGHTINGS.find((one) => one === value) }))
          }
        />
      )}
    </div>
  );
}
