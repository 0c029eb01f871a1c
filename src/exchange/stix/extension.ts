import schema from './extension.schema.json' with { type: 'json' };
import type { Written } from './written.ts';

/**
 * Our STIX 2.1 extension: what an assessment says and STIX has no property for (likelihoods, hypotheses and
 * their matrix, assumptions, every report of a figure …), kept on the object that stands for the entry.
 */
export const OUR_EXTENSION = 'extension-definition--0c7f2a68-5d0e-4c3b-9a55-7b8e4f0d2c19';

/** The identity that answers for the extension. */
const OUR_IDENTITY = 'identity--3b7c1d9e-2f64-4c0a-8f4b-51a6c0e7d233';

/** When the extension was defined: a fixed time, so that every bundle has the same bytes. */
const DEFINED = '2026-11-29T00:00:00.000Z';

/** Our extension as it stands under `extensions` of an object. */
export interface OwnExtension {
  readonly extension_type: 'property-extension';
  /**
   * The list in the assessment that the object is an entry of; `assessment` for the report; `derived` for
   * objects that repeat a part of another entry.
   */
  readonly collection: string;
  /** Where in the list it stands, counted from 0. */
  readonly position?: number;
  /** Properties of the entry that are held in STIX properties. */
  readonly native?: readonly string[];
  /** The object's marking when it was exported. */
  readonly marking?: string;
  /** What the register says of the entry, for projects without that register. */
  readonly identity?: Readonly<Record<string, unknown>>;
  /** All other properties of the entry, unchanged. */
  readonly entry?: Readonly<Record<string, unknown>>;
  /** For a derived object: JSON pointer to the part of the assessment it repeats. */
  readonly repeats?: string;
  /** For the report: names of all entries by list, to notice what was removed elsewhere. */
  readonly contents?: Readonly<Record<string, readonly string[]>>;
  /** Hashes of the members as exported, to notice what was changed elsewhere. */
  readonly written?: Written;
}

/** The objects that define the extension, in every bundle that uses it. */
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
