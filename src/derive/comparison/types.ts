import type { EdtfDate } from '../../model/edtf.ts';
import type {
  Actor,
  Assessment,
  ConfidenceLevel,
  Direction,
  Marking,
  Register,
  Relationship,
} from '../../model/generated/types.ts';
import type { LikelihoodView } from '../analysis/likelihood.ts';
import type { LevelView } from '../entities/actors.ts';
import type { ReportView } from '../entities/incidents.ts';
import type { QuantitySummary } from '../entities/quantity.ts';
import type { PartyView } from '../entities/resolve.ts';

/** An assessment to compare, with the register it refers to. */
export interface Compared {
  readonly assessment: Assessment;
  readonly register: Register;
}

/** One of the assessments compared, as the comparison names it. */
export interface ComparedMemo {
  /** From 1, in the order given. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly asOf: EdtfDate;
  readonly marking: Marking;
}

/** What several assessments speak of. `name` is plain text. */
export interface SharedEntity {
  readonly kind: 'incident' | 'actor' | 'relationship';
  readonly id: string;
  readonly name: string;
  /** Numbers of the memos that speak of it, rising. */
  readonly memos: readonly number[];
}

/** What one assessment says of a matter. */
export interface Side<Value> {
  /** Number of the memo. */
  readonly memo: number;
  /** Id of the assessment. */
  readonly assessment: string;
  /** Its information cut-off. */
  readonly asOf: EdtfDate;
  readonly value: Value;
}

/** Who is held responsible: by the assessment's own judgment, and by those whose word it reports, each apart. */
export interface BlameView {
  /** Id of the actor, or its name where it has none: what makes it the same in two assessments. */
  readonly key: string;
  readonly actor: string;
  /** Judgments of the assessment about this incident and this actor alone. */
  readonly judged: readonly (HeldView & { readonly number: number })[];
  /** What the assessment reports of others, with the likelihood and confidence that it gives to each. */
  readonly attributions: readonly (HeldView & { readonly by: readonly PartyView[] })[];
}

/** How firmly one thing is held. */
export interface HeldView {
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: ConfidenceLevel | undefined;
}

/** The hypotheses of an assessment that lead: fewest contradictions by weight, or likeliest where there is no matrix. */
export interface LeaderView {
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  /** Weighted inconsistency, 0 or less; absent without a matrix. */
  readonly score: number | undefined;
}

/** A link between two actors as one assessment sees it. */
export interface LinkView {
  readonly from: string;
  readonly to: string;
  readonly type: Relationship['type'];
  readonly standing: Relationship['standing'];
  readonly by: readonly PartyView[];
  /** Who asserts it and who denies it, where the two sides are named apart. */
  readonly asserts: readonly PartyView[];
  readonly denies: readonly PartyView[];
}

export interface JudgedView {
  readonly id: string;
  readonly key: boolean;
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  /** Views that do not share it: they stand beside it here too. */
  readonly dissents: readonly JudgedDissentView[];
}

export interface JudgedDissentView {
  readonly by: readonly string[];
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
}

/** Judgments on one subject: those shown, and how many further ones there are. */
export interface JudgedSubjectView {
  readonly shown: readonly JudgedView[];
  readonly more: number;
}

/** An actor whose intent and highest capability nobody else's exceed. */
export interface ThreatView {
  readonly id: string;
  readonly name: string;
  readonly intent: LevelView;
  readonly capability: LevelView & { readonly dimension: string };
}

export interface MovementView {
  readonly measure: string | undefined;
  readonly direction: Direction;
  readonly period: EdtfDate | undefined;
}

/** A person and the office that an assessment gives the person. */
export interface OfficeView {
  readonly name: string;
  readonly office: string;
}

/** A count of people, or of anything else. */
export interface FigureView extends QuantitySummary {
  readonly reports: readonly ReportView[];
}

/** What each type of difference compares, with what is behind each side. */
export interface Values {
  /** Which actors rank highest by intent and capability. */
  'threat/greatest': readonly ThreatView[];
  /** Who is held responsible for an incident. */
  'incident/attribution': readonly BlameView[];
  /** Which explanation of an incident leads. */
  'incident/explanation': readonly LeaderView[];
  /** A count of an incident. */
  'incident/figure': FigureView;
  /** Who claimed an incident. */
  'incident/claim': readonly string[];
  /** What is judged of an incident, an actor or a state's security services. */
  'judgment/likelihood': JudgedSubjectView;
  'actor/intent': LevelView;
  'actor/capability': LevelView;
  /** Directions of the trends that an actor is the subject of. */
  'actor/trend': readonly MovementView[];
  'actor/status': NonNullable<Actor['status']>;
  /** How two actors are linked, and whether that is disputed. */
  'relationship/standing': readonly LinkView[];
  /** The office of one person. */
  'speaker/office': readonly string[];
  /** Who speaks for a body or leads it. */
  'body/people': readonly OfficeView[];
}

export type DifferenceType = keyof Values;

/** What a difference is about. */
export interface Matter {
  readonly kind: 'incident' | 'actor' | 'relationship' | 'services' | 'person' | 'all';
  readonly id: string;
  /** Plain text; of `services` the name of the state, of `all` empty. */
  readonly name: string;
  /** What of it is compared: a count, a dimension of capability. */
  readonly aspect: string | undefined;
  /** Whether the aspect is a count in the words of an assessment, and no term. */
  readonly isOwnCount?: boolean;
}

/** Something on which at least two assessments differ. */
export interface Difference<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  /** One for each assessment that speaks of it, in the order of the memos. */
  readonly sides: readonly Side<Values[Type]>[];
  /** How much it matters: 0 to 100 by its type, and up to 16 more for how many speak of it and how far they are apart. */
  readonly weight: number;
  /** What it hangs on, the strongest reason first. Empty where the files do not say what anything rests on. */
  readonly hangsOn: readonly Reason[];
}

/** Why assessments may come to different answers. `share` is 0 to 1: how much of the difference it can explain. */
export type Reason = { readonly share: number } & (
  | {
      /** They rest on different sources. */
      readonly kind: 'sources';
      /** How many of all sources several of them cite, and how many there are. */
      readonly shared: number;
      readonly all: number;
      /** Titles of what one of them alone cites, for those that cite anything alone. */
      readonly alone: readonly { readonly memo: number; readonly titles: readonly string[] }[];
    }
  | {
      /** One knew what had not come out when another was closed. */
      readonly kind: 'dates';
      readonly earliest: { readonly memo: number; readonly asOf: EdtfDate };
      readonly latest: { readonly memo: number; readonly asOf: EdtfDate };
      /** Titles of sources that came out after the earliest cut-off, and that only later memos cite. */
      readonly since: readonly string[];
    }
  | {
      /** They read the same sources otherwise: for and against, or with other grades. */
      readonly kind: 'reading';
      /** How many sources they share. */
      readonly shared: number;
      readonly read: readonly {
        readonly title: string;
        readonly by: readonly {
          readonly memo: number;
          readonly role: 'for' | 'against' | 'both';
          readonly reliability: string | undefined;
          readonly credibility: readonly number[];
        }[];
      }[];
    }
  | {
      /** Their judgments speak of times that have no day in common. */
      readonly kind: 'horizon';
      readonly spans: readonly { readonly memo: number; readonly first: string; readonly last: string }[];
    }
  | {
      /** Their sentences have so few words in common that they may answer different questions. */
      readonly kind: 'question';
    }
  | {
      /** Some name nothing that they rest on. */
      readonly kind: 'unsourced';
      readonly memos: readonly number[];
    }
);

/** Something on which all that speak of it agree. */
export interface Agreement<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  readonly sides: readonly Side<Values[Type]>[];
}

/** Something that at least two assessments speak of, before it is known whether they differ. */
export interface Topic<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  readonly sides: readonly Side<Values[Type]>[];
  readonly differs: boolean;
  /** Whether they say the same and are not equally sure of it. */
  readonly onlyInConfidence?: boolean;
}

export interface AssessmentComparison {
  readonly memos: readonly ComparedMemo[];
  /** Most widely shared first. */
  readonly shared: readonly SharedEntity[];
  /** Ids of sources of the register that several cite. */
  readonly sharedSources: readonly string[];
  /** Most important first. */
  readonly differences: readonly Difference[];
  /** What all who speak of it agree on, the most widely shared first. */
  readonly agreed: readonly Agreement[];
  /** How many topics of each type all who speak of them agree on. */
  readonly agreements: Readonly<Record<DifferenceType, number>>;
}
