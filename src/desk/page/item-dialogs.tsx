import { useEffect, useState } from 'preact/hooks';
import type { ItemName, UseShown } from '../protocol.ts';
import { objectionText, useFile } from './context.ts';
import { Dialog, DialogButtons } from './dialog.tsx';
import { titleOf } from './outline.tsx';
import { ask } from './server.ts';
import { useLabel, useSay } from './words/words.ts';

interface DeleteProps {
  readonly file: string;
  readonly item: ItemName;
  readonly label: string;
  readonly close: () => void;
  readonly remove: () => void;
}

/** Asks before something is removed, and lists what refers to it. */
export function Delete({ file, item, label, close, remove }: DeleteProps) {
  const say = useSay();
  const labelOf = useLabel();
  const [uses, setUses] = useState<readonly UseShown[]>();
  useEffect(() => {
    void ask<readonly UseShown[]>('uses', { name: file, item }).then(setUses);
  }, [file, item]);
  return (
    <Dialog title={say('deleteQuestion', { what: label })} close={close}>
      {uses && uses.length > 0 && (
        <>
          <p class="fault">{say('usedBy')}</p>
          <ul>
            {uses.map((use) => (
              <li key={`${use.collection} ${use.label}`} dir="auto">
                {[labelOf(titleOf(use.collection)), use.label].filter(Boolean).join(': ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <DialogButtons
        label={say('delete')}
        isOff={!uses}
        act={() => {
          close();
          remove();
        }}
        close={close}
      />
    </Dialog>
  );
}

interface RenameProps {
  readonly item: ItemName;
  readonly label: string;
  readonly close: () => void;
}

/** Asks for a new id, which replaces the old one everywhere. */
export function Rename({ item, label, close }: RenameProps) {
  const say = useSay();
  const { edit, choose } = useFile();
  const [id, setId] = useState(item.id);
  const [fault, setFault] = useState('');
  const rename = async () => {
    const answer = await edit({ kind: 'rename', item, id });
    if (answer?.objection !== undefined) return setFault(objectionText(answer.objection, say));
    if (answer?.item) choose({ kind: 'item', item: answer.item });
    close();
  };
  return (
    <Dialog title={say('idQuestion', { what: label })} close={close}>
      <label class="field">
        <span>{say('id')}</span>
        <input value={id} dir="ltr" onInput={({ currentTarget }) => setId(currentTarget.value)} />
      </label>
      <p class="quiet">{say('idHelp')}</p>
      {fault !== '' && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      <DialogButtons label={say('rename')} act={() => void rename()} close={close} />
    </Dialog>
  );
}
