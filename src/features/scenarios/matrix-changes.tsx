import type { Scenario } from '#state/project-document.ts';
export function MatrixChanges(_props: { readonly scenario: Scenario }) {
  return null;
}
