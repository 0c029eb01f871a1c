import { MachineFault } from '../../src/model/fault.ts';
import { TemplateError } from '../../src/render/templates/template-error.ts';
import type { Job } from '../../src/threads/job.ts';
import { serve } from '../../src/threads/serve.ts';

/** A job for each thing that can happen in a thread. */
export interface SampleJob extends Job {
  readonly task: 'count' | 'ask' | 'wait' | 'template' | 'machine' | 'program' | 'text' | 'exit' | 'crash';
  readonly context: readonly { readonly name: string }[];
  readonly question: string;
  readonly answer: string;
  readonly result: unknown;
}

let tasks = 0;
const seen = new Set<object>();

serve<SampleJob>(async (task, context, ask) => {
  tasks += 1;
  for (const one of context) seen.add(one);
  switch (task) {
    case 'template':
      throw new TemplateError('There is no template "x".');
    case 'machine':
      throw new MachineFault('No space.', 'Make some.');
    case 'program':
      throw new RangeError('Too far.');
    case 'text':
      throw 'only a text';
    case 'exit':
      return process.exit(1);
    case 'crash':
      setImmediate(() => {
        throw new Error('Out of nothing.');
      });
      return new Promise(() => {});
    case 'ask':
      return `${await ask('first')} ${await ask('second')}`;
    case 'wait':
      return new Promise(() => {});
    default:
      return { tasks, seen: seen.size, names: context.map(({ name }) => name) };
  }
});
