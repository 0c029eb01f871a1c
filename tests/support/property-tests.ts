import fc from 'fast-check';

/**
 * Property tests draw the same examples every time, so that a red run means that something changed. Another seed draws
 * others: `PROPERTY_SEED=7 npx vitest run`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
