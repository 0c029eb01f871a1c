/** What forecasts can be grouped by. */
export const recordGroups = ['year', 'area', 'actor', 'author', 'form', 'assessment'] as const;
export type RecordGroup = (typeof recordGroups)[number];
