import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type {
  Answer,
  FormsShown,
  ItemEdit,
  Notice,
  OpenedFile,
  SharedItem,
  ShownFinding,
} from '../protocol.ts';
import { shownAt } from './address.ts';
import type { Settings } from './app.tsx';
import { type Choice, FileContextProvider, indexOf, nameOf, objectionText, valueIn } from './context.ts';
import { editorExtensions } from './editor.ts';
import { Conflicts, Header } from './file-head.tsx';
import { ImportDrop } from './import-drop.tsx';
import { ItemForm } from './item-form.tsx';
import { MemoPane } from './memo-pane.tsx';
import { Outline } from './outline.tsx';
import { BottomPanel } from './panel.tsx';
import { ask, read } from './server.ts';
import { type Known, Session } from './session.ts';
import { TextPane } from './text-pane.tsx';
import { useSay } from './words/words.ts';

interface FilePageProps {
  readonly opened: OpenedFile;
  readonly settings: Settings;
}

/** The part that a narrow window shows. */
type Part = 'outline' | 'edit' | 'memo' | 'findings';

/** How long a notice stays, in milliseconds. */
const NOTICE_TIME = 8000;

/** An assessment: outline, form or text, memo, findings. */
export function FilePage({ opened, settings }: FilePageProps) {
  const say = useSay();
  const [notices, setNotices] = useState<readonly string[]>([]);
  const [choice, setChoice] = useState<Choice | undefined>(() => chosenInAddress(opened.name));
  const [isText, setIsText] = useState(opened.state?.isReadable === false);
  const [part, setPart] = useState<Part>('edit');
  const [forms, setForms] = useState<FormsShown>();
  const shared = useShared(opened.name);
  const actions = useRef({ undo: () => {}, redo: () => {}, save: () => {} });
  const notify = (text: string) => {
    setNotices((before) => [...before, text]);
    setTimeout(() => setNotices((before) => before.slice(1)), NOTICE_TIME);
  };
  const noticed = useRef((_: Notice) => {});
  noticed.current = ({ key }) => notify(say(key === 'saved' ? 'savedNotice' : key));
  const session = useMemo(() => {
    const hooks = {
      undo: () => actions.current.undo(),
      redo: () => actions.current.redo(),
      save: () => actions.current.save(),
      label: `${say('text')}: ${opened.name}`,
    };
    const extensions = editorExtensions(opened.name, opened.isJson, hooks);
    return new Session(opened, extensions, (notice) => noticed.current(notice));
  }, []);
  useEffect(() => () => session.close(), [session]);
  const known = useKnown(session);
  const { state, status, head } = known;
  const language = state?.language ?? 'en';
  const isEmpty = opened.kind === 'assessment' && state?.outline.every(({ items }) => items.length === 0);
  useEffect(() => {
    const changed = () => {
      const chosen = chosenInAddress(opened.name);
      if (chosen) choose(chosen);
    };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, [opened.name]);
  useEffect(() => {
    void read<FormsShown>('forms', { kind: opened.kind, language }).then(setForms);
  }, [language, opened.kind]);

  const save = async () => {
    // What is being typed in a field is sent first.
    const active = document.activeElement;
    if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
      active.blur();
      active.focus();
    }
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.all([session.flush(), lastEdit.current]);
    try {
      const { kind } = await ask<{ kind: string }>('save', { name: session.name });
      if (kind === 'refused') notify(say('refused'));
      if (kind === 'saved') performance.mark('saved');
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error));
    }
  };
  actions.current = {
    undo: () => void session.undo(),
    redo: () => void session.redo(),
    save: () => void save(),
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      const isTyping =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === 's') actions.current.save();
      else if (event.key === 'z' && !event.shiftKey && !isTyping) actions.current.undo();
      else if ((event.key === 'y' || (event.key === 'Z' && event.shiftKey)) && !isTyping)
        actions.current.redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);

  const lastEdit = useRef<Promise<unknown>>(Promise.resolve());
  const edit = (wanted: ItemEdit, group?: string): Promise<Answer | undefined> => {
    // Edits are sent one after the other, in order.
    const made = lastEdit.current.then(async () => {
      try {
        const answer = await session.edit(wanted, group);
        if (answer.objection !== undefined) notify(objectionText(answer.objection, say));
        return answer;
      } catch (error) {
        notify(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    });
    lastEdit.current = made;
    return made;
  };
  const choose = (next: Choice) => {
    setChoice(next);
    setIsText(false);
    setPart('edit');
  };
  const goTo = (pointer: string) => {
    setPart('edit');
    const [, collection = '', index = '', ...rest] = pointer.split('/');
    const entry = valueIn(state?.data, [collection, Number(index)]);
    if (isText || !state?.isReadable) {
      const finding = state?.findings.find((each) => each.pointer === pointer);
      setIsText(true);
      if (finding) {
        session.view.dispatch({
          selection: { anchor: finding.from, head: finding.to },
          scrollIntoView: true,
        });
        session.view.focus();
        return;
      }
    }
    if (collection === 'matrix') setChoice({ kind: 'matrix' });
    else if (/^\d+$/.test(index) && typeof entry === 'object' && entry !== null) {
      const item = { collection, id: nameOf(entry, Number(index)) };
      setChoice({ kind: 'item', item, path: `/${rest.join('/')}` });
    } else setChoice({ kind: 'file', path: pointer });
    setIsText(false);
  };
  const resolve = (finding: ShownFinding, how: 'fix' | 'except') => {
    const { rule, pointer } = finding;
    void ask<Answer>('fix', { name: session.name, rule, pointer, how }).then(({ objection }) => {
      if (objection !== undefined) notify(objectionText(objection, say));
      else if (how === 'except') goTo('/exceptions/0/reason');
    });
  };
  const showText = () => {
    setIsText(true);
    if (choice?.kind === 'item' && !isText) setTimeout(() => session.reveal(choice.item.id));
  };
  const title = String(valueIn(state?.data, ['title']) ?? opened.name);
  useEffect(() => {
    document.title = `${status.isDirty ? '• ' : ''}${title} – threat-memo`;
  }, [title, status.isDirty]);
  if (!state || !forms) return <main class="start">{say('loading')}</main>;
  const shown =
    choice?.kind === 'item'
      ? `/${choice.item.collection}/${indexOf(state.data, choice.item)}`
      : choice?.kind === 'file'
        ? (choice.path ?? '')
        : undefined;
  return (
    <FileContextProvider.Provider value={{ state, forms, shared, edit, choose }}>
      <div class="file" data-part={part} data-kind={opened.kind} data-version={state.version}>
        <button type="button" class="skip" onClick={() => document.getElementById('form-title')?.focus()}>
          {say('skip')}
        </button>
        <Header title={title} known={known} actions={actions.current} />
        <Conflicts known={known} name={session.name} />
        <nav class="parts" aria-label={say('outline')}>
          <div role="tablist">
            {(['outline', 'edit', 'memo', 'findings'] as const).map((each) => (
              <button
                key={each}
                type="button"
                role="tab"
                data-of={each}
                aria-selected={part === each}
                onClick={() => setPart(each)}
              >
                {say(each)}
              </button>
            ))}
          </div>
        </nav>
        <div class="columns">
          <Outline choice={choice} head={head} />
          <main class="edit">
            <div class="tabs">
              <div role="tablist" aria-label={say('edit')}>
                <button type="button" role="tab" aria-selected={!isText} onClick={() => setIsText(false)}>
                  {say('forms')}
                </button>
                <button type="button" role="tab" aria-selected={isText} onClick={showText}>
                  {say('text')}
                </button>
              </div>
              <ImportDrop name={session.name} />
            </div>
            {isText ? (
              <TextPane session={session} />
            ) : choice ? (
              <ItemForm choice={choice} name={session.name} />
            ) : (
              <p class="quiet">{say(isEmpty ? 'beginItem' : 'chooseItem')}</p>
            )}
          </main>
          {opened.kind === 'assessment' && (
            <MemoPane
              name={session.name}
              memo={known.memo}
              head={head}
              settings={settings}
              shown={shown}
              goTo={goTo}
            />
          )}
        </div>
        <BottomPanel name={session.name} head={head} goTo={goTo} resolve={resolve} />
        <div class="notices" role="status" aria-live="polite">
          {notices.map((text, index) => (
            <p key={`${index} ${text}`} dir="auto">
              {text}
            </p>
          ))}
        </div>
      </div>
    </FileContextProvider.Provider>
  );
}

/** What the address of a link to an item selects. */
function chosenInAddress(name: string): Choice | undefined {
  const { name: file, item } = shownAt(location.hash);
  return file === name && item ? { kind: 'item', item } : undefined;
}

function useKnown(session: Session): Known {
  const [known, setKnown] = useState(session.known);
  useEffect(() => {
    const take = () => setKnown(session.known);
    take(); // what came between the first rendering and this
    return session.subscribe(take);
  }, [session]);
  return known;
}

/** The entries of the register; read again when the window is returned to. */
function useShared(name: string): readonly SharedItem[] {
  const [shared, setShared] = useState<readonly SharedItem[]>([]);
  useEffect(() => {
    const refresh = () => void read<readonly SharedItem[]>('shared', { name }).then(setShared, () => {});
    refresh();
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, [name]);
  return shared;
}
