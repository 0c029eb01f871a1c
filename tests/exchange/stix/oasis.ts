import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publicSamples } from '../support.ts';

interface Schema {
  readonly $id: string;
  readonly title: string;
}

const NOT_IN_BUNDLE: readonly string[] = [
  'note',
  'opinion',
  'grouping',
  'incident',
  'location',
  'extension-definition',
];

/** What OASIS's own schemas for STIX 2.1 find wrong with a bundle, object by object. They are read from the public samples. */
export function stixErrors(): (bundle: {
  objects: readonly { type: string; id: string }[];
}) => readonly string[] {
  const folder = join(publicSamples, 'stix/schemas');
  const schemas = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema);
  // Their patterns are not valid with the flag `u`; formats are plain annotations in 2020-12.
  const ajv = new Ajv2020({
    schemas,
    unicodeRegExp: false,
    strict: false,
    validateFormats: false,
  });
  const byType = new Map(schemas.map(({ title, $id }) => [title, $id]));
  return (bundle) => {
    const whole = ajv.getSchema(byType.get('bundle') ?? '');
    const errors: string[] = [];
    for (const object of bundle.objects) {
      const validate = ajv.getSchema(byType.get(object.type) ?? '');
      if (!validate) errors.push(`no schema for ${object.type}`);
      else if (!validate(object)) {
        errors.push(
          ...(validate.errors ?? []).map(
            ({ instancePath, message }) => `${object.id}${instancePath} ${message}`,
          ),
        );
      }
    }
    // The schema of the bundle does not know these types: it refuses OASIS's own form of a note.
    const known = bundle.objects.filter(({ type }) => !NOT_IN_BUNDLE.includes(type));
    if (!whole?.({ ...bundle, objects: known })) errors.push(ajv.errorsText(whole?.errors).slice(0, 500));
    return errors;
  };
}
