/** One kind of work that threads do. All of it is data: it is copied from thread to thread. */
export interface Job {
  readonly given: unknown;
  /** What many tasks have in common: told to each thread once. */
  readonly shared: readonly object[];
  /** What the thread may ask back while it works, and what it is answered. */
  readonly question: unknown;
  readonly answer: unknown;
  readonly result: unknown;
}

/** To a thread: what is shared is told before the first task that names its number. */
export type ToThread =
  | { readonly kind: 'shared'; readonly number: number; readonly value: object }
  | {
      readonly kind: 'task';
      readonly task: number;
      readonly given: unknown;
      readonly shared: readonly number[];
    }
  | { readonly kind: 'answer'; readonly task: number; readonly answer: unknown };

export type FromThread =
  | { readonly kind: 'question'; readonly task: number; readonly question: unknown }
  | { readonly kind: 'done'; readonly task: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly task: number; readonly error: ToldError };

/** An error as data: of a class of ours only its name would arrive. */
export interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a MachineFault. */
  readonly help: string | undefined;
}
