/** By what forecasts are put together. */
export const recordGroups = ['year', 'area', 'actor', 'author', 'form', 'assessment'] as const;
export type RecordGroup = (typeof recordGroups)[number];
