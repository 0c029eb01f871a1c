/** Limits on what is imported: more than other programs export, less than what would stall or crash a run. */

/** Largest file read, in bytes (25 MB): a STIX bundle of 10,000 objects has about 8. */
export const MAX_IMPORT_BYTES = 25_000_000;

/** Deepest nesting of objects and lists. STIX and MISP need some 12 levels. */
export const MAX_IMPORT_NESTING = 64;

/** Most keys and values in a JSON file. */
export const MAX_IMPORT_VALUES = 2_000_000;

/** Most objects, attributes, rows or entries taken from one file. */
export const MAX_IMPORT_ENTRIES = 50_000;
