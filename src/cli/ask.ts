import { createInterface } from 'node:readline/promises';

/** A question to a person at a terminal. */
export interface AskedQuestion {
  readonly asks: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  /** What can be answered, by its number or by itself; anything where there is none. */
  readonly choices: readonly { readonly value: string; readonly says: string }[];
  /** Why something is no answer, in a sentence: then it is asked again. */
  readonly objectionTo: (answer: string) => string | undefined;
}

/** The person has left: by Ctrl-C, Ctrl-D, or by closing the terminal. */
export class BrokenOff extends Error {}

export interface Asker {
  /** The answer; empty where an optional one was left out. Rejects with BrokenOff where the person leaves. */
  ask(question: AskedQuestion): Promise<string>;
  close(): void;
}

/** Most choices that are listed; of more, the first are, and any can be written. */
const MAX_CHOICES = 30;

/** Asks on the terminal; `undefined` where nobody sits at it. */
export function processAsker(): Asker | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new BrokenOff()));
  });
  left.catch(() => {}); // also where nothing is being asked
  return {
    async ask({ asks, isRequired, choices, isList, objectionTo }) {
      const listed = choices.slice(0, MAX_CHOICES);
      for (const [index, { value, says }] of listed.entries())
        process.stderr.write(`  ${index + 1}  ${value}${says === '' ? '' : `  ${says.slice(0, 90)}`}\n`);
      for (;;) {
        const hint = [isList ? 'several by commas' : '', isRequired ? '' : 'empty for none'].filter(Boolean);
        const asked = lines.question(`${asks}${hint.length > 0 ? ` (${hint.join(', ')})` : ''}: `);
        const line = await Promise.race([asked.catch(() => left), left]);
        const parts = isList ? line.split(',') : [line];
        const answer = parts.map((part) => valueMeant(part.trim(), choices)).join(',');
        const objection = answer === '' ? undefined : objectionTo(answer);
        if (objection !== undefined) process.stderr.write(`${objection}\n`);
        else if (answer !== '' || !isRequired) return answer;
      }
    },
    close: () => lines.close(),
  };
}

function valueMeant(written: string, choices: AskedQuestion['choices']): string {
  if (choices.some(({ value }) => value === written)) return written; // grades are numbers too
  const byNumber = /^\d+$/.test(written) ? choices[Number(written) - 1] : undefined;
  return byNumber?.value ?? written;
}
