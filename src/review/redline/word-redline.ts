import type { AssessmentDiff } from '../../diff/types.ts';
import { isJudgmentMove } from '../../diff/weigh/presentation.ts';
import { alignItems, alignWords } from '../../diff/words/align.ts';
import { mergeFlows } from '../../docx/redline.ts';
import type { WordAuthor, WordComment } from '../../docx/word-input.ts';
import { writeDocx } from '../../docx/write-docx.ts';
import { type Memo, metadataOf } from '../../memo/build-memo.ts';
import { wordFlowOf, wordPartsOf } from '../../memo/word.ts';
import { schemeOf } from '../../model/conventions/conventions.ts';
import { lookOf } from '../../model/conventions/markings.ts';
import type { Assessment, Marking } from '../../model/generated/types.ts';
import type { Paper } from '../../model/page.ts';
import type { WordFormSettings } from '../../project/config/word-settings.ts';
import type { LoadedForm } from '../../project/forms.ts';

type Edition = Memo & { readonly assessment: Assessment };

interface WordRedline {
  readonly diff: AssessmentDiff;
  readonly form: LoadedForm;
  readonly paper: Paper;
  /** The more restrictive of both. */
  readonly marking: Marking;
  readonly title: string;
  readonly author: WordAuthor | undefined;
  readonly looks: WordFormSettings;
}

/** The newer memo as a Word document with tracked changes; comments say why each judgment changed. */
export async function wordRedline(
  { before, after }: { readonly before: Edition; readonly after: Edition },
  { diff, form, paper, marking, title, author, looks }: WordRedline,
): Promise<Uint8Array> {
  const old = wordFlowOf(before, before.assessment, form);
  const fresh = wordFlowOf(after, after.assessment, form);
  const { flow, merged } = mergeFlows(old.flow, fresh.flow, { items: alignItems, words: alignWords });
  const comments = diff.changes
    .filter(isJudgmentMove)
    .flatMap(({ entity, summary, reason }): WordComment[] => {
      const anchor = fresh.anchors.find(({ pointer }) => pointer === `/judgments/${entity.id}/statement`);
      const paragraph = anchor && merged.get(anchor.paragraph);
      return paragraph ? [{ paragraph, text: reason === undefined ? summary : `${summary}\n${reason}` }] : [];
    });
  const parts = await wordPartsOf({ ...after, metadata: metadataOf(after) }, paper, looks);
  return writeDocx({
    ...parts,
    furniture: { ...parts.furniture, look: lookOf(schemeOf(after.assessment), marking) },
    properties: { ...parts.properties, title },
    flow,
    anchors: new Map(),
    custom: {},
    comments: joinedComments(comments),
    ...(author && { author }),
  });
}

/** Joins the comments on one paragraph. */
function joinedComments(comments: readonly WordComment[]): WordComment[] {
  const texts = new Map<WordComment['paragraph'], string>();
  for (const { paragraph, text } of comments) {
    const before = texts.get(paragraph);
    texts.set(paragraph, before === undefined ? text : `${before}\n${text}`);
  }
  return [...texts].map(([paragraph, text]) => ({ paragraph, text }));
}
