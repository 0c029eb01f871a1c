/**
 * Runs the tests of one room against changed sources, one change after another, in one process: unchanged modules stay
 * transformed. Started by `test-mutation.mjs`, which sends the changes and ends the process if a change never ends.
 *
 * Nothing is written to the sources: a plugin gives the changed text to the tests.
 */
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';

/** The changed file and its text, while a change is tried. */
let current;

const silent = { onInit() {} };

async function open({ filters, excluded }) {
  const vitest = await createVitest(
    'test',
    {
      watch: false,
      run: true,
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      execArgv: [], // flags of V8 are for processes, not for threads
      bail: 1,
      reporters: [silent],
      exclude: ['**/node_modules/**', ...excluded],
      passWithNoTests: false,
      printConsoleTrace: false,
      onConsoleLog: () => false,
    },
    {
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          load: (id) => (id.split('?')[0] === current?.file ? current.code : undefined),
        },
      ],
    },
  );
  const groups = [];
  for (const filter of filters) groups.push(await vitest.globTestSpecifications(filter));
  return { vitest, groups };
}

/** Whether every test of every group passes; later groups run only if the earlier ones pass. */
async function passes({ vitest, groups }) {
  for (const specifications of groups) {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) {
      return { passed: false, by: failedIn(testModules) ?? String(unhandledErrors[0]) };
    }
  }
  return { passed: true };
}

function failedIn(modules) {
  for (const module of modules) {
    if (module.ok()) continue;
    const [test] = module.children.allTests('failed');
    return `${module.relativeModuleId}${test ? `: ${test.name}` : ''}`;
  }
  return undefined;
}

const opened = await open(JSON.parse(process.argv[2]));
process.on('message', async ({ file, code }) => {
  const path = file && resolve(file);
  if (path) {
    current = { file: path, code };
    opened.vitest.invalidateFile(path);
  }
  const started = Date.now();
  const result = await passes(opened);
  current = undefined;
  if (path) opened.vitest.invalidateFile(path);
  process.send({ ...result, ms: Date.now() - started });
});
process.send({ ready: true });
