import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { remarkApplyRoles } from './apply-roles.ts';
import { rehypeCaptions } from './captions.ts';
import { rehypeContents } from './contents.ts';
import { rehypeFigures } from './figures.ts';
import { hasBareAddress, remarkGfmWithoutBareAddresses } from './gfm.ts';
import { rehypeHeadingIds } from './headings.ts';
import { rehypeJudgments } from './judgments.ts';
import { rehypeLinks } from './links.ts';
import { notePrefix, rehypeNotes } from './notes.ts';
import type { PageInput } from './page.ts';
import { remarkPromoteHeadings } from './promote.ts';
import { rehypeRanges } from './ranges.ts';
import { remarkRoleSyntax } from './role-syntax.ts';
import { schema } from './schema.ts';
import { rehypeSections } from './sections.ts';
import { rehypeTables } from './tables.ts';

declare module 'vfile' {
  interface DataMap {
    /** What the transforms need to know besides the Markdown. */
    page: Pick<PageInput, 'figures' | 'labels' | 'part' | 'slugs'>;
  }
}

/**
 * Markdown to the inside of a page. Everything before the sanitiser is a stranger's, everything after it is ours:
 * only the figures room's SVG passes as it is (`allowDangerousHtml` of the last step).
 */
function createProcessor(flavour: typeof remarkGfm | typeof remarkGfmWithoutBareAddresses) {
  return unified()
    .use(remarkParse)
    .use(flavour)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkRoleSyntax)
    .use(remarkPromoteHeadings)
    .use(remarkApplyRoles)
    .use(remarkRehype, { clobberPrefix: notePrefix })
    .use(rehypeSanitize, schema)
    .use(rehypeLinks)
    .use(rehypeFigures)
    .use(rehypeCaptions)
    .use(rehypeTables)
    .use(rehypeRanges)
    .use(rehypeNotes)
    .use(rehypeJudgments)
    .use(rehypeHeadingIds)
    .use(rehypeSections)
    .use(rehypeContents)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

const whole = createProcessor(remarkGfm);
const withoutBareAddresses = createProcessor(remarkGfmWithoutBareAddresses);

/** The processor for a text; both give the same page where both could be used. */
export function processorFor(markdown: string) {
  return hasBareAddress(markdown) ? whole : withoutBareAddresses;
}
