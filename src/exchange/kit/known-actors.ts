import type { Actor, Assessment, Register } from '../../model/generated/types.ts';
import { oneLine } from './text.ts';

/** An actor that is there already, with the names it bears there. */
interface KnownActor {
  readonly id: string;
  /** `register`: entries refer to it by `ref`. `assessment`: it is an entry of the file that everything goes into. */
  readonly of: 'register' | 'assessment';
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Actors that the register has, and the assessment that things go into: what comes under one of their names or aliases is
 * one of them. Where the names of one actor lead to two of these, nobody is recognised: a person has to say who it is.
 */
export class KnownActors {
  readonly #byName = new Map<string, Set<KnownActor>>();

  constructor(register: Register, into?: Assessment) {
    const own = into?.actors ?? [];
    for (const { id, name, aliases = [] } of register.actors ?? []) {
      const there = own.find(({ ref }) => ref === id);
      const names = [
        ...aliases,
        ...(there?.name === undefined ? [] : [there.name]),
        ...(there?.aliases ?? []),
      ];
      this.#add({ id, of: 'register', name, aliases: [...new Set(names)] });
    }
    for (const { id, name, aliases = [] } of own)
      if (id !== undefined && name !== undefined) this.#add({ id, of: 'assessment', name, aliases });
  }

  /** The one actor that bears any of these names. */
  find(names: readonly string[]): KnownActor | undefined {
    const found = new Set(names.flatMap((name) => [...(this.#byName.get(keyOf(name)) ?? [])]));
    return found.size === 1 ? [...found][0] : undefined;
  }

  #add(actor: KnownActor): void {
    for (const name of [actor.name, ...actor.aliases]) {
      const key = keyOf(name);
      if (key === '') continue;
      const there = this.#byName.get(key);
      if (there) there.add(actor);
      else this.#byName.set(key, new Set([actor]));
    }
  }
}

/** What tells names apart: neither case, accents, blanks, hyphens nor dots do (`FANCY-BEAR` is `Fancy Bear`). */
function keyOf(name: string): string {
  return oneLine(name)
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{Z}]/gu, '')
    .toLowerCase();
}

/** An actor that came, as an entry of the one that is there: its names are not said again, new ones are added to those known. */
export function asKnown(actor: Actor, known: KnownActor): Actor {
  const { id: _, ref: __, name, aliases = [], ...rest } = actor;
  const told = new Set([known.name, ...known.aliases].map(keyOf));
  const fresh = [...(name === undefined ? [] : [name]), ...aliases].filter((one) => !told.has(keyOf(one)));
  return {
    ...(known.of === 'register' ? { ref: known.id } : { id: known.id, name: known.name }),
    ...rest,
    ...(fresh.length > 0 && { aliases: [...known.aliases, ...fresh] }),
  };
}
