import { isAbsolute, resolve } from 'node:path';
import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { folderRemote, httpRemote, MAX_ENTRY, type Remote } from './remote.ts';
import { MIN_KEY, Seal } from './seal.ts';

/**
 * The store: a folder, or an address that begins with `http`. Set only in the environment, never by a project.
 */
const STORE_VARIABLE = 'THREAT_MEMO_SHARED';
/** Sent to an address as a bearer token. */
const TOKEN_VARIABLE = 'THREAT_MEMO_SHARED_TOKEN';
export const KEY_VARIABLE = 'THREAT_MEMO_TEAM_KEY';
/** The highest marking that may be stored, such as `TLP:GREEN`; if not set, only public content is. */
const LEVEL_VARIABLE = 'THREAT_MEMO_SHARED_UP_TO';

/** After this many failures in a row, the store is not used for the rest of the run. */
const MAX_FAILURES = 3;
/** How long the end of a run waits for pending writes, in milliseconds. */
const MAX_CLOSING = 10_000;
/** Most bytes waiting to be stored; further entries are dropped. */
const MAX_WAITING = 256_000_000;

/** Results shared by several machines. Problems with the store cost limited time, never a wrong answer. */
export class SharedResults {
  /** The highest marking that may be stored; `undefined` for public content only. */
  readonly level: string | undefined;
  readonly #remote: Remote;
  readonly #seal: Seal;
  readonly #storing = new Set<Promise<void>>();
  #waiting = 0;
  #failures = 0;
  #reason: string | undefined;
  #refused = 0;

  constructor(remote: Remote, seal: Seal, level?: string) {
    this.#remote = remote;
    this.#seal = seal;
    this.level = level;
  }

  /** The content stored under a key by somebody with the team's key. */
  async get(key: string): Promise<Buffer | undefined> {
    if (this.#isGivenUp) return undefined;
    const name = this.#seal.nameOf(key);
    const sealed = await this.#attempt(() => this.#remote.get(name));
    const content = sealed && this.#seal.open(name, sealed);
    if (sealed && !content) this.#refused += 1;
    return content;
  }

  /** Stores bytes under a key, in the background. */
  put(key: string, content: Uint8Array): void {
    const size = content.length;
    if (this.#isGivenUp || size > MAX_ENTRY / 2 || this.#waiting + size > MAX_WAITING) return;
    this.#waiting += size;
    const name = this.#seal.nameOf(key);
    const sealed = this.#seal.close(name, content);
    const storing: Promise<void> = this.#attempt(() => this.#remote.put(name, sealed)).finally(() => {
      this.#waiting -= size;
      this.#storing.delete(storing);
    });
    this.#storing.add(storing);
  }

  /** Waits, for a limited time, until everything is stored. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, MAX_CLOSING);
    });
    await Promise.race([Promise.all(this.#storing), late]);
    clearTimeout(timer);
  }

  /** Notices about the store. */
  get notices(): readonly string[] {
    const { shown } = this.#remote;
    return [
      ...(this.#isGivenUp
        ? [`The shared store ${shown} was left alone: ${this.#reason}. Memos were made here instead.`]
        : []),
      ...(this.#refused > 0
        ? [
            `The shared store ${shown} gave ${this.#refused === 1 ? 'an entry' : `${this.#refused} entries`} that nobody with the team's key has made; ${this.#refused === 1 ? 'its memo was' : 'their memos were'} made here.`,
          ]
        : []),
    ];
  }

  get #isGivenUp(): boolean {
    return this.#failures >= MAX_FAILURES;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      if (!this.#isGivenUp) this.#failures = 0;
      return result;
    } catch (error) {
      this.#failures += 1;
      this.#reason ??= reasonOf(error);
      return undefined;
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/**
 * The store named in the user's environment; `undefined` if there is none. Throws UsageFault for invalid
 * settings.
 */
export function openShared({
  environment,
  calledIn,
}: Pick<Effects, 'environment' | 'calledIn'>): SharedResults | undefined {
  const where = environment[STORE_VARIABLE] ?? '';
  if (where === '') return undefined;
  const seal = new Seal(teamKeyIn(environment, STORE_VARIABLE), 'shared results');
  const level = environment[LEVEL_VARIABLE];
  return new SharedResults(
    remoteAt(where, environment[TOKEN_VARIABLE], calledIn),
    seal,
    level === '' ? undefined : level,
  );
}

/** The team's key. Throws UsageFault if it is missing, though `wanted` needs one, or too short. */
export function teamKeyIn(environment: Effects['environment'], wanted: string): string {
  const key = environment[KEY_VARIABLE] ?? '';
  if (key.length >= MIN_KEY) return key;
  const problem =
    key === '' ? `${KEY_VARIABLE} is not set` : `${KEY_VARIABLE} is shorter than ${MIN_KEY} characters`;
  throw new UsageFault(
    `${wanted} needs the team's key, and ${problem}. Make one with \`openssl rand -hex 32\` and give it to all machines.`,
  );
}

function remoteAt(where: string, token: string | undefined, calledIn: string): Remote {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(where))
    return folderRemote(isAbsolute(where) ? where : resolve(calledIn, where));
  const url = parsed(where);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageFault(
      `${STORE_VARIABLE} is neither a folder nor an address that begins with http:// or https://.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageFault(
      `${STORE_VARIABLE} has a password in its address: put a token into ${TOKEN_VARIABLE} instead.`,
    );
  }
  return httpRemote(url, token);
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
