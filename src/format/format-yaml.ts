import { rewriteYaml, type ValueForm } from '../load/yaml/rewrite-yaml.ts';
import type { Guide } from './guide.ts';
import type { Rewriting } from './rewriting.ts';

/** A well-formed YAML text in its canonical form. */
export function formatYaml(text: string, root: Guide, rewriting: Rewriting): string {
  return rewriteYaml(text, formOf(root, rewriting));
}

function formOf(guide: Guide, rewriting: Rewriting): ValueForm {
  return {
    order: (keys) => rewriting.order(keys, guide),
    within: (key) => formOf(guide.within(key), rewriting),
    item: () => formOf(guide.item(), rewriting),
    text(value) {
      if (guide.kind === 'date') return rewriting.date(value);
      return guide.kind === 'prose' ? (rewriting.prose(value)?.join('\n') ?? value) : value;
    },
    lines: (values) => (guide.kind === 'prose' ? rewriting.prose(values) : undefined),
  };
}
