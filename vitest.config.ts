import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where CI wants the counts; without it there is only what a person reads. */
const report = process.env.THREAT_MEMO_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/run-folder.ts',
    setupFiles: ['tests/support/property-tests.ts'],
    env: { THREAT_MEMO_CACHE: 'off' }, // a test says itself where it wants results of earlier runs
    isolate: false, // a worker loads modules once for all its files, which takes a third of the time of loading them for each
    maxWorkers: availableParallelism(), // one less is usual, and of two cores one would be idle
    execArgv: ['--max-semi-space-size=64'], // collecting young objects less often takes 6 to 8 % less time
    testTimeout: 120_000, // for a machine on which much else runs
    hookTimeout: 120_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
});
