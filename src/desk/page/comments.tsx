import type { Answer, CommentShown } from '../protocol.ts';
import { useFile } from './context.ts';
import { ask } from './server.ts';
import { useSay } from './words/words.ts';

interface CommentsProps {
  /** Name of the file. */
  readonly name: string;
  readonly goTo: (pointer: string) => void;
}

/** Colleagues' comments on the memo, open ones first; each links to its place and can be marked as answered. */
export function Comments({ name, goTo }: CommentsProps) {
  const say = useSay();
  const { state } = useFile();
  if (state.comments.length === 0) return <p class="quiet">{say('noComments')}</p>;
  const inOrder = [...state.comments].sort((a, b) => Number(a.resolved) - Number(b.resolved));
  return (
    <ul>
      {inOrder.map((comment) => (
        <Comment key={comment.index} comment={comment} name={name} goTo={goTo} />
      ))}
    </ul>
  );
}

function Comment({ comment, name, goTo }: CommentsProps & { readonly comment: CommentShown }) {
  const say = useSay();
  const { index, author, date, quoted, text, resolved, pointer } = comment;
  const settle = () =>
    void ask<Answer>('comment', { name, comment: { index, author, text }, resolved: !resolved });
  return (
    <li class={resolved ? 'comment quiet' : 'comment'}>
      <b>
        <bdi>{author}</bdi>
      </b>{' '}
      <span class="quiet">
        {[date.slice(0, 10), resolved ? say('answered') : ''].filter(Boolean).join(' · ')}
      </span>{' '}
      <span dir="auto">{text}</span>{' '}
      {quoted !== '' && (
        <button type="button" class="link" title={say('goTo')} onClick={() => goTo(pointer)} dir="auto">
          {`“${quoted}”`}
        </button>
      )}{' '}
      <button type="button" class="small" onClick={settle}>
        {say(resolved ? 'openAgain' : 'markAnswered')}
      </button>
    </li>
  );
}
