import type { Scenario } from '#state/project-document.ts';
export function MembershipScores(_props: { readonly scenario: Scenario }) {
  return null;
}
