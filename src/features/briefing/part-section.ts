/** The sections of a project file, as the words `briefing:parts` name them. */
const SECTIONS = [
  'name',
  'mapApprovalNumber',
  'view',
  'integration',
  'circles',
  'travelData',
  'scenarios',
  'activeScenario',
  'comparison',
  'scenes',
  'ownTables',
  'ownRegions',
  'ownIndex',
  'ownShapes',
] as const;

/** The section that a part of a project file lies in: of `scenes[3]` the scenes; `null` for none that is known. */
export function sectionOf(part: string): (typeof SECTIONS)[number] | null {
  const [first] = part.split(/[.[]/, 1);
  return SECTIONS.find((section) => section === first) ?? null;
}
