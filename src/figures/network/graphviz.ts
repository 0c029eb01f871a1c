import { setFlagsFromString } from 'node:v8';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * V8 compiles WebAssembly twice: at once, and again with more care what has run for a while. For Graphviz the second time
 * takes 0.7 s, which is what it saves in the two hundred memos that follow. This is how many bytes of code may run before a
 * function is worth that; by default a million or some more.
 */
const PATIENCE = '--wasm-tiering-budget=1000000000';

/** Graphviz, which lays out networks; loaded once. The flag is V8's and counts for what is compiled from then on. */
export function loadGraphviz(): Promise<Graphviz> {
  setFlagsFromString(PATIENCE);
  return Graphviz.load();
}
