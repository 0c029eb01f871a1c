import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { releaseAt } from '../../../src/derive/release/release.ts';
import { unmarkedAbove } from '../../../src/derive/release/unmarked.ts';
import type { Assessment, Section } from '../../../src/model/generated/types.ts';

const picture = (id: string, marking: 'TLP:RED' | 'TLP:CLEAR') => ({
  id,
  file: `pictures/${id}.png`,
  alt: `A picture of the ${id}.`,
  credit: 'Own picture',
  marking,
});

function released(section: Partial<Section>) {
  return releaseAt(
    {
      ...soundAssessment,
      marking: 'TLP:RED',
      releasable: 'TLP:CLEAR',
      media: [picture('safe', 'TLP:RED'), picture('fence', 'TLP:CLEAR')],
      sections: [{ id: 'seen', heading: 'What was seen', kind: 'narrative', body: [], ...section }],
    } as Assessment,
    'TLP:CLEAR',
  );
}

describe('a picture that is marked above the release', () => {
  test('is removed with its line; the text around it and other pictures stay', () => {
    const { assessment, obstacles } = released({
      body: ['Before.', '', '![](media:safe)', '', 'Between.', '', '![](media:fence)', '', 'Behind.'],
    });
    expect(obstacles).toEqual([]);
    expect(assessment.media?.map(({ id }) => id)).toEqual(['fence']);
    const left = [assessment.sections?.[0]?.body].flat().filter((line) => line !== '');
    expect(left).toEqual(['Before.', 'Between.', '![](media:fence)', 'Behind.']);
  });

  test.each([
    ['alone', ['![](media:safe)']],
    ['with empty lines around it', ['', '![](media:safe)', '', '']],
  ])('leaves a section without content: %s, and the release is refused at that section', (_, body) => {
    expect(released({ body }).obstacles).toEqual([
      {
        pointer: '/sections/0',
        message: 'Released at this marking, this section would be empty: its picture is marked above.',
        help: 'Mark the section as its picture is marked.',
      },
    ]);
  });

  test('is removed with a section of its own marking', () => {
    const { assessment, obstacles } = released({ body: ['![](media:safe)'], marking: 'TLP:RED' });
    expect(obstacles).toEqual([]);
    expect(assessment.sections ?? []).toEqual([]);
  });

  test('leaves a section without a text to other rules', () => {
    expect(released({ body: [' '] }).obstacles).toEqual([]);
  });

  test('may not be referred to by the remaining text', () => {
    const { obstacles } = released({ body: ['The lock was cut [@fig-safe].'] });
    expect(obstacles).toMatchObject([
      {
        pointer: '/sections/0/body/0',
        message: 'The text refers to the picture `safe`, which is marked above the release.',
      },
    ]);
    expect(released({ body: ['The fence was cut [@fig-fence].'] }).obstacles).toEqual([]);
  });
});

describe('unmarked parts', () => {
  const above = (properties: Partial<Assessment>) => {
    const { id, form, title, asOf, judgments } = soundAssessment;
    return unmarkedAbove(
      {
        id,
        form,
        title,
        asOf,
        judgments: judgments.map((one) => ({ ...one, marking: 'TLP:CLEAR' as const })),
        marking: 'TLP:RED',
        markings: { title: 'TLP:CLEAR' },
        ...properties,
      } as Assessment,
      'TLP:GREEN',
    );
  };

  test('include the edition, unless it is only a number', () => {
    expect(above({})).toEqual([]);
    expect(above({ edition: { number: 2 } })).toEqual([]);
    expect(above({ edition: { number: 2, supersedes: 'v1:assessments/x.json' } })).toEqual(['edition']);
  });

  test('are named entry by entry in lists whose entries have markings, else as a part', () => {
    const actors = [{ ref: 'a' }, { id: 'b', name: 'B', type: 'company', marking: 'TLP:GREEN' }] as const;
    expect(above({ actors: [...actors], question: 'Who?' } as Partial<Assessment>)).toEqual([
      'actors/a',
      'question',
    ]);
  });

  test('do not matter if the whole may be released, or its author says so', () => {
    expect(above({ question: 'Who?', marking: 'TLP:GREEN' })).toEqual([]);
    expect(above({ question: 'Who?', releasable: 'TLP:GREEN' })).toEqual([]);
    expect(above({ question: 'Who?', releasable: 'TLP:AMBER' })).toEqual(['question']);
  });
});
