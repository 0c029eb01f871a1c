import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Largest entry that is fetched or stored, in bytes. */
export const MAX_ENTRY = 64_000_000;
/** Time limit of a request, in milliseconds: making a memo takes about a second. */
const MAX_WAIT = 5000;

/** A store of entries for several machines. It is not trusted: every entry's seal is checked. */
export interface Remote {
  /** As it is shown to the user. */
  readonly shown: string;
  /** `undefined` if there is no such entry. Rejects on an unexpected answer. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** Rejects if the entry is not accepted. */
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** A folder, such as one on a file server. */
export function folderRemote(folder: string): Remote {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2));
  return {
    shown: folder,
    get: (name) => inTime(readEntry(pathOf(name))),
    put(name, bytes) {
      const path = pathOf(name);
      const temporary = `${path}.${randomUUID()}.tmp`;
      const write = async () => {
        await mkdir(join(path, '..'), { recursive: true });
        await writeFile(temporary, bytes, { flag: 'wx' });
        await rename(temporary, path).catch(async (error: unknown) => {
          await rm(temporary, { force: true });
          throw error;
        });
      };
      return inTime(write());
    },
  };
}

async function readEntry(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_ENTRY) throw new Error(`an entry of ${size} bytes`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A hanging file server must not stall the run. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${MAX_WAIT / 1000} seconds`)), MAX_WAIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A store that speaks HTTP like the remote caches of Nx (`GET`/`PUT` of `<address>/<hash>`) and Turborepo (the
 * same below `/v8/artifacts`, with a query). Only this address is contacted: redirects are refused, so that the
 * token is sent nowhere else.
 */
export function httpRemote(address: URL, token: string | undefined): Remote {
  const urlOf = (name: string) => {
    const url = new URL(address);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${name}`;
    return url;
  };
  const headers = { ...(token !== undefined && token !== '' && { authorization: `Bearer ${token}` }) };
  return {
    shown: `${address.origin}${address.pathname}`,
    async get(name) {
      const signal = AbortSignal.timeout(MAX_WAIT);
      const answer = await fetch(urlOf(name), { headers, redirect: 'error', signal });
      if (answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      if (answer.status !== 200) throw await unexpected(answer);
      return bodyOf(answer);
    },
    async put(name, bytes) {
      const answer = await fetch(urlOf(name), {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: Buffer.from(bytes),
        redirect: 'error',
        signal: AbortSignal.timeout(MAX_WAIT),
      });
      // 409: another machine was quicker; entries with one name are interchangeable.
      if (!answer.ok && answer.status !== 409) throw await unexpected(answer);
      await answer.body?.cancel();
    },
  };
}

async function unexpected(answer: Response): Promise<Error> {
  await answer.body?.cancel();
  return new Error(`it answers ${answer.status}`);
}

/** Reads the body up to the limit: it may never end. */
async function bodyOf(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MAX_ENTRY) throw new Error(`an entry of more than ${MAX_ENTRY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
