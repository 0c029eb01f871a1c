import { shippedConventions } from '../../src/model/conventions/conventions.ts';
import { lookOf } from '../../src/model/conventions/markings.ts';

/** What a Word document needs besides its text. */
export const plainParts = {
  pictures: new Map(),
  language: 'en',
  direction: 'ltr',
  paper: 'A4',
  furniture: {
    look: lookOf(shippedConventions.scheme, 'TLP:CLEAR'),
    foot: '',
    pageOf: '{page}',
    isMarkedInText: false,
  },
  properties: { title: 'T', authors: [], keywords: [], date: '2025-04-30' },
  custom: {},
  anchors: new Map(),
  notes: 'footnotes',
  notesLabel: 'Notes',
  author: { name: 'A. Editor', date: '2025-05-01T00:00:00Z' },
} as const;
