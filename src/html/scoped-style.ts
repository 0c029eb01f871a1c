/** A form's style, restricted to the parts of a document in that form. */
export interface ScopedStyle {
  /** Rules for everything below the scope, with the same specificity as in a memo by itself. */
  readonly css: string;
  /** The form's page settings: the content of its unnamed `@page` rules. */
  readonly page: string;
}

interface Rule {
  readonly prelude: string;
  readonly body: string;
}

/**
 * Nests a style sheet under a selector. `:where()` adds no specificity, so that rules still lose against the
 * same rules as in a memo by itself. Rules for `:root` and `html` apply to the scope; `@page` cannot be nested
 * and is returned separately; named pages and margin boxes are left to the whole document.
 */
export function scopedStyle(style: string, selector: string): ScopedStyle {
  const rules = rulesOf(style.replace(/\/\*[\s\S]*?\*\//g, ''));
  const nested = rules
    .filter(({ prelude }) => !prelude.startsWith('@page'))
    .map(({ prelude, body }) => `${onScope(prelude)} {${body}}`);
  return {
    css: nested.length === 0 ? '' : `:where(${selector}) {\n${nested.join('\n')}\n}`,
    page: rules
      .filter(({ prelude }) => prelude === '@page')
      .map(({ body }) => body.trim())
      .join('\n'),
  };
}

function onScope(prelude: string): string {
  if (prelude.startsWith('@')) return prelude;
  return prelude
    .split(',')
    .map((one) => (/^(?::root|html)$/.test(one.trim()) ? '&' : one.trim()))
    .join(', ');
}

/** The top-level rules of a style sheet without comments. Braces inside strings do not count. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (const { 0: found, index } of css.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}]/gs)) {
    if (found === '{') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (found === '}') {
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      rules.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
      start = index + 1;
    }
  }
  return rules.filter(({ prelude }) => prelude !== '');
}
