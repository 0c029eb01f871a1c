import { setFlagsFromString } from 'node:v8';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * V8 compiles WebAssembly twice: at once, and again with optimisation what has run for a while. For Graphviz
 * the second time takes 0.7 s, and saves that much only over the next two hundred memos. This is how many bytes
 * of code must run before a function is optimised; the default is about a million.
 */
const PATIENCE = '--wasm-tiering-budget=1000000000';

/** Graphviz, which lays out networks; loaded once. The V8 flag applies to everything compiled from then on. */
export function loadGraphviz(): Promise<Graphviz> {
  setFlagsFromString(PATIENCE);
  return Graphviz.load();
}
