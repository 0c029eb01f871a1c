import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from './server.ts';
import { useSay } from './words/words.ts';

interface PrintedProps {
  readonly address: string;
  /** Another one is printed again. */
  readonly version: string;
}

/** The PDF, page by page. The code that draws it is loaded when first needed. */
export function PrintedPages({ address, version }: PrintedProps) {
  const say = useSay();
  const pages = useRef<HTMLDivElement>(null);
  const [notice, setNotice] = useState(say('loading'));
  useEffect(() => {
    let isOver = false;
    const draw = async () => {
      const response = await fetch(`${address}&version=${version}`);
      if (!response.ok) {
        const { fault } = (await response.json()) as { fault: string };
        throw new Refused(fault === 'errors' ? say('noMemo') : fault);
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { drawPdf } = (await import(
        /* @vite-ignore */ new URL('printed.js', import.meta.url).href
      )) as typeof import('./printed.ts');
      if (isOver || !pages.current) return;
      const count = await drawPdf(bytes, pages.current, () => isOver);
      setNotice(say('pages', { n: count }));
      performance.mark(`pdf ${version}`);
    };
    draw().catch((error: Error) => setNotice(error.message));
    return () => {
      isOver = true;
    };
  }, [address, version]);
  return (
    <section class="printed" tabIndex={0} aria-label={say('printed')}>
      <p class="quiet" role="status">
        {notice}
      </p>
      <div ref={pages} />
    </section>
  );
}
