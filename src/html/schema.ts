import type { Options } from 'rehype-sanitize';
import { roles } from './roles.ts';

/**
 * What the Markdown may become, before our own transforms add to it. Raw HTML never gets this far; the schema is
 * the second lock. Ids are made by us alone (notes) or added later (headings), hence no clobbering.
 */
export const schema: Options = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'pre', 'code'],
    ...['a', 'em', 'strong', 'del', 'sup', 'img', 'input', 'section'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    '*': [['className', ...roles]],
    a: ['href', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', 'ariaDescribedBy'],
    h2: ['id', ['className', ...roles, 'sr-only']],
    img: ['src', 'alt'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: ['id', ['className', ...roles, 'task-list-item']],
    ol: ['start', ['className', ...roles, 'contains-task-list']],
    ul: [['className', ...roles, 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: { thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
};
