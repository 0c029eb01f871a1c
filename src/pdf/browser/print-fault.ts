import { MachineFault } from '../../model/fault.ts';

/** What may be wrong with a browser that did not print. */
export type Trouble =
  /** It has ended, or does not answer: it will print nothing else either. */
  | 'browser'
  /** One page of it has crashed or gone. */
  | 'page'
  /** Nothing is wrong with it: it would fail on this again. */
  | 'none';

/** A memo that was not printed. */
export class PrintFault extends MachineFault {
  constructor(
    message: string,
    help: string,
    readonly trouble: Trouble,
    options?: ErrorOptions,
  ) {
    super(message, help, options);
  }
}
