import type { Marking } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { Loss } from '../interfaces.ts';
import { markingOf, stricter } from '../kit/draft.ts';
import { shown } from '../kit/text.ts';
import type { StixObject } from './bundle.ts';
import { MARKING_OF_ID, TLP_EXTENSION } from './vocabulary.ts';

/** TLP labels of the objects of a bundle. */
export class StixMarkings {
  readonly losses: Loss[] = [];
  readonly #labels = new Map<string, Marking>(MARKING_OF_ID);

  constructor(objects: Iterable<StixObject>) {
    for (const { type, id, item } of objects) {
      if (type !== 'marking-definition') continue;
      const label = labelOf(item);
      if (label) {
        this.#labels.set(id, label);
        item.skip(...item.keys());
      }
    }
  }

  /** Losses for a definition that is not a TLP label: a copyright statement, another scheme. */
  lost({ item }: StixObject): readonly Loss[] {
    if (this.#labels.has(String(item.peek('id')))) return [];
    return [item.lost('marking other than TLP', OTHER, shown(item.peek('definition') ?? item.peek('name')))];
  }

  /** The strictest label on an object; other markings of it are losses. */
  of({ item }: StixObject): Marking | undefined {
    const refs = item.texts('object_marking_refs');
    const labels = refs.flatMap((ref) => this.#labels.get(ref) ?? []);
    if (refs.length > labels.length) {
      this.losses.push(item.lostMember('object_marking_refs', 'marking other than TLP', OTHER));
    }
    for (const granular of item.items('granular_markings')) {
      const label = this.#labels.get(granular.text('marking_ref') ?? '');
      granular.skip('selectors');
      const at = { at: granular.at, what: 'marking of a part of an object' };
      if (label) labels.push(label);
      this.losses.push(
        label
          ? { ...at, why: 'It now applies to the whole entry.', degree: 'changed', value: label }
          : { ...at, why: 'Parts of an entry cannot be marked.', degree: 'dropped' },
      );
    }
    return labels.reduce<Marking | undefined>((most, one) => (most ? stricter(most, one) : one), undefined);
  }
}

const OTHER = 'Only labels of the Traffic Light Protocol have a place; heed this one all the same.';

function labelOf(item: StixObject['item']): Marking | undefined {
  const definition = item.peek('definition');
  const extension = (item.peek('extensions') as Readonly<Record<string, unknown>> | undefined)?.[
    TLP_EXTENSION
  ];
  const found = [
    isRecord(definition) ? definition.tlp : undefined,
    isRecord(extension) ? extension.tlp_2_0 : undefined,
    item.peek('name'),
  ].find((value) => typeof value === 'string');
  return typeof found === 'string' ? markingOf(found) : undefined;
}
