import type { ErrorObject } from 'ajv';
import { edtfOfCsl } from '../model/csl-date.ts';
import { isEdtf } from '../model/edtf.ts';
import type { CslDate } from '../model/generated/types.ts';
import { isRecord } from '../model/json.ts';
import { toPointer } from '../model/pointer.ts';
import { membersOf } from './mistake.ts';

/**
 * Dates of sources, given in parts, that do not exist (`[[2025, 11, 31]]`) or end before they begin: errors as if
 * they stood there as EDTF text, whose format the schema checks. The data need not fit the schema.
 */
export function datePartsErrors(data: unknown): ErrorObject[] {
  const { sources } = membersOf(data);
  return (Array.isArray(sources) ? sources : []).flatMap((source: unknown, index) =>
    Object.entries(membersOf(membersOf(source).csl)).flatMap(([field, date]) => {
      const text = isInParts(date) ? edtfOfCsl(date) : undefined;
      return text === undefined || isEdtf(text)
        ? []
        : formatError(toPointer(['sources', index, 'csl', field]), text);
    }),
  );
}

/** Whether a value has the form of a date in parts: anything else is left to the schema. */
function isInParts(value: unknown): value is CslDate {
  const parts = isRecord(value) ? value['date-parts'] : undefined;
  const isPart = (one: unknown) => typeof one === 'string' || Number.isInteger(one);
  return Array.isArray(parts) && parts.every((part) => Array.isArray(part) && part.every(isPart));
}

function formatError(instancePath: string, data: string): ErrorObject {
  return {
    instancePath,
    schemaPath: '#/dateParts/format',
    keyword: 'format',
    params: { format: 'edtf' },
    data,
  };
}
