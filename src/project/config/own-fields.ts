import { resolve } from 'node:path';
import { placeRemarks } from '../../load/place-findings.ts';
import { readDocument } from '../../load/read-document.ts';
import type { MachineFault } from '../../model/fault.ts';
import type { Finding, Remark } from '../../model/finding.ts';
import type { Config } from '../../model/generated/types.ts';
import { type OwnFields, readOwnFields } from '../../validate/own/read-own-fields.ts';
import type { Effects } from '../effects.ts';
import { isBelow } from '../inside.ts';
import type { ConfigFile } from './config-file.ts';

/** The project's own fields, and why they cannot be read. */
export interface OwnFieldSettings {
  readonly fields?: OwnFields;
  /** About the configuration. */
  readonly remarks: readonly Remark[];
  /** About the schema. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the schema in `fields` of a configuration, or at the path given there, relative to the configuration's
 * folder.
 */
export async function loadOwnFields(
  named: Config['fields'] | undefined,
  effects: Effects,
): Promise<OwnFieldSettings> {
  if (named === undefined) return { remarks: [], findings: [] };
  if (typeof named !== 'string') {
    const { fields, remarks } = readOwnFields(named);
    const placed = remarks.map((remark) => ({ ...remark, pointer: `/fields${remark.pointer}` }));
    return { ...(fields && { fields }), remarks: placed, findings: [] };
  }
  const path = named;
  const refuse = (message: string): OwnFieldSettings => ({
    remarks: [
      {
        rule: 'unreadable-field-schema',
        severity: 'error',
        pointer: '/fields',
        message,
        help: 'Name a JSON Schema of the project, by its path from the folder of the configuration.',
      },
    ],
    findings: [],
  });
  const absolute = resolve(effects.projectFolder, path);
  if (!isBelow(absolute, effects.projectFolder))
    return refuse(`The schema ${path} is outside of the project.`);
  let bytes: Uint8Array | undefined;
  try {
    bytes = await effects.readFile(absolute);
  } catch (error) {
    return refuse(`The schema ${path} cannot be read: ${(error as MachineFault).message}`);
  }
  if (!bytes) return refuse(`There is no file ${path}.`);
  const { document, findings } = readDocument(path, bytes);
  if (!document) return { remarks: [], findings };
  const { fields, remarks } = readOwnFields(document.data);
  return {
    ...(fields && { fields }),
    remarks: [],
    findings: [...findings, ...placeRemarks(document, remarks)],
  };
}

/** Titles of the assessment's own fields, by name: a memo prints these fields at its head. */
export function fieldTitlesOf(fields: OwnFields | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields?.assessment ?? {}).flatMap(([name, { title }]) =>
      title === undefined ? [] : [[name, title]],
    ),
  );
}

/**
 * The absolute path of the schema that a configuration names, even if the configuration is otherwise invalid;
 * `undefined` for a path outside of the project.
 */
export function fieldSchemaPath(config: ConfigFile | undefined, projectFolder: string): string | undefined {
  if (!config) return undefined;
  const data = readDocument(config.name, config.bytes).document?.data;
  const named = typeof data === 'object' && data !== null ? (data as Config).fields : undefined;
  if (typeof named !== 'string') return undefined;
  const path = resolve(projectFolder, named);
  return isBelow(path, projectFolder) ? path : undefined;
}
