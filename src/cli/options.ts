import { InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../shards/share.ts';

// Options shared by several commands, and parsers of option values.

export function textOrJson(): Option {
  return new Option('--format <format>', 'text for people, json for programs')
    .choices(['text', 'json'])
    .default('text');
}

export function textJsonOrCsv(): Option {
  return new Option('--format <format>', 'text for people, json for programs, csv for a spreadsheet')
    .choices(['text', 'json', 'csv'])
    .default('text');
}

export function releaseLabel(): Option {
  return new Option('--release <label>', 'leave out everything marked above this label');
}

export function configFrom(): Option {
  return new Option(
    '--config-from <revision>',
    'use the configuration of this git revision, not the one in the folder',
  );
}

export function paperSize(): Option {
  return new Option('--paper <size>', 'paper of the PDF').choices(['A4', 'Letter']).default('A4');
}

export function isoTime(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(value)) {
    throw new InvalidArgumentError('Write a time as 2025-04-30T12:00:00Z.');
  }
  return value;
}

/** Parses a list of allowed words; the allowed words are exposed for completion. */
export function listOf(
  ...allowed: readonly string[]
): ((value: string) => string[]) & { readonly allowed: readonly string[] } {
  const read = (value: string) => {
    const items = value.split(',').map((item) => item.trim());
    const unknown = items.find((item) => !allowed.includes(item));
    if (unknown !== undefined) {
      throw new InvalidArgumentError(`\`${unknown}\` is none of ${allowed.join(', ')}.`);
    }
    return [...new Set(items)];
  };
  return Object.assign(read, { allowed });
}

export function nameAndValue(
  value: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Give a name, an equals sign and a value.');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

export function weight(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 100)) {
    throw new InvalidArgumentError('Give a number from 0 to 100.');
  }
  return number;
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}

/** The Redis queue through which memos are made. */
export function queueAddress(): Option {
  return new Option('--queue <address>', 'Redis queue that workers take memos from: redis://host:6379');
}

export function portNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return number;
}

/** Most shards of one run. */
const MAX_SHARDS = 10_000;

export function shardOption(): Option {
  return new Option('--shard <i/n>', 'only the i-th of n shares of the assessments, divided by id').argParser(
    shard,
  );
}

export function reportOption(): Option {
  return new Option('--report <file>', 'with --shard: write the file that merge-reports reads');
}

function shard(value: string): Shard {
  const [, number, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(value) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (!(shard.number >= 1 && shard.number <= shard.of && shard.of <= MAX_SHARDS)) {
    throw new InvalidArgumentError(
      `Write a shard as 1/4, from 1 to the number of shards, of which there are at most ${MAX_SHARDS}.`,
    );
  }
  return shard;
}
