import { useEffect, useRef } from 'preact/hooks';

/**
 * Fields shown first for an item, in the order in which an analyst thinks of them; the rest is one click away.
 */
export const FIRST: Readonly<Record<string, readonly string[]>> = {
  judgments: [
    'statement',
    'likelihood',
    'confidence',
    'horizon',
    'evidence',
    'contraryEvidence',
    'wouldChange',
    'estimates',
  ],
  evidence: ['statement', 'kind', 'date', 'citations'],
  sources: ['csl', 'reliability'],
  actors: ['name', 'type', 'aliases', 'summary'],
  incidents: ['title', 'date', 'place', 'type', 'summary', 'counts', 'evidence'],
  hypotheses: ['statement', 'likelihood'],
  sections: ['heading', 'body'],
  assumptions: ['statement'],
  recommendations: ['to', 'action', 'judgments', 'timeframe'],
  trends: ['subject', 'measure', 'unit', 'direction', 'series', 'summary'],
  indicators: ['statement', 'observes', 'status'],
  relationships: ['from', 'to', 'type', 'summary', 'evidence'],
  scenarios: ['title', 'narrative', 'likelihood'],
};

/** The frame of a form: its title, its tools and its fields. */
export function Panel({
  title,
  children,
  tools,
}: {
  title: string;
  children: preact.ComponentChildren;
  tools?: preact.ComponentChildren;
}) {
  return (
    <section class="form" aria-labelledby="form-title">
      <header>
        <h2 id="form-title" tabIndex={-1}>
          {title}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  );
}

/** Moves the focus to a field, by its pointer within the item; to the heading if there is none. */
export function useGoTo(path: string | undefined) {
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (path === undefined || !scope.current) return;
    let at = path;
    for (;;) {
      const found =
        at === '' || at === '/'
          ? scope.current
          : scope.current.querySelector(`[data-at="${CSS.escape(at)}"]`);
      if (found) {
        found.closest('details')?.setAttribute('open', '');
        const isTop = found === scope.current;
        if (!isTop) found.scrollIntoView({ block: 'nearest' });
        found.querySelector<HTMLElement>('textarea, input, select, button')?.focus({ preventScroll: isTop });
        return;
      }
      at = at.slice(0, at.lastIndexOf('/'));
    }
  }, [path]);
  return scope;
}
