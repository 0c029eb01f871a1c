import type { Open } from '../problem.ts';
import type { JsonToken } from './json-tokens.ts';

/** What may come next. `first` means that the object or list may also end here. */
export type Expecting = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'nothing';

/** The reader's state between two tokens. */
export interface JsonState {
  readonly expecting: Expecting;
  /** Innermost last. */
  readonly open: readonly Open[];
  readonly previous?: JsonToken;
}
