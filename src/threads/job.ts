import { MachineFault } from '../model/fault.ts';
import { TemplateError } from '../render/templates/template-error.ts';

/** A kind of work for workers. Plain data, since it is copied between threads. */
export interface Job {
  readonly task: unknown;
  /** Data shared by many tasks; sent to each worker once. */
  readonly context: readonly object[];
  /** Questions a worker may ask while it works, and their answers. */
  readonly question: unknown;
  readonly answer: unknown;
  readonly result: unknown;
}

/** Messages to a worker: a context is sent before the first task that refers to it by number. */
export type ToWorker =
  | { readonly kind: 'context'; readonly number: number; readonly value: object }
  | { readonly kind: 'forget'; readonly number: number }
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

/** An error as data: copying would reduce our own classes to their name. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Only for a MachineFault. */
  readonly help: string | undefined;
}

export function errorToData(error: unknown): ErrorData {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, help: undefined };
  const { name, message, stack } = error;
  return { name, message, stack, help: error instanceof MachineFault ? error.help : undefined };
}

/** Restores an error, with the worker's stack, and with its class if callers distinguish it. */
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
