import { stixImporter } from '../../../src/exchange/stix/import.ts';
import { importData } from '../support.ts';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [member: string]: unknown;
}

/** An object of a bundle; its id ends in a name that tests use. */
export const object = (type: string, name: string, more: object = {}): StixObject => ({
  type,
  id: `${type}--${name}`,
  created: '2025-03-01T00:00:00.000Z',
  modified: '2025-03-02T00:00:00.000Z',
  ...more,
});
export const report = (name: string, refs: readonly string[], more: object = {}) =>
  object('report', name, { name, published: '2025-03-05T00:00:00Z', object_refs: refs, ...more });

export function read(...objects: readonly unknown[]) {
  const { parts, losses, remarks } = importData(stixImporter, { type: 'bundle', id: 'bundle--1', objects });
  return {
    parts: parts.map(({ content }) => content),
    content: parts[0]?.content ?? {},
    lost: losses.map(({ at, what, value }) => `${at} ${what}: ${value ?? ''}`),
    rules: remarks.map(({ rule, severity }) => `${rule} ${severity}`),
  };
}
export const said = ({ evidence = [] }: ReturnType<typeof read>['content']) =>
  evidence.map(({ statement }) => [statement].flat().join(' '));
