import { useEffect, useRef } from 'preact/hooks';
import type { Session } from './session.ts';

/** Shows the text of the file. Its editor lives as long as the file is open. */
export function TextPane({ session }: { readonly session: Session }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(session.view.dom);
    session.view.requestMeasure();
    return () => session.view.dom.remove();
  }, [session]);
  return <div ref={place} class="text" dir="ltr" />;
}
