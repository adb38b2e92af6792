// Apart from the options they limit: the page reads project files and links before it knows any indicator.

/** Most years that a figure may be away from the year it stands in for, wherever a window is chosen. */
export const WIDEST_YEAR_WINDOW = 10;

/** Greatest relative weight that can be given. */
export const GREATEST_WEIGHT = 1000;
