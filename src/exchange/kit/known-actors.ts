import type { Actor, Assessment, Register } from '../../model/generated/types.ts';
import { oneLine } from './text.ts';

/** An actor that exists already, with its names. */
interface KnownActor {
  readonly id: string;
  /**
   * `register`: entries refer to it by `ref`. `assessment`: it is an entry of the assessment being imported
   * into.
   */
  readonly of: 'register' | 'assessment';
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Actors of the register and of the assessment being imported into: an imported actor that bears one of their
 * names or aliases is the same actor. If the names of one actor lead to two known actors, neither is
 * recognised: a person has to decide.
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

/**
 * The key names are compared by: case, accents, spaces, hyphens and dots do not count (`FANCY-BEAR` is `Fancy
 * Bear`).
 */
function keyOf(name: string): string {
  return oneLine(name)
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{Z}]/gu, '')
    .toLowerCase();
}

/**
 * An imported actor as an entry of the known one: known names are not repeated, new ones are added as aliases.
 */
export function asKnown(actor: Actor, known: KnownActor): Actor {
  const { id: _, ref: __, name, aliases = [], ...rest } = actor;
  const knownNames = new Set([known.name, ...known.aliases].map(keyOf));
  const fresh = [...(name === undefined ? [] : [name]), ...aliases].filter(
    (one) => !knownNames.has(keyOf(one)),
  );
  return {
    ...(known.of === 'register' ? { ref: known.id } : { id: known.id, name: known.name }),
    ...rest,
    ...(fresh.length > 0 && { aliases: [...known.aliases, ...fresh] }),
  };
}
