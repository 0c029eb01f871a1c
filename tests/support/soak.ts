import process from 'node:process';

/** Whether this is `npm run test:soak`: what is sampled in an ordinary run is then done whole. */
export const isSoak = process.env.MODE === 'soak';

/** How many of something: a sample in an ordinary run, all in a soak. */
export function sampled(sample: number, whole: number): number {
  return isSoak ? whole : sample;
}

/** How long such a test may take, in milliseconds: what hangs fails in the end. */
export const SOAK_TIMEOUT = isSoak ? 3_600_000 : 300_000;

/** A generator of numbers from 0 to below 1, always the same for a seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
