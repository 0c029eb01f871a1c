import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportAnswer } from '../protocol.ts';
import { Dialog } from './dialog.tsx';
import { sendFile } from './server.ts';
import { useSay } from './words/words.ts';

interface DropProps {
  readonly name: string;
}

/** Imports a file dropped on the page, or chosen, into the assessment; lists what could not be carried over. */
export function ImportDrop({ name }: DropProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<ImportAnswer>();
  const [isOver, setIsOver] = useState(false);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    try {
      setAnswer(await sendFile<ImportAnswer>('import', { name, file: file.name }, file));
    } catch (error) {
      // Shown until dismissed, not as a passing notice: it says what has to be done before the file can be
      // imported.
      setAnswer({ added: 0, losses: [], findings: [error instanceof Error ? error.message : String(error)] });
    }
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(false);
      void latest.current(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      <span class="grow" />
      <button type="button" class="small" onClick={() => input.current?.click()}>
        {say('import')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('import')}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {isOver && <div class="drop">{say('dropHere')}</div>}
      {answer && (
        <Dialog title={say('imported', { n: answer.added })} close={() => setAnswer(undefined)}>
          {answer.findings.map((text) => (
            <p key={text} class="fault" lang="en" dir="ltr">
              {text}
            </p>
          ))}
          {answer.losses.length > 0 && <h3>{say('losses')}</h3>}
          {answer.losses.length + answer.findings.length === 0 && <h3>{say('noLosses')}</h3>}
          <ul lang="en" dir="ltr">
            {answer.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
          <button type="button" onClick={() => setAnswer(undefined)}>
            {say('close')}
          </button>
        </Dialog>
      )}
    </>
  );
}
