import type { Messages } from '../wording/messages.ts';
import { decimal } from '../wording/phrases.ts';
import type { DescribedChange, DescribedEvent, DescribedStep, DescribedValue } from './described-change.ts';
import { moveText } from './move-words.ts';
import { fewText, isolated, type Phrasing, valuesText, valueText } from './value-text.ts';

/** A change on one line in the language of the memo, without a full stop. Plain text. */
export function changeText(change: DescribedChange, phrasing: Phrasing): string {
  const { messages } = phrasing;
  const text = wholeText(change, phrasing);
  return text.replace(/^(?!x-)\p{Ll}/u, (letter) => letter.toLocaleUpperCase(messages.language));
}

function wholeText({ thing, isShared, way, event }: DescribedChange, phrasing: Phrasing): string {
  const { messages } = phrasing;
  if (event.kind === 'leader' || event.kind === 'coherence') return derivedText(event, phrasing);
  const name = thing && thingText(thing, phrasing);
  const subject = name !== undefined && isShared ? messages.text('change.in-register', { what: name }) : name;
  const whole = [...(subject === undefined ? [] : [subject]), ...way.map((step) => stepText(step, phrasing))];
  const what = whole.join(messages.text('list.comma'));
  if (way.length === 0) {
    if (event.kind === 'added') return messages.text('change.added', { what });
    if (event.kind === 'removed') return messages.text('change.removed', { what });
    if (event.kind === 'withdrawn') return messages.text('change.withdrawn', { what });
  }
  return messages.text('change.line', { what, how: eventText(event, phrasing) });
}

function thingText({ collection, name }: NonNullable<DescribedChange['thing']>, phrasing: Phrasing): string {
  return phrasing.messages.text('change.thing', {
    noun: phrasing.messages.text(`change.noun.${collection}`),
    name: isolated(name, phrasing),
  });
}

function stepText({ name, member }: DescribedStep, phrasing: Phrasing): string {
  const { messages } = phrasing;
  if (member === undefined) {
    // A part of the file, under `markings` or `released.numbers`, is named after its collection.
    return named([`change.field.${name}`, `own-field.${name}`, `collection.${name}`], name, messages);
  }
  return messages.text('change.member', {
    list: named([`change.member.${name}`, `own-field.${name}`], name, messages),
    member: valuesText(member, phrasing),
  });
}

/** The first of the phrases that exists; for a project's own field without a title, its name. */
function named(keys: readonly string[], name: string, messages: Messages): string {
  const key = keys.find((each) => messages.has(each));
  return key === undefined ? name : messages.text(key);
}

function eventText(event: DescribedEvent, phrasing: Phrasing): string {
  const { messages } = phrasing;
  switch (event.kind) {
    case 'added':
    case 'removed':
    case 'withdrawn': {
      const how = messages.text(event.kind === 'added' ? 'change.member-added' : 'change.member-removed');
      return event.value.length === 0
        ? how
        : messages.text('figure.with-detail', { what: how, detail: valuesText(event.value, phrasing) });
    }
    case 'placed':
      return messages.text('change.placed', { from: event.from, to: event.to });
    case 'renamed':
      return messages.text('change.renamed', {
        from: isolated(event.from, phrasing),
        to: isolated(event.to, phrasing),
        arrow: messages.text('changes.arrow'),
      });
    case 'value':
      return movedText(event, phrasing);
    case 'reworded': {
      const { inserted, deleted } = event;
      return inserted + deleted === 0
        ? messages.text('change.marks')
        : messages.text('change.reworded', {
            inserted: decimal(inserted, messages),
            deleted: decimal(deleted, messages),
          });
    }
    case 'members':
      return [
        ...(event.added.length > 0
          ? [messages.text('change.set-added', { items: fewText(event.added, phrasing) })]
          : []),
        ...(event.removed.length > 0
          ? [messages.text('change.set-removed', { items: fewText(event.removed, phrasing) })]
          : []),
      ].join(messages.text('list.semicolon'));
    case 'range': {
      const { from, to, counted } = event;
      const what = messages.text('change.range', { counted: messages.text(`count.${counted}`) });
      return messages.text('change.line', { what, how: fromTo(from, to, phrasing) });
    }
    case 'independence': {
      const number = (value: number): DescribedValue => ({ kind: 'number', number: value });
      return messages.text('change.line', {
        what: messages.text('change.independent'),
        how: fromTo(number(event.from), number(event.to), phrasing),
      });
    }
    default:
      return messages.text('change.changed');
  }
}

function derivedText(
  event: Extract<DescribedEvent, { kind: 'leader' | 'coherence' }>,
  phrasing: Phrasing,
): string {
  const { messages } = phrasing;
  const quoted = (names: readonly string[]) =>
    messages.list(names.map((name) => messages.text('change.quoted', { text: isolated(name, phrasing) })));
  if (event.kind === 'coherence') {
    const items = quoted(event.members);
    return messages.text(event.lost ? 'change.coherence-lost' : 'change.coherence-restored', { items });
  }
  const names = (all: readonly string[]) => (all.length === 0 ? messages.text('redline.none') : quoted(all));
  return messages.text('change.line', {
    what: messages.text('change.leader'),
    how: messages.text('redline.from-to', {
      from: names(event.from),
      to: names(event.to),
      arrow: messages.text('changes.arrow'),
    }),
  });
}

function movedText(
  { from, to, move }: Extract<DescribedEvent, { kind: 'value' }>,
  phrasing: Phrasing,
): string {
  const { messages } = phrasing;
  if (!from) return messages.text('change.stated', { value: to ? valueText(to, phrasing) : '' });
  if (!to) return messages.text('change.dropped', { value: valueText(from, phrasing) });
  const what = fromTo(from, to, phrasing);
  const detail = move && moveText(move.of, move, messages);
  return detail ? messages.text('figure.with-detail', { what, detail }) : what;
}

function fromTo(from: DescribedValue, to: DescribedValue, phrasing: Phrasing): string {
  return phrasing.messages.text('redline.from-to', {
    from: valueText(from, phrasing),
    to: valueText(to, phrasing),
    arrow: phrasing.messages.text('changes.arrow'),
  });
}
