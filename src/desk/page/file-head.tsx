import { useState } from 'preact/hooks';
import { useFile, valueIn } from './context.ts';
import { Dialog } from './dialog.tsx';
import { placeInWords } from './field-names.ts';
import { ask } from './server.ts';
import type { Known } from './session.ts';
import { useLabel, useSay } from './words/words.ts';

interface HeaderProps {
  readonly title: string;
  readonly known: Known;
  readonly actions: { readonly undo: () => void; readonly redo: () => void; readonly save: () => void };
}

/** The header of an assessment: what it is, whether it is saved, undo and redo. */
export function Header({ title, known, actions }: HeaderProps) {
  const say = useSay();
  const { status, state, head, isConnected } = known;
  const { forms } = useFile();
  const stage = forms.file
    .find(({ name }) => name === 'status')
    ?.terms?.find(({ value }) => value === valueIn(state?.data, ['status']))?.label;
  const marking = valueIn(state?.data, ['marking']);
  const edition = valueIn(state?.data, ['edition', 'number']);
  const { journal } = status;
  const saving =
    typeof journal === 'object' && status.isDirty
      ? say('journalFault', { reason: journal.fault })
      : status.isDirty
        ? say('unsaved')
        : status.savedAt
          ? say('saved', { time: timeOf(status.savedAt) })
          : say('unchanged');
  return (
    <header class="top">
      <a href="#/" aria-label={say('back')} class="home">
        ☰
      </a>
      <h1 dir="auto">{title}</h1>
      {typeof marking === 'string' && <bdi class="marking">{marking}</bdi>}
      <span class="quiet" role="status">
        {[stage, typeof edition === 'number' ? say('edition', { n: edition }) : '', saving]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="grow" />
      {head && head.moved > 0 && <span>{say('moved', { n: head.moved })}</span>}
      {!isConnected && (
        <strong role="alert" class="offline">
          {say('offline')}
        </strong>
      )}
      <button
        type="button"
        onClick={actions.undo}
        disabled={!status.canUndo}
        aria-label={say('undo')}
        title={say('undo')}
      >
        ↶
      </button>
      <button
        type="button"
        onClick={actions.redo}
        disabled={!status.canRedo}
        aria-label={say('redo')}
        title={say('redo')}
      >
        ↷
      </button>
      <button type="button" class="main" onClick={actions.save} disabled={!status.isDirty}>
        {say('save')}
      </button>
    </header>
  );
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** Asks what to do if the disk has other changes; also says what was restored from the journal. */
export function Conflicts({ known, name }: { readonly known: Known; readonly name: string }) {
  const say = useSay();
  const label = useLabel();
  const { state, forms } = useFile();
  const { conflict, journal, isDirty } = known.status;
  const [isShown, setIsShown] = useState(false);
  if (!conflict) {
    return journal === 'recovered' && isDirty ? (
      <p class="banner" role="status">
        {say('recovered')}
      </p>
    ) : null;
  }
  const places = new Set(conflict.fields.map((path) => placeInWords(path, state, forms, label)));
  const take = (which: 'mine' | 'theirs') => void ask('resolve', { name, take: which });
  return (
    <div class="banner warning" role="alert">
      {say(conflict.kind === 'gone' ? 'conflictGone' : 'conflictChanged')}{' '}
      {places.size > 0 && (
        <>
          {say('conflictPlaces')} <bdi>{[...places].join('; ')}</bdi>{' '}
        </>
      )}
      <button type="button" onClick={() => take('mine')}>
        {say('conflictMine')}
      </button>{' '}
      {conflict.kind !== 'gone' && (
        <>
          <button type="button" onClick={() => take('theirs')}>
            {say('conflictTheirs')}
          </button>{' '}
          <button type="button" onClick={() => setIsShown(true)}>
            {say('conflictShow')}
          </button>
        </>
      )}
      {isShown && (
        <Dialog title={say('conflictShow')} close={() => setIsShown(false)}>
          <pre dir="ltr" tabIndex={0}>
            {conflict.theirs}
          </pre>
          <button type="button" onClick={() => setIsShown(false)}>
            {say('close')}
          </button>
        </Dialog>
      )}
    </div>
  );
}
