import { MachineFault } from '../model/fault.ts';
import { TemplateError } from '../render/templates/template-error.ts';

/** One kind of work that workers do. All of it is data: it is copied from thread to thread. */
export interface Job {
  readonly task: unknown;
  /** What many tasks share; sent to each worker once. */
  readonly context: readonly object[];
  /** The questions a worker may ask while it works, and their answers. */
  readonly question: unknown;
  readonly answer: unknown;
  readonly result: unknown;
}

/** To a worker: a context is sent before the first task that names its number. */
export type ToWorker =
  | { readonly kind: 'context'; readonly number: number; readonly value: object }
  | {
      readonly kind: 'task';
      readonly id: number;
      readonly task: unknown;
      readonly context: readonly number[];
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown };

export type FromWorker =
  | { readonly kind: 'question'; readonly id: number; readonly question: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorData };

/** An error as data: a class of our own would lose everything but its name on the way. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a MachineFault. */
  readonly help: string | undefined;
}

export function errorToData(error: unknown): ErrorData {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, help: undefined };
  const { name, message, stack } = error;
  return { name, message, stack, help: error instanceof MachineFault ? error.help : undefined };
}

/** The error again, with the worker's stack, and of its own class where callers tell that class apart. */
export function errorFromData({ name, message, stack, help }: ErrorData): Error {
  const error =
    help !== undefined
      ? new MachineFault(message, help)
      : name === 'TemplateError'
        ? new TemplateError(message)
        : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
