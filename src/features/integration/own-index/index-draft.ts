import type { IndexDeclaration, IndexNode } from '#core/scoring/composite/index-declaration.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';

/** A node with its depth in the tree; 0 is the index itself. */
export interface PlacedNode {
  readonly node: IndexNode;
  readonly depth: number;
  readonly isLeaf: boolean;
}

/** Id of the root until somebody names it; people read a word of their language for it. */
export const UNNAMED_ROOT = 'index';

/** An index of one's own to begin with: the tree's root and nothing below. */
export const EMPTY_INDEX: OwnIndex = {
  quantity: 'mean',
  declaration: {
    units: 'region',
    normalise: { method: 'minmax' },
    aggregate: 'arithmetic',
    nodes: [{ id: UNNAMED_ROOT }],
  },
};

/** Nodes under one another with their depth, children after their parent; ones that no root reaches (a cycle) come last. */
export function placeNodes(nodes: readonly IndexNode[]): readonly PlacedNode[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  const placed: PlacedNode[] = [];
  const seen = new Set<IndexNode>();
  const visit = (node: IndexNode, depth: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    placed.push({ node, depth, isLeaf: node.parent !== undefined && !parents.has(node.id) });
    for (const child of nodes) if (child.parent === node.id) visit(child, depth + 1);
  };
  for (const node of nodes) if (node.parent === undefined) visit(node, 0);
  for (const node of nodes) visit(node, 1);
  return placed;
}

/** Puts nodes in place of others, everything else kept. */
export function withNodes(index: OwnIndex, nodes: readonly IndexNode[]): OwnIndex {
  return { ...index, declaration: { ...index.declaration, nodes } };
}

/** Changes what holds for the whole index. */
export function withSettings(index: OwnIndex, changes: Partial<IndexDeclaration>): OwnIndex {
  return { ...index, declaration: { ...index.declaration, ...changes } };
}

/** A node with some of its properties set, or taken away where the value is `undefined`. */
export function changeNode(
  nodes: readonly IndexNode[],
  id: string,
  changes: { readonly [Key in keyof IndexNode]?: IndexNode[Key] | undefined },
): readonly IndexNode[] {
  return nodes.map((node) => {
    if (node.id !== id) return node;
    const kept = Object.entries({ ...node, ...changes }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(kept) as unknown as IndexNode;
  });
}

/** Gives a node another id; its children follow it. */
export function renameNode(nodes: readonly IndexNode[], id: string, next: string): readonly IndexNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.id === id ? { id: next } : {}),
    ...(node.parent === id ? { parent: next } : {}),
  }));
}

/** Takes a node out; its children go to its parent. */
export function removeNode(nodes: readonly IndexNode[], id: string): readonly IndexNode[] {
  const parent = nodes.find((node) => node.id === id)?.parent;
  return nodes.flatMap((node) => {
    if (node.id === id) return [];
    if (node.parent !== id) return [node];
    const { parent: _parent, ...rest } = node;
    return [parent === undefined ? rest : { ...rest, parent }];
  });
}

/** An id that no node has: the wanted one, or with a number. */
export function freeId(nodes: readonly IndexNode[], wanted: string): string {
  const taken = new Set(nodes.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(id)) return id;
  }
}
