/** The part of the `edtf` package that is used; it ships without types. */
declare module 'edtf' {
  export interface EdtfNode {
    type: 'Date' | 'Year' | 'Season' | 'Interval';
    /** Year, month from 0, day; for an interval its two ends. */
    values?: (number | EdtfNode | null)[];
    /** Bits of the digits that are unknown: YYYYMMDD from the lowest. */
    unspecified?: number;
    uncertain?: boolean | number;
    approximate?: boolean | number;
  }
  interface Options {
    level?: 0 | 1 | 2 | 3;
    types?: string[];
  }
  export function parse(text: string, options?: Options): EdtfNode;
  export default function edtf(text: string, options?: Options): unknown;
}
