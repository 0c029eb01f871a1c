import { ruleUrl } from '../model/described-rule.ts';
import type { SourceDocument } from '../model/document.ts';
import type { Finding, Remark } from '../model/finding.ts';
import { fromPointer } from '../model/pointer.ts';
import { excerptOf } from './excerpt.ts';

/**
 * Gives each remark its place in the file and the line it is on (long lines are cut, see `excerptOf`). A
 * pointer that leads nowhere, such as to a missing property, gets the place of its nearest ancestor.
 */
export function placeRemarks(document: SourceDocument, remarks: readonly Remark[]): Finding[] {
  return remarks.map((remark) => placeRemark(document, remark));
}

function placeRemark(document: SourceDocument, remark: Remark): Finding {
  const place = document.locate(remark.pointer, remark.on);
  return {
    rule: remark.rule,
    severity: remark.severity,
    file: document.file,
    ...place,
    pointer: remark.pointer,
    message: remark.message,
    ...(remark.help !== undefined && { help: remark.help }),
    ...excerptOf(document.lineText(place.line), place.column),
    url: ruleUrl(remark.rule),
    ...(remark.pointer !== '' && { anchor: anchorOf(document.data, remark.pointer) }),
    ...(remark.fix && { fix: remark.fix }),
  };
}

/** `judgments/fires-continue/statement` for `/judgments/0/statement`; indexes stay where there is no id. */
function anchorOf(data: unknown, pointer: string): string {
  let value = data;
  return fromPointer(pointer)
    .map((part) => {
      const isList = Array.isArray(value);
      value = memberOf(value, part);
      const id = isList ? (memberOf(value, 'id') ?? memberOf(value, 'ref')) : undefined;
      return typeof id === 'string' ? id : part;
    })
    .join('/');
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}
