/** What help opens at. */
export type HelpTab = 'guide' | 'keys' | 'licences';
