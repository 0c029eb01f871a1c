import { useEffect, useRef } from 'preact/hooks';
import type { Session } from './session.ts';

/** The text of the file. Its editor lives as long as the file is open; this only shows it. */
export function TextPane({ session }: { readonly session: Session }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(session.view.dom);
    session.view.requestMeasure();
    return () => session.view.dom.remove();
  }, [session]);
  return <div ref={place} class="text" dir="ltr" />;
}
