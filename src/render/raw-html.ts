import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { TemplateError } from './template-error.ts';

/** A tag, a declaration or a processing instruction may begin here: no comment, and not behind an odd backslash. */
const MAY_OPEN = /(?<!\\)(?:\\\\)*<(?!!--)[a-z/!?]/i;
/** One comment and nothing else: roles are written so. */
const COMMENT = /^<!--(?:(?!-->)[\s\S])*-->\s*$/;

/**
 * Throws a TemplateError for Markdown with HTML in it. Page and PDF leave it out, but whoever shows the Markdown itself
 * may run it. What analysts write is escaped, so it comes from a template.
 */
export function assertNoHtml(markdown: string, template: string): void {
  if (!MAY_OPEN.test(markdown)) return;
  const html = firstHtml(fromMarkdown(markdown));
  if (html === undefined) return;
  const [line = ''] = html.split('\n');
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  throw new TemplateError(`The template "${template}" gives HTML: \`${shown}\`. Memos are Markdown only.`);
}

function firstHtml(node: Nodes): string | undefined {
  if (node.type === 'html') return COMMENT.test(node.value) ? undefined : node.value;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const html = firstHtml(child);
    if (html !== undefined) return html;
  }
  return undefined;
}
