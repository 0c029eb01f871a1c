import { MachineFault } from '../model/fault.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import type { ToldError } from './job.ts';

export function told(error: unknown): ToldError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, help: undefined };
  const { name, message, stack } = error;
  return { name, message, stack, help: error instanceof MachineFault ? error.help : undefined };
}

/** The error again, of the class that it had as far as anybody asks for it, with the stack of the thread. */
export function retold({ name, message, stack, help }: ToldError): Error {
  const error =
    help !== undefined
      ? new MachineFault(message, help)
      : name === 'TemplateError'
        ? new TemplateError(message)
        : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
