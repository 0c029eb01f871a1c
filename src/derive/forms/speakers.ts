import type { EdtfDate } from '../../model/edtf.ts';
import type { AlternativesView } from '../analysis/alternatives.ts';
import type { PartyView } from '../entities/resolve.ts';
import type { EvidenceView } from '../entities/sources.ts';

/** A speaker, with everything they said. */
export interface SpeakerView {
  readonly name: string;
  /** Offices held when speaking; more than one where the items differ. */
  readonly offices: readonly string[];
  /** Letters of the versions they hold. */
  readonly versions: readonly string[];
  readonly statements: readonly { readonly evidence: string; readonly date: EdtfDate | undefined }[];
}

/**
 * All speakers in the evidence, in the order of the file. A speaker holds a version if its proponents name
 * them, or name the actor they speak for.
 */
export function viewSpeakers(
  evidence: ReadonlyMap<string, EvidenceView>,
  alternatives: AlternativesView | undefined,
  knownActors: ReadonlyMap<string, { readonly name: string }>,
): SpeakerView[] {
  const spoken = new Map<
    string,
    { speakers: PartyView[]; statements: SpeakerView['statements'][number][] }
  >();
  for (const { id, speaker, date } of evidence.values()) {
    if (speaker === undefined) continue;
    const voice = spoken.get(speaker.name) ?? { speakers: [], statements: [] };
    voice.speakers.push(speaker);
    voice.statements.push({ evidence: id, date });
    spoken.set(speaker.name, voice);
  }
  const isActor = ({ name, actor }: PartyView) =>
    actor !== undefined && knownActors.get(actor)?.name === name;
  return [...spoken].map(([name, { speakers, statements }]) => ({
    name,
    offices: [...new Set(speakers.flatMap(({ office }) => office ?? []))],
    versions: (alternatives?.hypotheses ?? [])
      .filter(({ proponents }) =>
        proponents.some(
          (party) =>
            party.name === name ||
            (isActor(party) && speakers.some((speaker) => speaker.actor === party.actor)),
        ),
      )
      .map(({ letter }) => letter),
    statements,
  }));
}
