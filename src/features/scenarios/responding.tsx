import type { Scenario } from '#state/project-document.ts';
export function Responding(_props: { readonly scenario: Scenario }) {
  return null;
}
