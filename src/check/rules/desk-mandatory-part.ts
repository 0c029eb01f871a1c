import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** The parts the desk requires of every assessment, or of those of a form, are present. */
export const deskMandatoryPart: Rule = {
  id: 'desk-mandatory-part',
  category: 'handling',
  severity: 'error',
  source: 'The project’s own configuration, `desk`',
  why: 'A desk promises its readers that certain parts are in each of its products.',
  examples: {
    breaks: { assessment: {}, desk: { every: { fields: ['published'], sections: ['outlook'] } } },
    keeps: {
      assessment: {
        published: '2025-05-01',
        sections: [{ id: 'outlook', heading: 'Outlook', body: 'The fires go on.' }],
      },
      desk: { every: { fields: ['published'], sections: ['outlook'] } },
    },
  },
  check: ({ assessment, desk, lostIds }) => {
    const ofForm = Object.entries(desk?.forms ?? {}).find(([form]) => form === assessment.form)?.[1];
    const demands = [desk?.every ?? {}, ofForm ?? {}];
    const sections = new Set(demands.flatMap(({ sections = [] }) => sections));
    const fields = new Set(demands.flatMap(({ fields = [] }) => fields));
    const there = new Set([...(assessment.sections ?? []).map(({ id }) => id), ...(lostIds ?? [])]);
    return [
      ...[...sections]
        .filter((id) => !there.has(id))
        .map(
          (id): Objection => ({
            pointer: assessment.sections ? '/sections' : '',
            message: `This desk demands a section \`${id}\`, and there is none.`,
            help: `Add it to \`sections\`: {"id": "${id}", "heading": …, "body": …}.`,
          }),
        ),
      ...[...fields]
        .filter((field) => !isFilled(assessment, field.split('/')))
        .map((field): Objection => {
          const steps = field.split('/');
          const parent = steps.slice(0, -1);
          return {
            pointer: isFilled(assessment, parent) && parent.length > 0 ? toPointer(parent) : '',
            message: `This desk demands \`${field}\`, and it is not filled in.`,
            help: 'Fill it in; `desk` of the project’s configuration says what is demanded.',
          };
        }),
    ];
  },
};

function isFilled(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined)
    return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? isFilled((value as Readonly<Record<string, unknown>>)[step], rest)
    : false;
}
