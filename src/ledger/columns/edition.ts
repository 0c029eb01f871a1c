import { type LikelihoodScale, shippedConventions } from '../../model/conventions/conventions.ts';
import type { Column } from '../columns.ts';

/** Labels of markings in their order. */
const labels = shippedConventions.scheme.labels.map(({ label }) => label);

/** Columns of every row about its edition. `lineage` and `current` are known only beside the others. */
export const editionColumns: readonly Column[] = [
  { name: 'assessment', kind: 'term', about: 'id of the assessment' },
  { name: 'title', kind: 'text', about: 'its title' },
  { name: 'form', kind: 'term', about: 'its form' },
  { name: 'status', kind: 'term', about: 'draft, review, final, superseded' },
  {
    name: 'handling',
    kind: 'term',
    about: 'handling of the whole',
    order: labels,
    ownOrder: 'markingOrder',
  },
  { name: 'language', kind: 'term', about: 'language of its prose' },
  { name: 'date', kind: 'date', about: 'published, or else the information cut-off' },
  { name: 'asOf', kind: 'date', about: 'information cut-off' },
  { name: 'authors', kind: 'list', about: 'names of its authors' },
  { name: 'areas', kind: 'list', about: 'geography of its scope' },
  { name: 'series', kind: 'term', about: 'name of its series' },
  { name: 'edition', kind: 'number', about: 'number of the edition' },
  { name: 'current', kind: 'flag', about: 'no later edition is known' },
  { name: 'lineage', kind: 'term', about: 'id of the latest edition of the same assessment' },
  { name: 'file', kind: 'text', about: 'where it stands' },
  { name: 'markingOrder', kind: 'list', about: 'labels of its marking scheme', hidden: true },
  { name: 'likelihoodOrder', kind: 'list', about: 'terms of its scale of likelihood', hidden: true },
  { name: 'confidenceOrder', kind: 'list', about: 'levels of its scale of confidence', hidden: true },
];

/** How far a row may go: of its own, or that of the whole. */
export const markingColumn: Column = {
  name: 'marking',
  kind: 'term',
  about: 'handling of the entry, or else of the whole',
  order: labels,
  ownOrder: 'markingOrder',
};

/** The terms of each band, from the least to the most likely: those of one band mean the same. */
export function likelihoodOrder(scale: LikelihoodScale): string[] {
  return scale.bands.map(({ terms, forms = [] }) => [...new Set([...terms, ...forms])].join('|'));
}
