import schema from './extension.schema.json' with { type: 'json' };
import type { Written } from './written.ts';

/**
 * Our extension of STIX 2.1: what an assessment says and STIX has no property for (likelihoods, hypotheses and their
 * matrix, assumptions, every report of a figure …), on the object that stands for the entry.
 */
export const OUR_EXTENSION = 'extension-definition--0c7f2a68-5d0e-4c3b-9a55-7b8e4f0d2c19';

/** The identity that answers for the extension. */
const OUR_IDENTITY = 'identity--3b7c1d9e-2f64-4c0a-8f4b-51a6c0e7d233';

/** When the extension was defined: a fixed time, so that every bundle says the same. */
const DEFINED = '2026-11-29T00:00:00.000Z';

/** What an object of ours bears under `extensions`. */
export interface OwnExtension {
  readonly extension_type: 'property-extension';
  /** The list in the assessment that the object is an entry of; `assessment` for the report; `derived` for objects made of other entries. */
  readonly collection: string;
  /** Where in the list it stands, counted from 0. */
  readonly position?: number;
  /** Properties of the entry that stand in properties of STIX. */
  readonly native?: readonly string[];
  /** The label that the object was given when it was exported. */
  readonly marking?: string;
  /** What the register says of the entry, for who has no such register. */
  readonly identity?: Readonly<Record<string, unknown>>;
  /** All other properties of the entry, as they stand in the assessment. */
  readonly entry?: Readonly<Record<string, unknown>>;
  /** Of a derived object, the part of the assessment that it says again, as a JSON pointer. */
  readonly repeats?: string;
  /** Of the report: the names of all entries by their lists. What is taken out elsewhere is missed by it. */
  readonly contents?: Readonly<Record<string, readonly string[]>>;
  /** Hashes of the members as they were written: what is changed elsewhere is told by them. */
  readonly written?: Written;
}

/** The two objects that define the extension; they are in every bundle that uses it. */
export const extensionObjects = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: OUR_IDENTITY,
    created: DEFINED,
    modified: DEFINED,
    name: 'threat-memo',
    identity_class: 'system',
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: OUR_EXTENSION,
    created_by_ref: OUR_IDENTITY,
    created: DEFINED,
    modified: DEFINED,
    name: 'Threat assessment',
    description:
      'Likelihoods, confidence in judgments with its basis, hypotheses and their matrix, assumptions, gaps, indicators to watch, and reports of figures: what a threat assessment says beyond the properties of STIX.',
    schema: JSON.stringify(schema),
    version: '1.0.0',
    extension_types: ['property-extension'],
  },
] as const;

export const OUR_DEFINITIONS: ReadonlySet<string> = new Set(extensionObjects.map(({ id }) => id));
