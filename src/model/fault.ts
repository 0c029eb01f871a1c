/** Faults of the program or the machine are exceptions; what an analyst wrote wrong is a Finding. */

/** The command was called wrongly: unknown flag, missing file. Exit code 2. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** The machine lacks something: no browser, no permission, no space. Exit code 3. */
export class MachineFault extends Error {
  override readonly name = 'MachineFault';

  constructor(
    message: string,
    /** What to do about it, a sentence or a few lines. */
    readonly help: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A file that is never read or written: a link that leads out of the project, or one far too large. */
export class RefusedFault extends MachineFault {}
