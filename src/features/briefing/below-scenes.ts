/** Sections of the panel below the list of scenes, which may be long, by the ids of their elements. */
export const BELOW_SCENES = {
  export: 'briefing-export',
  project: 'briefing-project',
  approvalNumber: 'briefing-approval',
} as const;

/** A section below the scenes. */
export type BelowScenes = keyof typeof BELOW_SCENES;
