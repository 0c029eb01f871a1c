import { MachineFault } from '../../model/fault.ts';

/** What may be wrong with a browser that did not print. */
export type Trouble =
  /** The browser has ended, or does not answer: it will not print anything else. */
  | 'browser'
  /** One page has crashed or gone. */
  | 'page'
  /** Nothing: it would fail on this memo again. */
  | 'none';

/** A memo could not be printed. */
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
