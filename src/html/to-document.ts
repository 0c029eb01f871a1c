import type { MarkingLook } from '../model/conventions/markings.ts';
import type { PrintablePage } from '../model/page.ts';
import { Slugs } from '../model/slug.ts';
import { cssString, footPlace } from './furniture.ts';
import type { PageInput } from './page.ts';
import { scopedStyle } from './scoped-style.ts';
import { contentOf, toPage } from './to-page.ts';

/** A memo inside a larger document. */
export interface PartInput extends Pick<PageInput, 'figures' | 'language' | 'direction' | 'labels'> {
  /** The memo with headings one level lower and with note labels that no other part has. */
  readonly markdown: string;
  /** The memo's own marking, which may be less restrictive than the document's. */
  readonly look: MarkingLook;
  /** Text at the foot of its pages. */
  readonly foot: string;
  /** Name of the form, and its own style. */
  readonly form: string;
  readonly style: string;
}

/**
 * A document of several memos: the front, then each memo in its own form, on pages of its own. The input's
 * style is that of all forms and of the document; styles of the memos' forms apply to their parts only.
 */
export function toDocument(input: PageInput, parts: readonly PartInput[]): PrintablePage {
  const slugs = new Slugs();
  const front = toPage({ ...input, part: undefined, slugs });
  const styles = new Map(parts.map(({ form, style }) => [form, scopedStyle(style, `.form-${form}`)]));
  const articles = parts.map((part, index) => {
    const key = `part-${index + 1}`;
    const content = contentOf({ ...part, part: { key }, slugs });
    const attributes = `class="part ${key} form-${part.form}" lang="${attribute(part.language)}" dir="${part.direction}"`;
    return `<article ${attributes}>\n<div class="memo">\n${content}\n</div>\n</article>`;
  });
  const pages = parts.map(({ form, foot, look }, index) => {
    const key = `part-${index + 1}`;
    const foots = `@${footPlace(input.furniture.look)} { content: ${cssString(foot)}; }`;
    return `@page ${key} { ${styles.get(form)?.page ?? ''} ${foots} }\n.${key} { page: ${key}; --marking-colour: ${look.colour}; }`;
  });
  return {
    ...front,
    body: `<main class="pack${input.house ? ' house' : ''}">\n${front.body.replace(/^<main /, '<div ').replace(/<\/main>$/, '</div>')}\n${articles.join('\n')}\n</main>`,
    css: `${front.css}${pages.join('\n')}\n`,
    stylesheet: [input.stylesheet, ...[...styles.values()].map(({ css }) => css)].filter(Boolean).join('\n'),
  };
}

/** A language tag in an attribute: the schema lets letters, digits and hyphens through. */
function attribute(value: string): string {
  return value.replace(/[^A-Za-z0-9-]/g, '');
}
