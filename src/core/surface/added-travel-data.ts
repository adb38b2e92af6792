import type { AddedRail } from '../network/rail-source.ts';
import type { PeopleGrid } from './people-grid.ts';

/** What a person brought for the travel-time engine: rides and people. Plain data, crosses to the worker. */
export interface AddedTravelData {
  readonly rail: AddedRail;
  /** Used for the people within circles instead of the counties' census figures; road speeds stay with the census. */
  readonly people: PeopleGrid | null;
}

/** Nothing of one's own. */
export const NO_ADDED_DATA: AddedTravelData = {
  rail: { sources: [], replacesEmbedded: false },
  people: null,
};
