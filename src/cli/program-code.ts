import { openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/**
 * Index of the code compiled by V8 ahead of time: `compiled.json` says for which engine, and where each
 * module's part is in `compiled.bin`. Both are written by `scripts/build.mjs`.
 */
export interface CompiledIndex {
  /** `engineName()` of the Node that compiled the code. */
  readonly engine: string;
  /** By file name of the module: offset, length and CRC-32 in `compiled.bin`. */
  readonly parts: Readonly<Record<string, readonly [offset: number, length: number, sum: number]>>;
}

export const COMPILED_INDEX = 'compiled.json';
export const COMPILED_CODE = 'compiled.bin';

/**
 * Flags of V8 that a run sets, before any of our code is loaded: V8 takes compiled code only where they are the same. V8 first
 * interprets a regular expression and compiles it when it runs again. The rules have some three hundred, most of
 * which run a few times: compiling them at once saves a fifth of a check in a new process.
 */
export const ENGINE_FLAGS = '--no-regexp-tier-up';

/** A module of the bundle is an expression: this function. */
type ModuleBody = (exports: object, require: (name: string) => unknown, module: Module, url: string) => void;

interface Module {
  exports: object;
}

/** Everything V8's compiled code depends on; a patched build of the same version differs in size. */
export function engineName(): string {
  const { size } = statSync(process.execPath);
  return [process.version, process.versions.v8, process.platform, process.arch, size].join(' ');
}

/**
 * Loads the bundle's modules from a folder. If V8's compiled code is beside them and is for exactly this Node,
 * modules need not be compiled again, which takes longer than running them once. Any problem with it only costs
 * that time: V8 itself rejects code from another version or with other flags, but would accept damaged code,
 * hence the checksums.
 */
export class ProgramCode {
  readonly #folder: string;
  readonly #builtin: (name: string) => unknown;
  readonly #modules = new Map<string, Module>();
  readonly #builtins = new Map<string, object>();
  readonly #scripts = new Map<string, Script>();
  readonly #parts: CompiledIndex['parts'];
  /** File descriptor of the compiled code; open until the process or thread ends. */
  #descriptor: number | undefined;

  /** `builtin` loads modules that are not in the bundle. */
  constructor(folder: string, builtin: (name: string) => unknown) {
    this.#folder = folder;
    this.#builtin = builtin;
    this.#parts = partsIn(folder);
  }

  /** The modules loaded so far, by file name. */
  get scripts(): ReadonlyMap<string, Script> {
    return this.#scripts;
  }

  /** The exports of a module; runs it the first time. */
  load(file: string): object {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const path = join(this.#folder, file);
    const source = readFileSync(path, 'utf8');
    // V8 stores the name in the compiled code, so it must not contain the path of the build.
    const script = new Script(source, {
      filename: `threat-memo/dist/${file}`,
      cachedData: this.#compiled(file),
    });
    this.#scripts.set(file, script);
    const module: Module = { exports: {} };
    this.#modules.set(file, module);
    const body: ModuleBody = script.runInThisContext();
    body(
      module.exports,
      (name) => (name.startsWith('./') ? this.load(name.slice(2)) : this.#onDemand(name)),
      module,
      pathToFileURL(path).href,
    );
    return module.exports;
  }

  /**
   * A Node module, loaded when one of its members is first used: `node:crypto` alone takes 4 ms, and few runs
   * need it.
   */
  #onDemand(name: string): object {
    const known = this.#builtins.get(name);
    if (known) return known;
    const real = () => this.#builtin(name) as object;
    const module = new Proxy<object>(
      {},
      {
        get: (_, key) => Reflect.get(real(), key),
        has: (_, key) => Reflect.has(real(), key),
        ownKeys: () => Reflect.ownKeys(real()),
        getOwnPropertyDescriptor: (_, key) => {
          const described = Reflect.getOwnPropertyDescriptor(real(), key);
          return described && { ...described, configurable: true }; // a proxy must report missing target properties as configurable
        },
      },
    );
    this.#builtins.set(name, module);
    return module;
  }

  #compiled(file: string): Buffer | undefined {
    try {
      const [offset, length, sum] = this.#parts[file] ?? [];
      if (offset === undefined || length === undefined) return undefined;
      this.#descriptor ??= openSync(join(this.#folder, COMPILED_CODE), 'r');
      const code = Buffer.allocUnsafeSlow(length);
      const isWhole = readSync(this.#descriptor, code, 0, length, offset) === length && crc32(code) === sum;
      return isWhole ? code : undefined;
    } catch {
      return undefined; // missing, damaged, or this Node has no such checksum
    }
  }
}

function partsIn(folder: string): CompiledIndex['parts'] {
  try {
    const index: CompiledIndex = JSON.parse(readFileSync(join(folder, COMPILED_INDEX), 'utf8'));
    return index.engine === engineName() ? index.parts : {};
  } catch {
    return {}; // missing or damaged
  }
}
