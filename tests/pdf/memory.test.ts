import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openPrinter } from '../../src/pdf/browser/printer.ts';
import { finishPrint, type PrintToFinish } from '../../src/pdf/finish/finish-print.ts';
import { sampleMetadata, samplePage } from './samples.ts';

/** Collects what nothing leads to. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    await new Promise(setImmediate); // the target of a WeakRef that was read is kept until then
    gc();
  }
}

test('a printer keeps nothing of its prints in memory', async () => {
  const seen: WeakRef<object>[] = [];
  const finish = async (print: PrintToFinish) => {
    const finished = finishPrint(print);
    seen.push(new WeakRef(print.bytes), new WeakRef(print.page), new WeakRef(finished));
    return finished;
  };
  const printer = await openPrinter({ concurrency: 1, env: process.env, finish });
  try {
    for (const title of ['One', 'Two', 'Three']) {
      await printer.print(samplePage({ title }), sampleMetadata());
    }
    await collect();
    expect(seen.map((one) => typeof one.deref())).toEqual(Array(9).fill('undefined'));
  } finally {
    await printer.close();
  }
});
