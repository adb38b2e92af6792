import type { Manifest } from '#data/manifest.ts';
import type { ProjectDocument } from '#state/project-document.ts';
import { writeUrlState } from '#state/url-state.ts';

/** Version of the atlas that reckoned: package.json. */
export const ENGINE_VERSION = '0.1.0';

/** What an export says about itself, so that its numbers can be computed again. */
export interface Receipt {
  readonly format: 'chengqun-receipt';
  readonly version: 1;
  readonly engineVersion: string;
  /** `null` when the manifest was not there. */
  readonly dataVersion: string | null;
  /** The state as in a share link, without `#`. */
  readonly link: string;
  readonly choices: Pick<ProjectDocument, 'integration' | 'circles'>;
  readonly scenario: ProjectDocument['scenarios'][number] | null;
}

/** The receipt of the present state. */
export function receiptOf(document: ProjectDocument, manifest: Manifest | null): Receipt {
  return {
    format: 'chengqun-receipt',
    version: 1,
    engineVersion: ENGINE_VERSION,
    dataVersion: manifest?.dataVersion ?? null,
    link: writeUrlState(document),
    choices: { integration: document.integration, circles: document.circles },
    scenario: document.scenarios.find(({ id }) => id === document.activeScenario) ?? null,
  };
}
