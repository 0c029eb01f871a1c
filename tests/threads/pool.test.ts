import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MachineFault } from '../../src/model/fault.ts';
import { TemplateError } from '../../src/render/templates/template-error.ts';
import { WorkerEnded, WorkerPool } from '../../src/threads/pool.ts';
import { root } from '../e2e/run.ts';
import type { SampleJob } from './sample-thread.ts';

const script = join(root, 'node_modules/.cache/threat-memo/sample-thread.mjs');

beforeAll(async () => {
  const entry = join(root, 'tests/threads/sample-thread.ts');
  await build({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'esm' });
});

function pool(count = 1): {
  run(task: SampleJob['task'], ...context: { name: string }[]): Promise<unknown>;
  close(): Promise<void>;
} {
  const threads = new WorkerPool<SampleJob>(pathToFileURL(script), count);
  onTestFinished(() => threads.close());
  return {
    run: (task, ...context) => threads.run(task, context, async (question) => `answer to the ${question}`),
    close: () => threads.close(),
  };
}

describe('threads', () => {
  test('share the work, and get the common context of tasks once', async () => {
    const [register, form] = [{ name: 'register' }, { name: 'form' }];
    const { run } = pool(2);
    const all = [
      run('count', register),
      run('count', form),
      run('count', register, form),
      run('count', form, form),
    ];
    expect(await Promise.all(all)).toEqual([
      { tasks: 1, seen: 1, names: ['register'] },
      { tasks: 1, seen: 1, names: ['form'] },
      { tasks: 2, seen: 2, names: ['register', 'form'] },
      { tasks: 2, seen: 1, names: ['form', 'form'] },
    ]);
  });

  test('drop a context that no task has needed for long, and get it again when one does', async () => {
    const { run } = pool();
    const all = Array.from({ length: 20 }, (_, index) => ({ name: `register ${index}` }));
    const [first = { name: '' }, ...others] = all;
    await run('count', first);
    // What is used again meanwhile stays.
    for (const other of others) await run('count', first, other);
    expect(await run('count', first)).toEqual({ tasks: 21, seen: 20, names: ['register 0'] });
    const second = { name: 'register 1' };
    expect(await run('count', second, others[0] ?? second)).toEqual({
      tasks: 22,
      seen: 22, // both are new there
      names: ['register 1', 'register 1'],
    });
  });

  test('can ask the main thread, which answers', async () => {
    expect(await pool().run('ask')).toBe('answer to the first answer to the second');
  });

  test('report failures', async () => {
    const { run } = pool();
    const wrong = async (task: SampleJob['task']) => run(task).catch((error: unknown) => error);
    expect(await wrong('template')).toEqual(new TemplateError('There is no template "x".'));
    expect(await wrong('template')).toBeInstanceOf(TemplateError);
    const fault = await wrong('machine');
    expect(fault).toBeInstanceOf(MachineFault);
    expect(fault).toMatchObject({ message: 'No space.', help: 'Make some.' });
    expect(await wrong('program')).toMatchObject({
      message: 'Too far.',
      stack: expect.stringContaining('sample-thread'),
    });
    expect(await wrong('text')).toMatchObject({ message: 'only a text' });
  });

  test.each(['exit', 'crash'] as const)('that end (%s) fail only their own tasks', async (task) => {
    const { run } = pool(2);
    const [waiting, other, ended] = [run('wait'), run('count'), run(task)];
    await expect(waiting).rejects.toMatchObject({
      name: 'MachineFault',
      message: /^A thread of the program ended/,
    });
    await expect(ended).rejects.toBeInstanceOf(WorkerEnded);
    expect(await other).toMatchObject({ tasks: 1 });
    const after = await Promise.all([run('count'), run('count')]);
    expect(after).toMatchObject([{ tasks: 2 }, { tasks: 1 }]);
  });

  test('that cannot start are a fault each time, without a loop', async () => {
    const threads = new WorkerPool<SampleJob>(pathToFileURL(`${script}.none`), 1);
    onTestFinished(() => threads.close());
    for (let round = 0; round < 2; round += 1) {
      await expect(threads.run('count', [], async () => '')).rejects.toBeInstanceOf(WorkerEnded);
    }
  });
});
