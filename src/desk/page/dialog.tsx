import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useSay } from './words/words.ts';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

interface ButtonsProps {
  readonly label: string;
  readonly isOff?: boolean;
  readonly act: () => void;
  readonly close: () => void;
}

/** The two buttons of a dialog: its action, and cancel. */
export function DialogButtons({ label, isOff = false, act, close }: ButtonsProps) {
  const say = useSay();
  return (
    <p class="buttons">
      <button type="button" class="main" disabled={isOff} onClick={act}>
        {label}
      </button>
      <button type="button" onClick={close}>
        {say('cancel')}
      </button>
    </p>
  );
}

/** A native dialog: it keeps the focus inside, Escape closes it, and Enter in a field does what it is for. */
export function Dialog({ title, close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        dialog.current?.querySelector<HTMLElement>('.buttons .main')?.click();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
