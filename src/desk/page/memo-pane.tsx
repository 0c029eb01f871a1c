import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HeadState, MemoShown, ShownFinding } from '../protocol.ts';
import { blocksOf, type FieldText, fieldAt, fieldTexts, lettersAndDigits } from './anchors.ts';
import type { Settings } from './app.tsx';
import { useFile } from './context.ts';
import { patchMemo } from './patch-memo.ts';
import { PrintedPages } from './printed-pages.tsx';
import { addressOf, ask, read } from './server.ts';
import { useSay } from './words/words.ts';

interface MemoPaneProps {
  readonly name: string;
  readonly memo: { readonly version: number; readonly fault: string | undefined };
  readonly head: HeadState | undefined;
  readonly settings: Settings;
  /** JSON pointer of what the form shows. */
  readonly shown: string | undefined;
  readonly goTo: (pointer: string) => void;
}

/** Blocks of a memo that may come from a field. */
const BLOCKS = 'h1, h2, h3, h4, p, li, td, th, blockquote, figcaption, caption';

/** Styles added to the frame: marks on blocks. */
const MARKS = `
.marking { position: static; } /* it stands in the head of the desk, and would cover the text here */
.contents .page:empty { display: none; }
.desk-here { outline: 2px solid #d9822b; outline-offset: 3px; border-radius: 2px; }
.desk-changed { box-shadow: -4px 0 0 -1px #2f7d4f; }
.desk-error { box-shadow: -4px 0 0 -1px #c62828; }
.desk-warning { box-shadow: -4px 0 0 -1px #b7791f; }
${BLOCKS.replaceAll(/\b(\w+)\b/g, '$1.desk-link')} { cursor: pointer; }
`;

/** The memo as it will be, in a frame where no script runs. A click on a sentence goes to its field. */
export function MemoPane({ name, memo, head, settings, shown, goTo }: MemoPaneProps) {
  const say = useSay();
  const { state } = useFile();
  const frame = useRef<HTMLIFrameElement>(null);
  /** How often the frame has loaded the memo, and how often it was drawn. */
  const [loaded, setLoaded] = useState(0);
  const [drawn, setDrawn] = useState(0);
  const [isPrinted, setIsPrinted] = useState(false);
  const [wish, setWish] = useState({ form: '', release: '' });
  const fields = useMemo(() => fieldTexts(state.data), [state.data]);
  const latest = useRef({ fields, goTo });
  latest.current = { fields, goTo };

  const click = useCallback((event: MouseEvent) => {
    const target = event.target as Element | null;
    if (target?.closest?.('a')) {
      // Links inside the memo are handled here: targets in it are scrolled to, other addresses ignored.
      event.preventDefault();
      const href = target.closest('a')?.getAttribute('href') ?? '';
      if (href.startsWith('#'))
        target.ownerDocument.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
      return;
    }
    const pointer = pointerAt(latest.current.fields, event);
    if (pointer !== undefined) latest.current.goTo(pointer);
  }, []);

  const prepare = () => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    const style = page.createElement('style');
    style.textContent = MARKS;
    page.head.append(style);
    page.addEventListener('click', click);
    setLoaded((count) => count + 1);
  };

  useEffect(() => {
    if (memo.version < 0 || isPrinted) return;
    let isLatest = true;
    void read<MemoShown>('memo.json', { name })
      .then((page) => {
        if (!isLatest) return;
        const document = frame.current?.contentDocument;
        if (document?.querySelector('#form')) patchMemo(document, page);
        setDrawn((count) => count + 1);
        performance.mark(`memo ${page.version}`);
      })
      .catch(() => {});
    return () => {
      isLatest = false;
    };
    // Read again once the frame has loaded: the memo may have changed meanwhile.
  }, [memo.version, memo.made, name, isPrinted, loaded]);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page) mark(page, fields, shown, head, state.findings);
  }, [drawn, fields, shown, head, state.findings]);

  // Another window may have chosen, or this one before it was loaded again.
  useEffect(() => setWish({ form: memo.form, release: memo.release }), [memo.form, memo.release]);
  const choose = (next: { form: string; release: string }) => {
    setWish(next);
    void ask('wish', {
      name,
      ...(next.form !== '' && { form: next.form }),
      ...(next.release !== '' && { release: next.release }),
    });
  };
  const query = {
    name,
    ...(wish.form !== '' && { form: wish.form }),
    ...(wish.release !== '' && { release: wish.release }),
  };
  return (
    <section class="memo" aria-label={say('memo')}>
      <header class="row">
        <label>
          <span class="hidden">{say('form')}</span>
          <select
            value={wish.form}
            onChange={({ currentTarget }) => choose({ ...wish, form: currentTarget.value })}
          >
            <option value="">{say('asOwnForm')}</option>
            {settings.forms.map((form) => (
              <option key={form}>{form}</option>
            ))}
          </select>
        </label>
        <label>
          <span class="hidden">{say('release')}</span>
          <select
            value={wish.release}
            onChange={({ currentTarget }) => choose({ ...wish, release: currentTarget.value })}
          >
            <option value="">{`${say('release')}: ${say('releaseAll')}`}</option>
            {settings.markings.map((marking) => (
              <option key={marking}>{marking}</option>
            ))}
          </select>
        </label>
        <button type="button" aria-pressed={isPrinted} onClick={() => setIsPrinted(!isPrinted)}>
          {say(isPrinted ? 'screen' : 'printed')}
        </button>
        <span class="grow" />
        <a class="button" href={addressOf('docx', query)} download>
          {say('downloadWord')}
        </a>
        <a class="button" href={addressOf('pdf', query)} target="_blank" rel="noreferrer">
          {say('downloadPdf')}
        </a>
      </header>
      {memo.fault !== undefined && (
        <p class="banner warning" role="status" dir="auto">
          {memo.fault === 'errors' ? say(memo.version < 0 ? 'noMemo' : 'memoOld') : memo.fault}
        </p>
      )}
      {isPrinted ? (
        <PrintedPages address={addressOf('pdf', query)} version={`${memo.version}.${memo.made}`} />
      ) : (
        <iframe
          ref={frame}
          title={say('memo')}
          src={addressOf('memo.html', { name })}
          sandbox="allow-same-origin"
          onLoad={prepare}
        />
      )}
    </section>
  );
}

/** The field under a click: of the sentence clicked, otherwise of the block. */
function pointerAt(fields: readonly FieldText[], event: MouseEvent): string | undefined {
  const target = event.target as Element | null;
  const page = target?.ownerDocument;
  for (
    let block = target?.closest(BLOCKS) ?? null;
    block;
    block = block.parentElement?.closest(BLOCKS) ?? null
  ) {
    const { text, offsetOf } = textOf(block);
    const caret = page && caretAt(page, event.clientX, event.clientY);
    const pointer = fieldAt(fields, text, caret && offsetOf(caret.node, caret.offset));
    if (pointer !== undefined) return pointer;
  }
  return undefined;
}

function caretAt(page: Document, x: number, y: number): { node: Node; offset: number } | undefined {
  const place = page.caretPositionFromPoint?.(x, y);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/** The words of a block without note numbers, and the offset of each of its text nodes. */
function textOf(block: Element) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const starts = new Map<Node, number>();
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('sup')) continue;
    starts.set(node, text.length);
    text += node.textContent ?? '';
  }
  return {
    text,
    offsetOf: (node: Node, offset: number) => {
      const start = starts.get(node);
      return start === undefined ? undefined : start + offset;
    },
  };
}

/** The elements to frame for some blocks: where several are in one list item or row, that instead of them. */
function framesOf(blocks: readonly Element[]): Element[] {
  const entryOf = (block: Element): Element => {
    const entry = block.parentElement?.closest('li, tr, figure');
    return entry ? entryOf(entry) : (block.closest('li, tr, figure') ?? block);
  };
  const counts = new Map<Element, number>();
  for (const block of blocks) counts.set(entryOf(block), (counts.get(entryOf(block)) ?? 0) + 1);
  return [
    ...new Set(blocks.map((block) => ((counts.get(entryOf(block)) ?? 0) > 1 ? entryOf(block) : block))),
  ];
}

/** Marks the blocks of what the form shows, of changes since HEAD, and of findings. */
function mark(
  page: Document,
  fields: readonly FieldText[],
  shown: string | undefined,
  head: HeadState | undefined,
  findings: readonly ShownFinding[],
): void {
  const elements = [...page.querySelectorAll(BLOCKS)].filter((element) => !element.querySelector(BLOCKS));
  const texts = elements.map((element) => lettersAndDigits(textOf(element).text));
  for (const framed of page.querySelectorAll('.desk-here')) framed.classList.remove('desk-here');
  for (const element of elements) {
    element.classList.remove('desk-changed', 'desk-error', 'desk-warning');
    element.classList.add('desk-link');
    element.removeAttribute('title');
  }
  for (const { pointer, summary } of head?.changes ?? []) {
    if (pointer === undefined) continue;
    for (const index of blocksOf(fields, pointer, texts)) {
      elements[index]?.classList.add('desk-changed');
      elements[index]?.setAttribute('title', summary);
    }
  }
  for (const { pointer, severity, message } of findings) {
    if (severity === 'note' || pointer === '') continue;
    for (const index of blocksOf(fields, pointer, texts).slice(0, 3)) {
      elements[index]?.classList.add(`desk-${severity}`);
      elements[index]?.setAttribute('title', message);
    }
  }
  if (shown === undefined || shown === '') return;
  const here = framesOf(blocksOf(fields, shown, texts).flatMap((index) => elements[index] ?? [])).slice(0, 8);
  for (const framed of here) framed.classList.add('desk-here');
  const [first] = here;
  const box = first?.getBoundingClientRect();
  const height = page.defaultView?.innerHeight ?? 0;
  if (first && box && (box.top < 0 || box.bottom > height)) first.scrollIntoView({ block: 'center' });
}
