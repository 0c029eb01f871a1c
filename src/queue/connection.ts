import type * as BullMq from 'bullmq';
import type { Redis } from 'ioredis';
import { MachineFault, UsageFault } from '../model/fault.ts';

/** The password can be set in the environment: a command line is visible to everybody on the machine. */
const PASSWORD_VARIABLE = 'THREAT_MEMO_QUEUE_PASSWORD';
/** How long a connection may take to come up, in milliseconds. */
const MAX_CONNECTING = 5000;
/** Longest pause before another attempt, in milliseconds. */
const MAX_PAUSE = 1000;

export interface Packages {
  readonly bullmq: typeof BullMq;
  readonly connect: (options: { readonly forWorker: boolean }) => Redis;
}

/**
 * Loads the queue's packages, and parses the address of Redis. Throws UsageFault for an invalid address,
 * MachineFault if the packages are not installed: few need them, so the program does not depend on them.
 */
export async function openPackages(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Packages> {
  const url = redisUrl(address, environment[PASSWORD_VARIABLE]);
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return {
      bullmq,
      connect({ forWorker }) {
        const redis = new ioredis.Redis(url, {
          connectTimeout: MAX_CONNECTING,
          retryStrategy: (times) => Math.min(times * 100, MAX_PAUSE),
          // A worker waits for Redis however long it is away; a build fails each command quickly, and retries.
          maxRetriesPerRequest: forWorker ? null : 1,
        });
        redis.on('error', () => {}); // reported to whoever waits for an answer
        return redis;
      },
    };
  } catch (error) {
    throw new MachineFault(
      'The queue needs two packages that are not installed: bullmq and ioredis.',
      'Install them beside threat-memo: npm install bullmq ioredis',
      { cause: error },
    );
  }
}

function redisUrl(address: string, password: string | undefined): string {
  let url: URL | undefined;
  try {
    url = new URL(address);
  } catch {
    url = undefined;
  }
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
    throw new UsageFault('Write the address of the queue as redis://host:6379/0, or rediss:// for TLS.');
  }
  if (password !== undefined && password !== '') url.password = password;
  return url.href;
}
