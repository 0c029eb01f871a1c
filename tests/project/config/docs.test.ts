import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import configSchema from '../../../src/model/schema/config.schema.json' with { type: 'json' };
import { readConventions } from '../../../src/validate/read-conventions.ts';
import { validateConfig } from '../../../src/validate/validate.ts';

const page = await readFile(
  fileURLToPath(new URL('../../../docs/configuration.md', import.meta.url)),
  'utf8',
);
const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

describe('docs/configuration.md', () => {
  test.each(examples.map((text) => [text.split('\n').slice(0, 3).join(' ').trim(), text]))(
    'the example %s is read without a finding',
    (_, text) => {
      const { config, remarks } = validateConfig(JSON.parse(text));
      expect(remarks).toEqual([]);
      expect(readConventions(config ?? {}).remarks).toEqual([]);
    },
  );

  test('names every setting', () => {
    const settings = Object.keys(configSchema.properties).filter((name) => name !== '$schema');
    for (const name of settings) expect(page, name).toContain(`\`${name}\``);
  });
});
