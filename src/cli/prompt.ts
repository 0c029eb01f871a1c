import { createInterface } from 'node:readline/promises';

/** A question to a person at a terminal. */
export interface Prompt {
  readonly asks: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  /** Possible answers, given by number or by value; empty if anything is allowed. */
  readonly choices: readonly { readonly value: string; readonly says: string }[];
  /** Why an answer is not valid, in a sentence; then the question is asked again. */
  readonly objectionTo: (answer: string) => string | undefined;
}

/** The user has left: with Ctrl-C, Ctrl-D, or by closing the terminal. */
export class PromptCancelled extends Error {}

export interface Prompter {
  /** The answer; empty if an optional one was left out. Rejects with PromptCancelled if the user leaves. */
  ask(question: Prompt): Promise<string>;
  close(): void;
}

/** Most choices listed; with more, only the first are, and any can be typed. */
const MAX_CHOICES = 30;

/** Asks on the terminal; `undefined` if it is not interactive. */
export function terminalPrompter(): Prompter | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new PromptCancelled()));
  });
  left.catch(() => {}); // nobody may be waiting for it
  return {
    async ask({ asks, isRequired, choices, isList, objectionTo }) {
      const listed = choices.slice(0, MAX_CHOICES);
      for (const [index, { value, says }] of listed.entries())
        process.stderr.write(`  ${index + 1}  ${value}${says === '' ? '' : `  ${says.slice(0, 90)}`}\n`);
      for (;;) {
        const hint = [isList ? 'several by commas' : '', isRequired ? '' : 'empty for none'].filter(Boolean);
        const reply = lines.question(`${asks}${hint.length > 0 ? ` (${hint.join(', ')})` : ''}: `);
        const line = await Promise.race([reply.catch(() => left), left]);
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

function valueMeant(written: string, choices: Prompt['choices']): string {
  if (choices.some(({ value }) => value === written)) return written; // grades are numbers too
  const byNumber = /^\d+$/.test(written) ? choices[Number(written) - 1] : undefined;
  return byNumber?.value ?? written;
}
