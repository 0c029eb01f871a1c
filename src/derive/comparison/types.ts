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

/** One assessment's position on a topic. */
export interface Side<Value> {
  /** Number of the memo. */
  readonly memo: number;
  /** Id of the assessment. */
  readonly assessment: string;
  /** Its information cut-off. */
  readonly asOf: EdtfDate;
  readonly value: Value;
}

/** Who is held responsible: by the assessment's own judgment, and separately by those it reports. */
export interface BlameView {
  /** Id of the actor, or its name if it has no id: identifies it across assessments. */
  readonly key: string;
  readonly actor: string;
  /** Judgments of the assessment about this incident and this actor alone. */
  readonly judged: readonly (HeldView & { readonly number: number })[];
  /** Attributions by others that the assessment reports, with the likelihood and confidence it gives each. */
  readonly attributions: readonly (HeldView & { readonly by: readonly PartyView[] })[];
}

/** How firmly something is held. */
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
  /** Who asserts it and who denies it, if the two sides are named. */
  readonly asserts: readonly PartyView[];
  readonly denies: readonly PartyView[];
}

export interface JudgedView {
  readonly id: string;
  readonly key: boolean;
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  /** Dissents, which stand beside the judgment here too. */
  readonly dissents: readonly JudgedDissentView[];
}

export interface JudgedDissentView {
  readonly by: readonly string[];
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
}

/** Judgments on one subject: those shown, and how many more there are. */
export interface JudgedSubjectView {
  readonly shown: readonly JudgedView[];
  readonly more: number;
}

/** An actor whose intent and highest capability no other actor exceeds. */
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

/** A person and the office an assessment gives them. */
export interface OfficeView {
  readonly name: string;
  readonly office: string;
}

/** A count of people, or of anything else. */
export interface FigureView extends QuantitySummary {
  readonly reports: readonly ReportView[];
}

/** The value that each type of difference compares. */
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

/** The topic of a difference. */
export interface Matter {
  readonly kind: 'incident' | 'actor' | 'relationship' | 'services' | 'person' | 'all';
  readonly id: string;
  /** Plain text; for `services` the name of the state, for `all` empty. */
  readonly name: string;
  /** Which aspect is compared: a count, a dimension of capability. */
  readonly aspect: string | undefined;
  /** Whether the aspect is a count in an assessment's own words, not a term. */
  readonly isOwnCount?: boolean;
}

/** Something on which at least two assessments differ. */
export interface Difference<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  /** One for each assessment that speaks of it, in the order of the memos. */
  readonly sides: readonly Side<Values[Type]>[];
  /** Importance: 0 to 100 by type, plus up to 16 for how many memos speak of it and how far apart they are. */
  readonly weight: number;
  /** Possible causes, the strongest first. Empty if the files do not say what anything rests on. */
  readonly hangsOn: readonly Reason[];
}

/** A reason why assessments may differ. `share` is 0 to 1: how much of the difference it can explain. */
export type Reason = { readonly share: number } & (
  | {
      /** They rest on different sources. */
      readonly kind: 'sources';
      /** How many of the sources several of them cite, and how many sources there are. */
      readonly shared: number;
      readonly all: number;
      /** Titles of sources cited by one of them only, for those that have any. */
      readonly alone: readonly { readonly memo: number; readonly titles: readonly string[] }[];
    }
  | {
      /** The earlier one could not know what came out later. */
      readonly kind: 'dates';
      readonly earliest: { readonly memo: number; readonly asOf: EdtfDate };
      readonly latest: { readonly memo: number; readonly asOf: EdtfDate };
      /** Titles of sources that came out after the earliest cut-off, and that only later memos cite. */
      readonly since: readonly string[];
    }
  | {
      /** They read the same sources differently: for and against, or with different grades. */
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
      /** Their judgments' horizons have no day in common. */
      readonly kind: 'horizon';
      readonly spans: readonly { readonly memo: number; readonly first: string; readonly last: string }[];
    }
  | {
      /** Their sentences have so few words in common that they may answer different questions. */
      readonly kind: 'question';
    }
  | {
      /** Some name no grounds. */
      readonly kind: 'unsourced';
      readonly memos: readonly number[];
    }
);

/** A topic on which all that speak of it agree. */
export interface Agreement<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  readonly sides: readonly Side<Values[Type]>[];
}

/** A topic of at least two assessments, before it is known whether they differ. */
export interface Topic<Type extends DifferenceType = DifferenceType> {
  readonly type: Type;
  readonly matter: Matter;
  readonly sides: readonly Side<Values[Type]>[];
  readonly differs: boolean;
  /** Whether they say the same and differ only in confidence. */
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
  /** Topics on which all agree, the most widely shared first. */
  readonly agreed: readonly Agreement[];
  /** Number of such topics by type. */
  readonly agreements: Readonly<Record<DifferenceType, number>>;
}
