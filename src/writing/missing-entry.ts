import { changeText } from '../load/edit/change-data.ts';
import { nodeAt } from '../load/placed-node.ts';
import type { Finding } from '../model/finding.ts';
import { TO_BE_WRITTEN } from '../model/unfinished.ts';
import { type NamedChange, smallestChange } from './changes.ts';
import { isSlug } from './ids.ts';
import type { WrittenFile } from './written-file.ts';

interface Made {
  readonly collection: string;
  readonly noun: string;
  readonly entry: (id: string) => object;
}

const SOURCE: Made = {
  collection: 'sources',
  noun: 'source',
  entry: (id) => ({ id, csl: { type: 'document', title: `${TO_BE_WRITTEN} title, publisher and date` } }),
};
const EVIDENCE: Made = {
  collection: 'evidence',
  noun: 'item of evidence',
  entry: (id) => ({ id, statement: `${TO_BE_WRITTEN} what was said or seen, and by whom?` }),
};

/** Entries that can be added for a missing reference, by the noun in `dangling-reference` messages. */
const MADE: Readonly<Record<string, readonly Made[]>> = {
  source: [SOURCE],
  'item of evidence': [EVIDENCE],
  'item of evidence or source': [SOURCE, EVIDENCE],
  assumption: [
    {
      collection: 'assumptions',
      noun: 'assumption',
      entry: (id) => ({ id, statement: `${TO_BE_WRITTEN} what is taken as given?` }),
    },
  ],
  actor: [
    {
      collection: 'actors',
      noun: 'actor',
      entry: (id) => ({ id, name: `${TO_BE_WRITTEN} name of the actor` }),
    },
  ],
};

/** Changes that add the entry a reference leads to, with that id; empty for other findings. */
export function missingEntries(file: WrittenFile, finding: Finding): readonly NamedChange[] {
  const [, noun = '', id = ''] = /^There is no ([a-z ]+) `([^`]+)`\.$/.exec(finding.message) ?? [];
  if (finding.rule !== 'dangling-reference' || file.kind !== 'assessment' || !file.read || !isSlug(id))
    return [];
  const { root } = file.read;
  return (Object.hasOwn(MADE, noun) ? (MADE[noun] ?? []) : []).flatMap(
    ({ collection, noun: called, entry }) => {
      const at = nodeAt(root, `/${collection}`)?.items?.length ?? 0;
      const text = changeText(file.path, file.text, {
        kind: 'insert',
        path: [collection, at],
        value: entry(id),
      });
      if (text === undefined) return [];
      return { title: `Add the ${called} \`${id}\``, ...smallestChange(file.text, text) };
    },
  );
}
