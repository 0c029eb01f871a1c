/* Generated from src/model/schema/ by `npm run generate`. Do not edit. */

/**
 * A short name of lower-case letters, digits and hyphens.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "slug".
 */
export type Slug = string;
/**
 * One line of text.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "line".
 */
export type Line = string;
/**
 * Markdown: a string, or an array of lines (one sentence each, so that a changed sentence is one changed line). Cites with `[@source-id]`, `[@source-id, p. 4]` or `[@evidence-id]`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "prose".
 */
export type Prose = string | string[];
/**
 * One line of text, or a list of them.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "textOrList".
 */
export type TextOrList = string | Line[];
/**
 * A date in EDTF (ISO 8601-2, levels 0 and 1): `2024-03-22`, `2024-03`, `2024`, an interval `2024-03-22/2024-03-24`, open `2024/..`, uncertain `2024-05?`, approximate `2016~`, partly unknown `2004-XX`, with time of day and zone `2024-12-25T12:26+02:00`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "edtf".
 */
export type EdtfDate = string;
/**
 * A label of the project's marking scheme: one of the Traffic Light Protocol 2.0 (FIRST) unless `threat-memo.config.json` names another under `marking`. Prefixes, caveats and descriptors of the scheme can be added.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "marking".
 */
export type Marking = string;
/**
 * A thing in this file, as collection and id.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "entity".
 */
export type EntityRef = string;
/**
 * A list of ids.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "slugs".
 */
export type Slugs = Slug[];
/**
 * Confidence in our own judgment (never the likelihood of an event): `low`, `moderate` or `high`, unless the project has a scale of its own.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "confidenceLevel".
 */
export type ConfidenceLevel = string;
/**
 * Direction of change.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "direction".
 */
export type Direction = 'rising' | 'falling' | 'steady' | 'fluctuating' | 'unknown';
/**
 * Ordinal level of a capability or intent.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "level".
 */
export type Level = 'none' | 'minimal' | 'limited' | 'moderate' | 'substantial' | 'extensive';
/**
 * Low, medium or high.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "grade3".
 */
export type LowMediumHigh = 'low' | 'medium' | 'high';
/**
 * Who: the id of an actor, a name in plain words, or a speaker with name, office and actor.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "party".
 */
export type Party =
  | string
  | {
      /**
       * Name of the person or body.
       */
      name?: Line;
      /**
       * Office held at the time.
       */
      office?: Line;
      /**
       * Id of the actor spoken for.
       */
      actor?: Slug;
    };
/**
 * What sort of actor it is. A shipped term, one declared under `vocabularies` in `threat-memo.config.json`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "actorType".
 */
export type ActorType =
  | string
  | {
      /**
       * The term in words, in the language of the memo, as it reads inside a sentence.
       */
      other: Line;
    };
/**
 * Kind of incident (based on the GTD attack types, extended for other fields). A shipped term, one declared under `vocabularies` in `threat-memo.config.json`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "incidentType".
 */
export type IncidentType =
  | string
  | {
      /**
       * The term in words, in the language of the memo, as it reads inside a sentence.
       */
      other: Line;
    };
/**
 * Dimension of capability; those of intrusions follow the tactics of MITRE ATT&CK. A shipped term, one declared under `vocabularies` in `threat-memo.config.json`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "dimension".
 */
export type Dimension =
  | string
  | {
      /**
       * The term in words, in the language of the memo, as it reads inside a sentence.
       */
      other: Line;
    };
/**
 * Techniques of MITRE ATT&CK by their numbers, with that of the sub-technique where it is known.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "techniques".
 */
export type Techniques = string[];
/**
 * Who: the id of an actor, a name in plain words, a speaker, or a list of these.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "parties".
 */
export type Parties =
  | string
  | {
      /**
       * Name of the person or body.
       */
      name?: Line;
      /**
       * Office held at the time.
       */
      office?: Line;
      /**
       * Id of the actor spoken for.
       */
      actor?: Slug;
    }
  | Party[];
/**
 * Where: the id of a place in the register, a name in plain words, or a place with name, country and coordinates.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "place".
 */
export type Place =
  | string
  | {
      /**
       * Name of the place.
       */
      name: Line;
      /**
       * Country the place lies in.
       */
      country?: Line;
      coordinates?: Coordinates;
    };
/**
 * A date, or `reports` of it if sources give different ones. The range and the latest report are derived.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "reportedDate".
 */
export type ReportedDate =
  | string
  | {
      /**
       * Every date reported.
       */
      reports: DateReport[];
    };
/**
 * A date: an EDTF string (`2024-03-22`) or CSL date parts (`{"date-parts": [[2024, 3, 22]]}`).
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "date".
 */
export type CslDate =
  | string
  | {
      /**
       * Year, month, day; two of them make a range.
       */
      'date-parts'?: (number | string)[][];
      /**
       * Season, 1 (spring) to 4 (winter), or its name.
       */
      season?: number | string;
      /**
       * Whether the date is approximate.
       */
      circa?: boolean | number | string;
      /**
       * The date in words.
       */
      literal?: string;
      /**
       * The date as found.
       */
      raw?: string;
    };
/**
 * A text, the same in all languages or by language.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brandWords".
 */
export type BrandWords =
  | string
  | {
      [k: string]: string;
    };
/**
 * A colour as `#rrggbb`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brandColour".
 */
export type BrandColour = string;
/**
 * Files of one family.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brandFaces".
 */
export type BrandFaces = BrandFace[];
/**
 * Path of a Word document or template (`.docx`, `.dotx`) in the project, from the folder of the configuration.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "wordTemplate".
 */
export type WordTemplate = string;
/**
 * Whether notes are printed at the foot of each page or at the end of the document.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "wordNotes".
 */
export type WordNotes = 'footnotes' | 'endnotes';
/**
 * Severity of a finding; `off` leaves the rule out.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "ruleSetting".
 */
export type RuleSetting = 'off' | 'note' | 'warning' | 'error';

/**
 * One threat assessment: what we were told and by whom, what we assume, what we judge and how sure we are. The memo in Markdown and PDF is derived from this file.
 */
export interface Assessment {
  /**
   * Path or address of this schema. An editor uses it to complete and explain the file.
   */
  $schema?: string;
  /**
   * Version of the file format this assessment is written in; `fmt --upgrade` writes the newest.
   */
  schemaVersion?: '1.0' | '1.1';
  /**
   * Identity of the assessment; also the name of its file and of its outputs.
   */
  id: Slug;
  /**
   * The form the memo takes: the name of a folder of `templates/`.
   */
  form: Slug;
  /**
   * Title of the memo, without a full stop.
   */
  title: Line;
  /**
   * Subtitle: what the title leaves open.
   */
  subtitle?: Line;
  /**
   * The publication series the memo belongs to.
   */
  series?: {
    /**
     * Name of the series.
     */
    name: Line;
    /**
     * Number within the series, as printed.
     */
    number?: string | number;
  };
  /**
   * Who answers for the assessment, in the order printed.
   */
  authors?: Author[];
  /**
   * Language of the prose as a BCP 47 tag; decides fixed phrases, quotation marks and direction of writing. English when left out.
   */
  language?: string;
  /**
   * Where the assessment stands in its life.
   */
  status?: 'draft' | 'review' | 'final' | 'superseded';
  /**
   * Who has approved this edition, and when. A desk's configuration can demand approvals before `final`.
   */
  approvals?: Approval[];
  /**
   * Marking of the whole product, from the project's marking scheme (TLP 2.0 unless it names another). It must be at least as restrictive as the marking of anything inside.
   */
  marking: Marking;
  /**
   * The widest release that parts without a marking of their own may go into, if it is wider than the marking of the whole. Without it, unmarked parts are handled like the whole, and go into no release below that.
   */
  releasable?: Marking;
  /**
   * Names that a release may print although something marked above it has the same name: `Police`, for example, if a withheld source was published by the police.
   */
  releasableNames?: Line[];
  /**
   * Marking of parts whose entries have no `marking` of their own, by the name of the part.
   */
  markings?: {
    /**
     * Marking of the title.
     */
    title?: Marking;
    /**
     * Marking of the subtitle.
     */
    subtitle?: Marking;
    /**
     * Marking of the series.
     */
    series?: Marking;
    /**
     * Marking of the approvals.
     */
    approvals?: Marking;
    /**
     * Marking of the authors.
     */
    authors?: Marking;
    /**
     * Marking of the question.
     */
    question?: Marking;
    /**
     * Marking of the scope.
     */
    scope?: Marking;
    /**
     * Marking of the bottom line.
     */
    bottomLine?: Marking;
    /**
     * Marking of the abbreviations.
     */
    abbreviations?: Marking;
    /**
     * Marking of the edition and the reasons it gives.
     */
    edition?: Marking;
    /**
     * Marking of the assumptions.
     */
    assumptions?: Marking;
    /**
     * Marking of the relationships.
     */
    relationships?: Marking;
    /**
     * Marking of the trends.
     */
    trends?: Marking;
    /**
     * Marking of the hypotheses.
     */
    hypotheses?: Marking;
    /**
     * Marking of the matrix.
     */
    matrix?: Marking;
    /**
     * Marking of the scenarios.
     */
    scenarios?: Marking;
    /**
     * Marking of the indicators.
     */
    indicators?: Marking;
    /**
     * Marking of the gaps.
     */
    gaps?: Marking;
    /**
     * Marking of the implications.
     */
    implications?: Marking;
    /**
     * Marking of the recommendations.
     */
    recommendations?: Marking;
    /**
     * Marking of the mutually exclusive sets.
     */
    exclusive?: Marking;
    /**
     * Marking of the exceptions and the reasons they give.
     */
    exceptions?: Marking;
  };
  /**
   * Information cut-off: nothing later was taken into account.
   */
  asOf: EdtfDate;
  /**
   * Date of publication.
   */
  published?: EdtfDate;
  /**
   * The scales that this file uses.
   */
  standards?: {
    /**
     * Scale of likelihood: `icd-203` (US Intelligence Community Directive 203), `phia` (UK probability yardstick) or one that the project declares. If left out, the project's default, otherwise `icd-203`.
     */
    likelihood?: string;
    /**
     * Scale of confidence: `three-level` (low, moderate, high) or one that the project declares. If left out, the project's default, otherwise `three-level`.
     */
    confidence?: string;
    /**
     * Scale of source grading: the Admiralty (NATO) system, reliability A to F and credibility 1 to 6.
     */
    sourceGrading?: 'admiralty';
  };
  /**
   * The key intelligence question this assessment answers.
   */
  question?: Prose;
  /**
   * What the assessment covers and for whom.
   */
  scope?: {
    /**
     * Countries and regions covered.
     */
    geography?: TextOrList;
    /**
     * Period covered.
     */
    period?: EdtfDate;
    /**
     * Who the memo is for.
     */
    audience?: TextOrList;
  };
  /**
   * Bottom line up front: the answer to the question in at most 120 words.
   */
  bottomLine?: Prose;
  /**
   * Abbreviations that follow neither from an actor's aliases nor from the text (`multi-factor authentication (MFA)`).
   */
  abbreviations?: {
    /**
     * The abbreviation as written in the text.
     */
    short: Line;
    /**
     * What it stands for.
     */
    long: Line;
  }[];
  /**
   * Which edition this is and what changed.
   */
  edition?: {
    /**
     * Number of this edition, counted from 1.
     */
    number: number;
    /**
     * The edition this one replaces: a file beside this one, or a git revision with a path (`v1:assessments/x.json`).
     */
    supersedes?: Line;
    /**
     * Why things changed since the edition superseded.
     */
    changes?: {
      /**
       * What changed, as collection and id.
       */
      entity: EntityRef;
      /**
       * Why it changed.
       */
      reason: Prose;
    }[];
  };
  /**
   * Written by `build --release`, never by hand: the marking at which this version was released, and where something was left out.
   */
  released?: {
    /**
     * The marking it was released at: everything marked above was left out.
     */
    level: Marking;
    /**
     * How many entries were left out, by collection.
     */
    leftOut: LeftOutOfRelease[];
    /**
     * The numbers under which entries are printed in the whole assessment, in the order of the file, if something between them was left out: readers cite these numbers.
     */
    numbers?: {
      /**
       * Of judgments.
       */
      judgments?: number[];
      /**
       * Of hypotheses, counted as their letters are: 1 is A.
       */
      hypotheses?: number[];
      /**
       * Of assumptions.
       */
      assumptions?: number[];
      /**
       * Of indicators.
       */
      indicators?: number[];
      /**
       * Of rows of the matrix.
       */
      matrix?: number[];
      /**
       * Of recommendations.
       */
      recommendations?: number[];
      /**
       * Of evidence in the appraisal of a commentary; 0 for items without a number there.
       */
      appraised?: number[];
    };
  };
  /**
   * Documents and people the evidence comes from.
   */
  sources?: Source[];
  /**
   * What we were told and by whom; never what we conclude.
   */
  evidence?: Evidence[];
  /**
   * What is taken as given without evidence.
   */
  assumptions?: Assumption[];
  /**
   * Who acts: groups, networks, states, services, persons.
   */
  actors?: Actor[];
  /**
   * How the actors stand to one another, and who says so.
   */
  relationships?: Relationship[];
  /**
   * What happened, where and when, with every figure's source.
   */
  incidents?: Incident[];
  /**
   * What is rising, falling or steady over time.
   */
  trends?: Trend[];
  /**
   * Competing explanations.
   */
  hypotheses?: Hypothesis[];
  /**
   * Analysis of competing hypotheses (Heuer): one row an item of evidence, rated against every hypothesis.
   */
  matrix?: MatrixRow[];
  /**
   * What we conclude: each with the likelihood of what it states and, apart from it, our confidence.
   */
  judgments: Judgment[];
  /**
   * Ways in which things may develop.
   */
  scenarios?: Scenario[];
  /**
   * Signs to watch for.
   */
  indicators?: Indicator[];
  /**
   * What we do not know and how it could be learned.
   */
  gaps?: Gap[];
  /**
   * What follows from the judgments, and for whom.
   */
  implications?: Implication[];
  /**
   * What should be done, by whom and why.
   */
  recommendations?: Recommendation[];
  /**
   * Sets of mutually exclusive scenarios, hypotheses or judgments.
   */
  exclusive?: {
    /**
     * The members of the set, as collection and id.
     */
    members: EntityRef[];
    /**
     * True if one of the members must hold: their likelihoods then add up to 100 %.
     */
    exhaustive?: boolean;
  }[];
  /**
   * Findings of the tradecraft check that are suppressed, and why.
   */
  exceptions?: {
    /**
     * Permanent name of the rule.
     */
    rule: Slug;
    /**
     * Where: an entity (`judgments/attacks-continue`) or a JSON pointer (`/judgments/0/statement`).
     */
    at: Line;
    /**
     * Why the rule does not apply here.
     */
    reason: Prose;
  }[];
  /**
   * Pictures in the project's folder, shown where a section's text has `![](media:id)` on a separate line.
   */
  media?: Medium[];
  /**
   * The narrative, in its own order.
   */
  sections?: Section[];
}
/**
 * An author of the assessment.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "author".
 */
export interface Author {
  /**
   * Full name.
   */
  name: Line;
  /**
   * Role or post.
   */
  role?: Line;
  /**
   * Institution.
   */
  affiliation?: Line;
}
/**
 * One person's approval of this edition.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "approval".
 */
export interface Approval {
  /**
   * Full name.
   */
  by: Line;
  /**
   * In which role or post.
   */
  role?: Line;
  /**
   * Day of the approval. An approval before the information cut-off was for an earlier text.
   */
  on: EdtfDate;
}
/**
 * Who said it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "speaker".
 */
export interface Speaker {
  /**
   * Name of the person or body.
   */
  name?: Line;
  /**
   * Office or post held when speaking.
   */
  office?: Line;
  /**
   * Id of the actor the speaker is or speaks for.
   */
  actor?: Slug;
}
/**
 * A document or person, with the grade of its reliability.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "source".
 */
export interface Source {
  /**
   * Id, unique among the sources.
   */
  id?: Slug;
  /**
   * Instead of `id`: the id of a source in the register.
   */
  ref?: Slug;
  csl?: CslItem;
  /**
   * Admiralty reliability: A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged.
   */
  reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /**
   * Ids of sources this one repeats or rests on: such sources are not independent of one another.
   */
  derivedFrom?: Slugs;
  /**
   * Ids of the sources that quote this one, if it was not read itself.
   */
  knownThrough?: Slugs;
  /**
   * How the source came to know: eyewitness, official, second-hand.
   */
  access?: Line;
  /**
   * Known bias or interest of the source.
   */
  bias?: Line;
  /**
   * Anything else a reader should know to weigh the source.
   */
  note?: Prose;
  /**
   * Marking of this source.
   */
  marking?: Marking;
}
/**
 * Entries of one collection that a release leaves out.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "leftOutOfRelease".
 */
export interface LeftOutOfRelease {
  /**
   * Name of the collection.
   */
  collection:
    | 'abbreviations'
    | 'actors'
    | 'approvals'
    | 'assumptions'
    | 'authors'
    | 'bottomLine'
    | 'edition'
    | 'evidence'
    | 'exceptions'
    | 'exclusive'
    | 'gaps'
    | 'hypotheses'
    | 'implications'
    | 'incidents'
    | 'indicators'
    | 'judgments'
    | 'matrix'
    | 'media'
    | 'ownFields'
    | 'question'
    | 'recommendations'
    | 'relationships'
    | 'scenarios'
    | 'scope'
    | 'sections'
    | 'series'
    | 'sources'
    | 'subtitle'
    | 'title'
    | 'trends';
  /**
   * How many of its entries were left out.
   */
  count: number;
  /**
   * Where that shows: the section before, or the judgments that lost evidence.
   */
  near?: EntityRef[];
}
/**
 * Where the evidence is found.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "citation".
 */
export interface Citation {
  /**
   * Id of the source.
   */
  source: Slug;
  /**
   * Where in the source: page, paragraph, section.
   */
  locator?: Line;
  /**
   * Admiralty credibility of this item: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
   */
  credibility?: number;
}
/**
 * One item of information, with who gave it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "evidence".
 */
export interface Evidence {
  /**
   * Id, unique among the evidence.
   */
  id: Slug;
  /**
   * What we were told.
   */
  statement: Prose;
  /**
   * What sort of information it is.
   */
  kind?: 'observation' | 'report' | 'official-statement' | 'claim' | 'analysis';
  /**
   * Who said it.
   */
  speaker?: Speaker;
  /**
   * Where or through what channel it was said.
   */
  venue?: Line;
  /**
   * When it was said or seen.
   */
  date?: EdtfDate;
  /**
   * The source's own wording or hedge, verbatim.
   */
  wording?: Line;
  /**
   * Where it is found, and how credible the item is there.
   */
  citations?: Citation[];
  /**
   * Ids of evidence this item contradicts.
   */
  disputes?: Slugs;
  /**
   * Marking of this item.
   */
  marking?: Marking;
}
/**
 * Something taken as given.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "assumption".
 */
export interface Assumption {
  /**
   * Id, unique among the assumptions.
   */
  id: Slug;
  /**
   * What is assumed.
   */
  statement: Prose;
  /**
   * True if a judgment falls when this is wrong.
   */
  linchpin?: boolean;
  /**
   * What follows for the judgments if it is wrong.
   */
  ifWrong?: Prose;
}
/**
 * What an actor can do, in one dimension.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "capability".
 */
export interface Capability {
  /**
   * Dimension of capability.
   */
  dimension: Dimension;
  /**
   * How much of this capability there is.
   */
  level: Level;
  /**
   * Which way it is changing.
   */
  trend?: Direction;
  /**
   * Confidence in this level.
   */
  confidence?: ConfidenceLevel;
  /**
   * Why this level.
   */
  rationale?: Prose;
  techniques?: Techniques;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * How strongly the actor intends harm.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "intent".
 */
export interface Intent {
  /**
   * How strong the intent is.
   */
  level: Level;
  /**
   * Which way it is changing.
   */
  trend?: Direction;
  /**
   * Confidence in this level.
   */
  confidence?: ConfidenceLevel;
  /**
   * Why this level.
   */
  rationale?: Prose;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * A group, network, state, service or person.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "actor".
 */
export interface Actor {
  /**
   * Id, unique among the actors.
   */
  id?: Slug;
  /**
   * Instead of `id`: the id of an actor in the register, which gives name, aliases, type and parent.
   */
  ref?: Slug;
  /**
   * Name as printed.
   */
  name?: Line;
  /**
   * Other names and abbreviations.
   */
  aliases?: Line[];
  type?: ActorType;
  /**
   * Id of the actor this one is part of.
   */
  parent?: Slug;
  /**
   * State of the actor at the information cut-off.
   */
  status?: 'active' | 'emerging' | 'weakened' | 'dormant' | 'dismantled' | 'dead' | 'detained' | 'unknown';
  /**
   * Countries, regions or places where it operates.
   */
  areas?: Line[];
  /**
   * What drives it.
   */
  motivations?: Line[];
  /**
   * What and whom it attacks.
   */
  targeting?: TextOrList;
  /**
   * Who this is and why it matters here.
   */
  summary?: Prose;
  intent?: Intent;
  /**
   * What it can do, by dimension.
   */
  capabilities?: Capability[];
  /**
   * Marking of this entry.
   */
  marking?: Marking;
}
/**
 * How one actor stands to another.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "relationship".
 */
export interface Relationship {
  /**
   * Id, unique among the relationships.
   */
  id: Slug;
  /**
   * Id of the acting side.
   */
  from: Slug;
  /**
   * Id of the other side.
   */
  to: Slug;
  /**
   * Kind of relationship, read from `from` to `to`.
   */
  type:
    | 'part-of'
    | 'affiliated-with'
    | 'supports'
    | 'supplies'
    | 'recruits-from'
    | 'splinter-of'
    | 'successor-of'
    | 'shelters'
    | 'directs'
    | 'cooperates-with'
    | 'rival-of'
    | 'hostile-to'
    | 'linked-to';
  /**
   * How firmly it is established: asserted by the sources without contradiction, alleged by one side, disputed, or denied.
   */
  standing?: 'asserted' | 'alleged' | 'disputed' | 'denied';
  /**
   * Who asserts, alleges or denies it, as `standing` says. Where one side asserts and another denies, write `asserts` and `denies` instead.
   */
  by?: Parties;
  /**
   * Who says that it holds.
   */
  asserts?: Parties;
  /**
   * Who says that it does not hold.
   */
  denies?: Parties;
  /**
   * When it holds or held.
   */
  period?: EdtfDate;
  /**
   * Whether the acting side knows whom it is dealing with; leave out when unknown.
   */
  witting?: boolean;
  /**
   * Confidence that it holds as described.
   */
  confidence?: ConfidenceLevel;
  /**
   * What it consists of.
   */
  summary?: Prose;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * Position on the WGS 84 ellipsoid, in decimal degrees.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "coordinates".
 */
export interface Coordinates {
  /**
   * Degrees north; south is negative.
   */
  latitude: number;
  /**
   * Degrees east; west is negative.
   */
  longitude: number;
}
/**
 * One figure, with who gave it and when. Give `value`, or `min` and `max` (either may be missing).
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "quantityReport".
 */
export interface QuantityReport {
  /**
   * The figure, if a single one is given.
   */
  value?: number;
  /**
   * Lower end of a range.
   */
  min?: number;
  /**
   * Upper end of a range.
   */
  max?: number;
  /**
   * How the source qualifies `value`.
   */
  qualifier?: 'exactly' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'fewer-than';
  /**
   * Id of the source.
   */
  source?: Slug;
  /**
   * Who gave the figure, if the source quotes somebody.
   */
  by?: Party;
  /**
   * When the figure was given.
   */
  asOf?: EdtfDate;
}
/**
 * A count with all figures reported for it. The range and the latest figure are derived.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "quantity".
 */
export interface Quantity {
  /**
   * Every figure reported.
   */
  reports: QuantityReport[];
  /**
   * The same count for parts of it, where sources give one: children, passengers, one ward. Parts need not add up to the whole.
   */
  per?: QuantityPart[];
  /**
   * Ids of the incidents, beside this one, that these figures cover. The figures are then not for this incident alone; the memo says so.
   */
  across?: Slugs;
  /**
   * What a reader must know to use the figures.
   */
  note?: Prose;
}
/**
 * Who is blamed, and by whom.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "attribution".
 */
export interface Attribution {
  /**
   * Who is blamed.
   */
  actor: Party;
  /**
   * Who blames.
   */
  by?: Parties;
  /**
   * How likely we think it is that they are right.
   */
  likelihood?: Likelihood;
  /**
   * Our confidence in the attribution.
   */
  confidence?: ConfidenceLevel;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * Who claims to have done it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "claim".
 */
export interface Claim {
  /**
   * Who is said to have done it.
   */
  actor: Party;
  /**
   * Who spoke the claim or carried it.
   */
  by?: Parties;
  /**
   * When it was claimed.
   */
  date?: EdtfDate;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * Something that happened or was stopped.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "incident".
 */
export interface Incident {
  /**
   * Id, unique among the incidents.
   */
  id?: Slug;
  /**
   * Instead of `id`: the id of an incident in the register, which gives title, date and place.
   */
  ref?: Slug;
  /**
   * Name of the incident as printed.
   */
  title?: Line;
  /**
   * When it happened: a date, or reports of it where sources differ.
   */
  date?: ReportedDate;
  /**
   * When it ended, if it lasted; the duration is derived.
   */
  until?: ReportedDate;
  /**
   * The source's own wording of the date, and what was inferred from it.
   */
  dateNote?: Prose;
  place?: Place;
  /**
   * Kind of incident.
   */
  type?: IncidentType;
  techniques?: Techniques;
  /**
   * How it ended.
   */
  outcome?: 'completed' | 'failed' | 'foiled' | 'ongoing';
  /**
   * What or who was attacked.
   */
  target?: TextOrList;
  /**
   * Weapons and other means used.
   */
  weapons?: TextOrList;
  /**
   * Number of perpetrators.
   */
  perpetrators?: Quantity;
  /**
   * Number killed.
   */
  killed?: Quantity;
  /**
   * Number injured.
   */
  injured?: Quantity;
  /**
   * Number arrested or detained.
   */
  arrested?: Quantity;
  /**
   * Other quantities: trains cancelled, records exposed, ransom paid.
   */
  counts?: Count[];
  /**
   * Who is blamed by whom.
   */
  attributions?: Attribution[];
  /**
   * Who claimed it.
   */
  claims?: Claim[];
  /**
   * What happened, in a few sentences.
   */
  summary?: Prose;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
  /**
   * Marking of this entry.
   */
  marking?: Marking;
}
/**
 * A change over time.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "trend".
 */
export interface Trend {
  /**
   * Id, unique among the trends.
   */
  id: Slug;
  /**
   * What or who changes: the id of an actor, or plain words.
   */
  subject: Line;
  /**
   * What is measured.
   */
  measure?: Line;
  /**
   * Unit of the values, as written after a number: `complaints a year`, `%`, `million euros`.
   */
  unit?: Line;
  /**
   * Which way it is changing.
   */
  direction: Direction;
  /**
   * Period the trend covers.
   */
  period?: EdtfDate;
  /**
   * Values over time, where there are any.
   */
  series?: {
    /**
     * When the value held.
     */
    at: EdtfDate;
    /**
     * The value, in `unit`.
     */
    value: number;
    /**
     * Id of the source.
     */
    source?: Slug;
  }[];
  /**
   * How the values were obtained: who counts what, and since when.
   */
  method?: Prose;
  /**
   * Where values before and after cannot be compared.
   */
  breaks?: {
    /**
     * From when values are counted differently.
     */
    at: EdtfDate;
    /**
     * What changed in the counting.
     */
    reason: Prose;
  }[];
  /**
   * What drives the change, one cause an item.
   */
  drivers?: Line[];
  /**
   * Confidence in the direction.
   */
  confidence?: ConfidenceLevel;
  /**
   * The trend in words.
   */
  summary?: Prose;
  /**
   * Ids of the evidence behind it.
   */
  evidence?: Slugs;
}
/**
 * One of the competing explanations.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "hypothesis".
 */
export interface Hypothesis {
  /**
   * Id, unique among the hypotheses.
   */
  id: Slug;
  /**
   * The explanation in one sentence.
   */
  statement: Prose;
  /**
   * Who holds it.
   */
  proponents?: Party[];
  likelihood?: Likelihood;
  /**
   * What speaks for and against it.
   */
  summary?: Prose;
}
/**
 * One item of evidence against every hypothesis.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "matrixRow".
 */
export interface MatrixRow {
  /**
   * Id of the evidence.
   */
  evidence: Slug;
  /**
   * How credible the item is; weights the row.
   */
  credibility?: LowMediumHigh;
  /**
   * How much the item bears on the question; weights the row.
   */
  relevance?: LowMediumHigh;
  /**
   * For each hypothesis id: CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not applicable.
   */
  ratings: {
    [k: string]: 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA';
  };
  /**
   * Why it was rated so.
   */
  note?: Prose;
}
/**
 * Likelihood of an event or development: a term of the declared scale, or a range of probabilities from 0 to 1.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "likelihood".
 */
export interface Likelihood {
  /**
   * A term of the declared scale: ICD 203, the PHIA yardstick, or one of the project's own.
   */
  term?: string;
  /**
   * Lower and upper probability, from 0 to 1.
   */
  range?: number[];
}
/**
 * Confidence in the judgment, with its basis: the information base, the sources, the reasoning.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "confidence".
 */
export interface Confidence {
  level: ConfidenceLevel;
  /**
   * Why this level, in a sentence.
   */
  basis?: Prose;
}
/**
 * What we conclude.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "judgment".
 */
export interface Judgment {
  /**
   * Id, unique among the judgments.
   */
  id: Slug;
  /**
   * True for a key judgment, printed on the first page.
   */
  key?: boolean;
  /**
   * The judgment in one sentence, without its confidence.
   */
  statement: Prose;
  likelihood?: Likelihood;
  confidence?: Confidence;
  /**
   * By when: a date or an interval.
   */
  horizon?: EdtfDate;
  /**
   * What it is about: ids, or collection and id if several collections have the id.
   */
  about?: string[];
  /**
   * Ids of the evidence for it.
   */
  evidence?: Slugs;
  /**
   * Ids of the evidence against it.
   */
  contraryEvidence?: Slugs;
  /**
   * The reference class that the likelihood starts from.
   */
  baseRate?: BaseRate;
  /**
   * Each analyst's own estimate of the likelihood. The spread and the aggregates are derived; the judgment's own likelihood is still written by people.
   */
  estimates?: Estimate[];
  /**
   * Views that do not share the judgment.
   */
  dissents?: Dissent[];
  /**
   * Ids of the assumptions it rests on.
   */
  assumptions?: Slugs;
  /**
   * Ids of judgments that must hold if this one does.
   */
  implies?: Slugs;
  /**
   * What would change the judgment.
   */
  wouldChange?: Prose;
  /**
   * How it turned out, once that is known.
   */
  resolution?: {
    /**
     * True when what was stated happened.
     */
    outcome: boolean;
    /**
     * When it was decided.
     */
    on?: EdtfDate;
    /**
     * Ids of the evidence for it.
     */
    evidence?: Slugs;
  };
  /**
   * Marking of this judgment.
   */
  marking?: Marking;
}
/**
 * A way in which things may develop.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "scenario".
 */
export interface Scenario {
  /**
   * Id, unique among the scenarios.
   */
  id: Slug;
  /**
   * Name of the scenario.
   */
  title: Line;
  /**
   * How it would unfold.
   */
  narrative?: Prose;
  likelihood?: Likelihood;
  /**
   * How much it would matter.
   */
  impact?: 'negligible' | 'minor' | 'moderate' | 'major' | 'severe';
  /**
   * Ids of the indicators that would announce it.
   */
  indicators?: Slugs;
}
/**
 * A sign to watch for.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "indicator".
 */
export interface Indicator {
  /**
   * Id, unique among the indicators.
   */
  id: Slug;
  /**
   * What would be seen.
   */
  statement: Prose;
  /**
   * What it bears on: scenarios, judgments, actors or others, as ids or as collection and id.
   */
  observes?: string | string[];
  /**
   * Whether it has been seen.
   */
  status?: 'not-observed' | 'emerging' | 'observed' | 'unknown';
  /**
   * When it was last looked for.
   */
  asOf?: EdtfDate;
  /**
   * Ids of the evidence for its status.
   */
  evidence?: Slugs;
}
/**
 * Something we do not know.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "gap".
 */
export interface Gap {
  /**
   * Id, unique among the gaps.
   */
  id: Slug;
  /**
   * What we would need to know.
   */
  question: Prose;
  /**
   * How much it matters to the judgments.
   */
  priority?: LowMediumHigh;
  /**
   * How it could be learned.
   */
  collection?: Prose;
}
/**
 * What follows.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "implication".
 */
export interface Implication {
  /**
   * Id, unique among the implications.
   */
  id: Slug;
  /**
   * Whom it concerns.
   */
  for?: TextOrList;
  /**
   * What follows, in a sentence.
   */
  statement: Prose;
  /**
   * Ids of the judgments it follows from.
   */
  judgments?: Slugs;
}
/**
 * What should be done.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "recommendation".
 */
export interface Recommendation {
  /**
   * Id, unique among the recommendations.
   */
  id: Slug;
  /**
   * Who should do it.
   */
  to?: TextOrList;
  /**
   * What to do.
   */
  action: Prose;
  /**
   * Why it should be done.
   */
  rationale?: Prose;
  /**
   * How urgent it is.
   */
  priority?: LowMediumHigh;
  /**
   * What became of it: `open` (the default), `accepted`, `done`, `declined`.
   */
  status?: 'open' | 'accepted' | 'done' | 'declined';
  /**
   * By when, in plain words.
   */
  timeframe?: Line;
  /**
   * Ids of the judgments behind it.
   */
  judgments?: Slugs;
}
/**
 * A section of the narrative.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "section".
 */
export interface Section {
  /**
   * Id, unique among the sections.
   */
  id: Slug;
  /**
   * Heading as printed.
   */
  heading: Line;
  /**
   * What the section is in its form.
   */
  kind?: 'narrative' | 'question' | 'version' | 'background';
  /**
   * What the section argues: hypotheses, judgments and others, as ids or as collection and id.
   */
  about?: string[];
  /**
   * Text of the section, with its citations.
   */
  body: Prose;
  /**
   * Marking of this section.
   */
  marking?: Marking;
}
/**
 * A picture. It is decoded and re-encoded, without the place, time and camera that its file records.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "medium".
 */
export interface Medium {
  /**
   * Id, unique among the pictures: `![](media:id)` shows it, `[@fig-id]` refers to it.
   */
  id: Slug;
  /**
   * Path of the file from the root of the project, with forward slashes: PNG, JPEG or WebP, at most 10 MB and 50 megapixels.
   */
  file: string;
  /**
   * What it shows, for readers who cannot see it: what you would tell a colleague on the telephone.
   */
  alt: Line;
  /**
   * What it shows the reader, as a sentence; printed above the picture with its number.
   */
  caption: Prose;
  /**
   * Who made it, or whose it is: printed below it.
   */
  credit: Line;
  /**
   * Id of the source it comes from, which is cited in a note.
   */
  source?: Slug;
  /**
   * Marking of this picture.
   */
  marking?: Marking;
}
/**
 * One figure of a count, with who gave it and when. Give `value`, or `min` and `max` (either may be missing).
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "countReport".
 */
export interface CountReport {
  /**
   * The figure, if a single one is given.
   */
  value?: number;
  /**
   * Lower end of a range.
   */
  min?: number;
  /**
   * Upper end of a range.
   */
  max?: number;
  /**
   * How the source qualifies `value`.
   */
  qualifier?: 'exactly' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'fewer-than';
  /**
   * Id of the source.
   */
  source?: Slug;
  /**
   * Who gave the figure, if the source quotes somebody.
   */
  by?: Party;
  /**
   * When the figure was given.
   */
  asOf?: EdtfDate;
}
/**
 * A quantity of anything but people, with all figures reported for it. The range and the latest figure are derived.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "count".
 */
export interface Count {
  /**
   * What is counted, as written before a colon.
   */
  of: Line;
  /**
   * Unit of the figures, as written after them.
   */
  unit?: Line;
  /**
   * If the figures are sums of money: the currency, and the year of the prices.
   */
  money?: {
    /**
     * Currency by its code of three letters (ISO 4217).
     */
    currency: string;
    /**
     * Year of the prices, if it is not the year of the incident.
     */
    year?: EdtfDate;
  };
  /**
   * Every figure reported.
   */
  reports: CountReport[];
  /**
   * The same count for parts of it, where sources give one: children, passengers, one ward. Parts need not add up to the whole.
   */
  per?: CountPart[];
  /**
   * Ids of the incidents, beside this one, that these figures cover. The figures are then not for this incident alone; the memo says so.
   */
  across?: Slugs;
  /**
   * What a reader must know to use the figures.
   */
  note?: Prose;
}
/**
 * One date that was reported, with who gave it and when.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "dateReport".
 */
export interface DateReport {
  /**
   * The date as this source has it.
   */
  value: EdtfDate;
  /**
   * Id of the source.
   */
  source?: Slug;
  /**
   * Who gave the date, if the source quotes somebody.
   */
  by?: Party;
  /**
   * When it was given.
   */
  asOf?: EdtfDate;
}
/**
 * A part of what is counted, with the figures reported for it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "quantityPart".
 */
export interface QuantityPart {
  /**
   * Which part, as written before a colon.
   */
  group: Line;
  /**
   * Every figure reported for the part.
   */
  reports: QuantityReport[];
}
/**
 * A part of what is counted, with the figures reported for it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "countPart".
 */
export interface CountPart {
  /**
   * Which part, as written before a colon.
   */
  group: Line;
  /**
   * Every figure reported for the part.
   */
  reports: CountReport[];
}
/**
 * One analyst's own figure for a judgment.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "estimate".
 */
export interface Estimate {
  /**
   * Whose it is: a name, or a letter if estimates are blind.
   */
  by: Line;
  /**
   * Likelihood of what the judgment states.
   */
  likelihood: Likelihood;
  /**
   * Confidence in it.
   */
  confidence?: ConfidenceLevel;
  /**
   * When it was given.
   */
  on?: EdtfDate;
  /**
   * What it rests on besides the judgment's evidence.
   */
  note?: Prose;
}
/**
 * A view that does not share the judgment, printed beside it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "dissent".
 */
export interface Dissent {
  /**
   * Who dissents: analysts, an agency, a team.
   */
  by: TextOrList;
  /**
   * What is held instead, in a sentence.
   */
  statement: Prose;
  /**
   * Likelihood of what the dissent states.
   */
  likelihood?: Likelihood;
  /**
   * Why.
   */
  reason?: Prose;
  /**
   * Ids of the evidence for it.
   */
  evidence?: Slugs;
  /**
   * Marking of this dissent.
   */
  marking?: Marking;
}
/**
 * How often such things happened before: the starting point of a likelihood.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "baseRate".
 */
export interface BaseRate {
  /**
   * What is counted, the reference class, worded to follow “3 of 12”.
   */
  event: Line;
  /**
   * In how many cases it happened.
   */
  count: number;
  /**
   * Out of how many.
   */
  of: number;
  /**
   * Years that were counted.
   */
  period?: EdtfDate;
  /**
   * Id of the source.
   */
  source?: Slug;
  /**
   * Why this case differs from those counted, or does not.
   */
  note?: Prose;
}
/**
 * Identity of an actor.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "registerActor".
 */
export interface RegisterActor {
  /**
   * Id, unique among the actors of the register.
   */
  id: Slug;
  /**
   * Name as printed.
   */
  name: Line;
  /**
   * Other names and abbreviations.
   */
  aliases?: Line[];
  type?: ActorType;
  /**
   * Id of the actor this one is part of.
   */
  parent?: Slug;
}
/**
 * Identity of an incident.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "registerIncident".
 */
export interface RegisterIncident {
  /**
   * Id, unique among the incidents of the register.
   */
  id: Slug;
  /**
   * Name of the incident as printed.
   */
  title: Line;
  /**
   * When it happened.
   */
  date?: EdtfDate;
  place?: Place;
}
/**
 * A place.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "registerPlace".
 */
export interface RegisterPlace {
  /**
   * Id, unique among the places of the register.
   */
  id: Slug;
  /**
   * Name of the place.
   */
  name: Line;
  /**
   * Country the place lies in.
   */
  country?: Line;
  coordinates?: Coordinates;
}
/**
 * A source.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "registerSource".
 */
export interface RegisterSource {
  /**
   * Id, unique among the sources of the register.
   */
  id: Slug;
  csl: CslItem;
}
/**
 * A person (family and given name) or a body (literal).
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "name".
 */
export interface CslName {
  /**
   * Family name.
   */
  family?: string;
  /**
   * Given names.
   */
  given?: string;
  /**
   * Particle dropped when only the family name is shown.
   */
  'dropping-particle'?: string;
  /**
   * Particle always shown.
   */
  'non-dropping-particle'?: string;
  /**
   * Suffix: Jr., III.
   */
  suffix?: string;
  /**
   * Whether a comma precedes the suffix.
   */
  'comma-suffix'?: boolean;
  /**
   * Whether the family name always comes first.
   */
  'static-ordering'?: boolean;
  /**
   * Name of a body, or a name that does not divide.
   */
  literal?: string;
}
/**
 * The project's own terms, each with its words by language. A language without words uses the English ones, otherwise the term itself.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "ownTerms".
 */
export interface OwnTerms {
  [k: string]: {
    [k: string]: string;
  };
}
/**
 * The house style of memos: logo, colours, fonts, cover or band, and imprint. `docs/configuration.md` shows each.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brand".
 */
export interface Brand {
  /**
   * The shipped house style that this one starts from: `institute` (a band), `ministry` (a cover, approvals and distribution) or `plain` (black and grey). `institute` if absent.
   */
  base?: 'institute' | 'ministry' | 'plain';
  /**
   * Name of the institution, as printed beside the logo.
   */
  name?: BrandWords;
  /**
   * A PNG or SVG of the project, by its path from this folder. An SVG may contain only shapes: no text, scripts, styles or references.
   */
  logo?: string;
  /**
   * Colours as `#rrggbb`. The contrast of each with its background is checked; too low a contrast is a finding that gives the ratio.
   */
  colours?: {
    /**
     * Headings, rules and links.
     */
    structure?: BrandColour;
    /**
     * The bottom line's heading and the numbers of judgments.
     */
    accent?: BrandColour;
    /**
     * Background of the bottom line and of asides.
     */
    tint?: BrandColour;
    /**
     * Background of logo and name on band or cover; white if absent.
     */
    band?: BrandColour;
    /**
     * Text on the band; if absent, white or black, whichever has more contrast.
     */
    bandText?: BrandColour;
  };
  /**
   * Fonts of the project. Characters they lack are set in the shipped ones. Figures always use the shipped sans, with which their text is measured.
   */
  fonts?: {
    /**
     * For running text.
     */
    serif?: BrandFaces;
    /**
     * For headings, tables and labels.
     */
    sans?: BrandFaces;
  };
  /**
   * How the first page opens: with a `band` above the title, a separate `cover`, or `none`. Forms that must fit a number of pages have the band instead of a cover.
   */
  opening?: 'band' | 'cover' | 'none';
  /**
   * Text at the head of every page but the first, opposite the marking. `{name}`, `{title}`, `{series}` and `{number}` are filled in.
   */
  runningHead?: BrandWords;
  /**
   * Who publishes, where, and under which terms.
   */
  imprint?: BrandWords;
  /**
   * Whom to contact.
   */
  contact?: BrandWords;
  /**
   * How the memo is to be cited. `{authors}`, `{title}`, `{name}`, `{series}`, `{number}`, `{edition}`, `{date}`, `{year}` and `{doi}` are filled in; an unknown one is left out with the comma or space before it.
   */
  citation?: BrandWords;
  /**
   * The DOI of a memo: `{id}`, `{number}`, `{edition}` and the project's own fields (`{x-doi}`) are filled in. Nothing is printed if one of them is missing.
   */
  doi?: string;
  /**
   * Who receives the memos. An entry marked above a memo, or above its release, is left out.
   */
  distribution?: (
    | string
    | {
        /**
         * The reader.
         */
        to: string;
        /**
         * The marking of this entry: who may know that this reader receives the memo.
         */
        marking?: string;
      }
  )[];
  /**
   * Whether approvals stand in a `line` below the date, or as a `block` in the imprint.
   */
  approvals?: 'line' | 'block';
  /**
   * Watermark of every page, by status; `true` prints the word for the status on drafts and on memos under review.
   */
  watermark?:
    | boolean
    | {
        /**
         * With the status `draft`.
         */
        draft?: BrandWords;
        /**
         * With the status `review`.
         */
        review?: BrandWords;
        /**
         * With the status `final`.
         */
        final?: BrandWords;
        /**
         * With the status `superseded`.
         */
        superseded?: BrandWords;
      };
}
/**
 * One face of a family.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brandFace".
 */
export interface BrandFace {
  /**
   * A static font of the project (WOFF 2, WOFF, TrueType or OpenType), by its path from this folder.
   */
  file: string;
  /**
   * Its weight, 400 if absent; memos use 400, 600 and 700.
   */
  weight?: 300 | 400 | 500 | 600 | 700 | 800 | 900;
  /**
   * Whether it is the italic.
   */
  italic?: boolean;
}
/**
 * A prefix, caveat or descriptor that can be added to a label.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingAddition".
 */
export interface MarkingAddition {
  /**
   * As written after a label.
   */
  text: string;
  /**
   * What it means for those who handle the product.
   */
  meaning?: string;
}
/**
 * A label of a marking scheme. Its colours apply to the head and foot of every page.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingLabel".
 */
export interface MarkingLabel {
  /**
   * As written in an assessment.
   */
  label: string;
  /**
   * As printed at the head and foot of a page, if that is more than the label.
   */
  text?: string;
  /**
   * Other spellings, recognised when a finding suggests a correction.
   */
  also?: string[];
  /**
   * As printed after a single entry, if that is shorter.
   */
  portion?: string;
  /**
   * Who may read it; shown with the advice on a mistake.
   */
  meaning?: string;
  /**
   * Colour of the text, black if absent.
   */
  colour?: string;
  /**
   * Colour of the background, white if absent.
   */
  background?: string;
  /**
   * Whether it is printed at the head of every page; yes if absent.
   */
  header?: boolean;
  /**
   * Whether it is printed at the foot of every page; yes if absent.
   */
  footer?: boolean;
  /**
   * Whether anybody may read a product with this label: names of private persons in it are then checked.
   */
  isPublic?: boolean;
  /**
   * Id of the STIX 2.1 marking definition for it. A label without one is exported as a statement.
   */
  stix?: string;
}
/**
 * How products are marked: labels in order, and what can be added to them. A marking is written as an optional prefix, a label, then caveats or descriptors: `UK SECRET UK EYES ONLY`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingScheme".
 */
export interface MarkingScheme {
  /**
   * Name of the scheme.
   */
  title: string;
  /**
   * The document that defines it.
   */
  source: string;
  /**
   * A note on this description of the scheme.
   */
  note?: string;
  /**
   * Position of the marking at the head and foot of a page; `center` if absent. It does not depend on the direction of writing.
   */
  align?: 'left' | 'center' | 'right';
  /**
   * From the least to the most restrictive.
   */
  labels: MarkingLabel[];
  /**
   * Prefixes of a label, which do not restrict it: whose product it is.
   */
  prefixes?: MarkingAddition[];
  /**
   * Caveats after a label, which restrict who may read: a release leaves out what has a caveat that the release does not name.
   */
  caveats?: MarkingAddition[];
  /**
   * Descriptors after a label, which say what kind of content it is and restrict nothing.
   */
  descriptors?: MarkingAddition[];
}
/**
 * A band of probability with its terms.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "likelihoodBand".
 */
export interface LikelihoodBand {
  /**
   * Lower end in percent.
   */
  low: number;
  /**
   * Upper end in percent.
   */
  high: number;
  /**
   * Whether the upper end is outside the band ("to less than 50 %").
   */
  isHighOpen?: boolean;
  /**
   * Its terms. If a scale has rows, the first term belongs to the first row, and so on.
   */
  terms: string[];
  /**
   * Other grammatical forms of the terms, accepted in a file and recognised in prose.
   */
  forms?: string[];
}
/**
 * Terms of likelihood with their bands of probability.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "likelihoodScale".
 */
export interface LikelihoodScale {
  /**
   * Name of the scale.
   */
  title: string;
  /**
   * Short name, printed beside a term if the title is long.
   */
  short?: string;
  /**
   * The document that defines it.
   */
  source: string;
  /**
   * Whether its source gives the ends as approximate: they are then printed with "about".
   */
  approximate?: boolean;
  /**
   * Whether a product must use a single row of terms.
   */
  areRowsApart?: boolean;
  /**
   * From the least to the most likely. Neighbours may share an edge or leave a gap; they do not overlap.
   */
  bands: LikelihoodBand[];
  /**
   * The terms in other languages, by term and language.
   */
  words?: {
    /**
     * By language.
     */
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * The sentence before the list of terms at the end of a memo, by language. Without one, the title is printed.
   */
  note?: {
    [k: string]: string;
  };
}
/**
 * A level of confidence.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "confidenceStep".
 */
export interface ConfidenceStep {
  /**
   * As written in an assessment.
   */
  level: string;
  /**
   * Its name in other languages.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * What it means, by language: printed at the end of a memo.
   */
  meaning?: {
    [k: string]: string;
  };
}
/**
 * Levels of confidence in a judgment.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "confidenceScale".
 */
export interface ConfidenceScale {
  /**
   * Name of the scale.
   */
  title: string;
  /**
   * The document that defines it.
   */
  source: string;
  /**
   * From the least to the most confident.
   */
  levels: ConfidenceStep[];
  /**
   * The sentence before the levels at the end of a memo, by language.
   */
  note?: {
    [k: string]: string;
  };
}
/**
 * What an assessment must have.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "mandatoryParts".
 */
export interface MandatoryParts {
  /**
   * Ids of sections.
   */
  sections?: string[];
  /**
   * Properties of the assessment; a slash separates a property from one inside it.
   */
  fields?: string[];
}
/**
 * What this desk requires beyond the shipped rules.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "deskRules".
 */
export interface DeskRules {
  /**
   * What every assessment must have.
   */
  every?: MandatoryParts;
  /**
   * What assessments of a form must have in addition, by the name of the form.
   */
  forms?: {
    [k: string]: MandatoryParts;
  };
  /**
   * Longest bottom line, in words; 120 if absent.
   */
  bottomLineWords?: number;
  /**
   * Roles that authors may have; each author must then have one.
   */
  roles?: string[];
  /**
   * What an assessment needs before its status may be `final`.
   */
  beforeFinal?: FinalRules;
}
/**
 * Approvals that an assessment needs before its status may be `final`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "finalRules".
 */
export interface FinalRules {
  /**
   * How many people must approve. Authors do not count.
   */
  approvals?: number;
  /**
   * Roles of which each must approve at least once.
   */
  roles?: string[];
  /**
   * Who may approve, and in which roles; anybody, if absent.
   */
  approvers?: {
    /**
     * As written under `by` of an approval.
     */
    name: string;
    /**
     * Roles in which the person may approve; any, if absent.
     */
    roles?: string[];
  }[];
}
/**
 * A reviewer's answer to one question of the scorecard.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "scoreAnswer".
 */
export interface ScoreAnswer {
  /**
   * Name of the question, as the scorecard prints it.
   */
  question:
    | 'sources-described'
    | 'sources-independent'
    | 'sources-deception'
    | 'likelihood-fits'
    | 'confidence-explained'
    | 'assumptions-complete'
    | 'judgments-as-facts'
    | 'alternatives-plausible'
    | 'alternatives-weighed'
    | 'question-answered'
    | 'implications-useful'
    | 'argument-follows'
    | 'argument-objective'
    | 'change-explained'
    | 'judgments-testable'
    | 'judgments-bold'
    | 'visuals-clear'
    | 'yardstick-understood'
    | 'confidence-base'
    | 'confidence-rigour'
    | 'confidence-volatility';
  /**
   * The reviewer's judgment.
   */
  answer: 'yes' | 'partly' | 'no' | 'not applicable';
  /**
   * The reviewer.
   */
  by: string;
  /**
   * When: `YYYY-MM-DD`.
   */
  on: string;
  /**
   * Number of the edition reviewed.
   */
  edition?: number;
  /**
   * Why, in a sentence.
   */
  note?: string;
}
/**
 * A colleague's comment on an assessment.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "reviewNote".
 */
export interface ReviewNote {
  /**
   * What it is about: a JSON pointer in which ids replace positions in lists. Absent if it is not about a text of the file.
   */
  pointer?: string;
  /**
   * The words it is attached to.
   */
  quoted: string;
  /**
   * Text of the comment.
   */
  text: string;
  /**
   * Author of the comment.
   */
  author: string;
  /**
   * When, in ISO 8601, as the word processor wrote it; may be empty.
   */
  date: string;
  /**
   * Set to `true` once it has been dealt with: `check` then no longer reports it.
   */
  resolved: boolean;
}
/**
 * What the assessments share and do not judge: identities of actors and incidents, places, sources. An assessment refers to an entry by its id; what it adds or changes applies to that assessment alone.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "register".
 */
export interface Register {
  /**
   * Path or address of this schema. An editor uses it to complete and explain the file.
   */
  $schema?: string;
  /**
   * Version of the file format.
   */
  schemaVersion?: '1.0' | '1.1';
  /**
   * Identities of actors.
   */
  actors?: RegisterActor[];
  /**
   * Identities of incidents.
   */
  incidents?: RegisterIncident[];
  /**
   * Places.
   */
  places?: RegisterPlace[];
  /**
   * Sources, without grades: each assessment grades its sources itself.
   */
  sources?: RegisterSource[];
}
/**
 * A bibliographic item in CSL-JSON (Citation Style Language 1.0.2). Undated and untitled items leave those properties out.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "cslItem".
 */
export interface CslItem {
  /**
   * Id of the item in the program it comes from, as a reference manager exports it; not printed: the source has an id of its own.
   */
  id?: string | number;
  /**
   * Kind of item.
   */
  type:
    | 'article'
    | 'article-journal'
    | 'article-magazine'
    | 'article-newspaper'
    | 'bill'
    | 'book'
    | 'broadcast'
    | 'chapter'
    | 'classic'
    | 'collection'
    | 'dataset'
    | 'document'
    | 'entry'
    | 'entry-dictionary'
    | 'entry-encyclopedia'
    | 'event'
    | 'figure'
    | 'graphic'
    | 'hearing'
    | 'interview'
    | 'legal_case'
    | 'legislation'
    | 'manuscript'
    | 'map'
    | 'motion_picture'
    | 'musical_score'
    | 'pamphlet'
    | 'paper-conference'
    | 'patent'
    | 'performance'
    | 'periodical'
    | 'personal_communication'
    | 'post'
    | 'post-weblog'
    | 'regulation'
    | 'report'
    | 'review'
    | 'review-book'
    | 'software'
    | 'song'
    | 'speech'
    | 'standard'
    | 'thesis'
    | 'treaty'
    | 'webpage';
  /**
   * Title of the item; leave it out if there is none.
   */
  title?: string;
  /**
   * Short form of the title, for the short reference of an item without an author; not printed in the full reference.
   */
  'title-short'?: string;
  /**
   * Where the item appeared: newspaper, journal, site, channel.
   */
  'container-title'?: string;
  /**
   * Short form of the container's title, for the short reference of an untitled item; not printed in the full reference.
   */
  'container-title-short'?: string;
  /**
   * Series of the item.
   */
  'collection-title'?: string;
  /**
   * Publisher or issuing body.
   */
  publisher?: string;
  /**
   * Place of publication.
   */
  'publisher-place'?: string;
  /**
   * Kind of item if the type does not say it: policy memo, press release, court record.
   */
  genre?: string;
  /**
   * Medium: print, video, Telegram post.
   */
  medium?: string;
  /**
   * Event where it was presented.
   */
  'event-title'?: string;
  /**
   * Place of the event.
   */
  'event-place'?: string;
  /**
   * Archive that holds it.
   */
  archive?: string;
  /**
   * Place of the archive.
   */
  'archive-place'?: string;
  /**
   * Shelf mark in the archive.
   */
  archive_location?: string;
  /**
   * Call number in a library.
   */
  'call-number'?: string;
  /**
   * Body that issued a legal or official document.
   */
  authority?: string;
  /**
   * State or region whose law it is, or whose court decided.
   */
  jurisdiction?: string;
  /**
   * Section of the newspaper, site or law that contains it.
   */
  section?: string;
  /**
   * State of publication: in press, forthcoming.
   */
  status?: string;
  /**
   * Documents before and after a legal document: earlier decisions, bills, appeals.
   */
  references?: string;
  /**
   * Scale of a map.
   */
  scale?: string;
  /**
   * Where the item was found: a library, a database; not printed.
   */
  source?: string;
  /**
   * Version of a document or program.
   */
  version?: string;
  /**
   * Size, length or running time.
   */
  dimensions?: string;
  /**
   * Summary of the item; not printed.
   */
  abstract?: string;
  /**
   * A note of your own on the item; not printed.
   */
  annote?: string;
  /**
   * Keywords, separated by commas; not printed.
   */
  keyword?: string;
  /**
   * A note printed after the reference, as a sentence.
   */
  note?: string;
  /**
   * Language of the item (BCP 47); not printed.
   */
  language?: string;
  /**
   * Licence under which it may be used; not printed.
   */
  license?: string;
  /**
   * Title in the original language.
   */
  'original-title'?: string;
  /**
   * Original publisher.
   */
  'original-publisher'?: string;
  /**
   * Original place of publication.
   */
  'original-publisher-place'?: string;
  /**
   * Title of the work reviewed.
   */
  'reviewed-title'?: string;
  /**
   * Genre of the work reviewed.
   */
  'reviewed-genre'?: string;
  /**
   * Title of the part.
   */
  'part-title'?: string;
  /**
   * Title of the volume.
   */
  'volume-title'?: string;
  /**
   * Digital object identifier.
   */
  DOI?: string;
  /**
   * International standard number of a book.
   */
  ISBN?: string;
  /**
   * International standard number of a newspaper, journal or series; not printed.
   */
  ISSN?: string;
  /**
   * Number of the item in PubMed.
   */
  PMID?: string;
  /**
   * Number of the item in PubMed Central.
   */
  PMCID?: string;
  /**
   * Address of the item.
   */
  URL?: string;
  /**
   * Key of the item in another program; not printed.
   */
  'citation-key'?: string;
  /**
   * Letter after the year that distinguishes items with the same author and year.
   */
  'year-suffix'?: string;
  /**
   * Number of the chapter.
   */
  'chapter-number'?: string | number;
  /**
   * Number of the item in a list of references; not printed.
   */
  'citation-number'?: string | number;
  /**
   * Number within the series.
   */
  'collection-number'?: string | number;
  /**
   * Number or name of the edition.
   */
  edition?: string | number;
  /**
   * Number of the note that cites the item first; not printed.
   */
  'first-reference-note-number'?: string | number;
  /**
   * Number of the issue of a newspaper or journal.
   */
  issue?: string | number;
  /**
   * Place within the item; not printed: evidence gives it in its own `locator`.
   */
  locator?: string | number;
  /**
   * Number of a report or document.
   */
  number?: string | number;
  /**
   * Number of pages.
   */
  'number-of-pages'?: string | number;
  /**
   * Number of volumes.
   */
  'number-of-volumes'?: string | number;
  /**
   * Page or range of pages within the container.
   */
  page?: string | number;
  /**
   * First page within the container, if `page` is not given.
   */
  'page-first'?: string | number;
  /**
   * Number of the part, if the item has parts.
   */
  part?: string | number;
  /**
   * Number of the printing.
   */
  'printing-number'?: string | number;
  /**
   * Number of the supplement.
   */
  'supplement-number'?: string | number;
  /**
   * Number of the volume.
   */
  volume?: string | number;
  /**
   * When it was published.
   */
  issued?: CslDate;
  /**
   * When it was read.
   */
  accessed?: CslDate;
  /**
   * When it became available.
   */
  'available-date'?: CslDate;
  /**
   * When the event took place.
   */
  'event-date'?: CslDate;
  /**
   * When the original was published.
   */
  'original-date'?: CslDate;
  /**
   * When it was submitted.
   */
  submitted?: CslDate;
  /**
   * Authors.
   */
  author?: CslName[];
  /**
   * Chairs of the event.
   */
  chair?: CslName[];
  /**
   * Series editors.
   */
  'collection-editor'?: CslName[];
  /**
   * Compilers of a collection.
   */
  compiler?: CslName[];
  /**
   * Composers.
   */
  composer?: CslName[];
  /**
   * Authors of the book or collection that contains the item.
   */
  'container-author'?: CslName[];
  /**
   * Other contributors.
   */
  contributor?: CslName[];
  /**
   * Curators.
   */
  curator?: CslName[];
  /**
   * Directors of a film or broadcast.
   */
  director?: CslName[];
  /**
   * Editors of the item or of its container.
   */
  editor?: CslName[];
  /**
   * Editorial directors.
   */
  'editorial-director'?: CslName[];
  /**
   * Editors and translators.
   */
  'editor-translator'?: CslName[];
  /**
   * Executive producers.
   */
  'executive-producer'?: CslName[];
  /**
   * Guests of a broadcast.
   */
  guest?: CslName[];
  /**
   * Hosts of a broadcast.
   */
  host?: CslName[];
  /**
   * Illustrators.
   */
  illustrator?: CslName[];
  /**
   * Interviewers.
   */
  interviewer?: CslName[];
  /**
   * Narrators.
   */
  narrator?: CslName[];
  /**
   * Organizers of the event.
   */
  organizer?: CslName[];
  /**
   * Authors of the original.
   */
  'original-author'?: CslName[];
  /**
   * Performers.
   */
  performer?: CslName[];
  /**
   * Producers.
   */
  producer?: CslName[];
  /**
   * Recipients of a letter or message.
   */
  recipient?: CslName[];
  /**
   * Authors of the work reviewed.
   */
  'reviewed-author'?: CslName[];
  /**
   * Script writers.
   */
  'script-writer'?: CslName[];
  /**
   * Series creators.
   */
  'series-creator'?: CslName[];
  /**
   * Translators.
   */
  translator?: CslName[];
}
/**
 * Settings of a project: `threat-memo.config.json`, in the folder that holds `assessments/`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "config".
 */
export interface Config {
  /**
   * Path or address of this schema. An editor uses it to complete and explain the file.
   */
  $schema?: string;
  /**
   * The severity of each rule's findings in this project, by the name of the rule. `error` keeps an assessment from being built; `off` leaves the rule out. Rules without which a memo would be wrong, or could not be made, cannot be changed.
   */
  rules?: {
    [k: string]: RuleSetting;
  };
  /**
   * The project's own terms, by vocabulary and term, each with its words by language.
   */
  vocabularies?: {
    'incident-type'?: OwnTerms;
    'actor-type'?: OwnTerms;
    dimension?: OwnTerms;
  };
  /**
   * The marking scheme of the project: `tlp-2` (Traffic Light Protocol 2.0, the default), `uk-gscp` (UK Government Security Classifications), `nato`, `de-vs` (German Verschlusssachen), or one declared under `markingSchemes`. A marking of another scheme is an error.
   */
  marking?: string;
  /**
   * The project's own marking schemes, by name. One with the name of a shipped scheme replaces it.
   */
  markingSchemes?: {
    [k: string]: MarkingScheme;
  };
  /**
   * The scales for assessments that do not name their own under `standards`.
   */
  scales?: {
    /**
     * A scale of likelihood: `icd-203` (the default), `phia`, or one declared under `likelihoodScales`.
     */
    likelihood?: string;
    /**
     * A scale of confidence: `three-level` (low, moderate, high; the default), or one declared under `confidenceScales`.
     */
    confidence?: string;
  };
  /**
   * The project's own scales of likelihood, by name.
   */
  likelihoodScales?: {
    [k: string]: LikelihoodScale;
  };
  /**
   * The project's own scales of confidence, by name.
   */
  confidenceScales?: {
    [k: string]: ConfidenceScale;
  };
  /**
   * The project's own fields (`x-…`): a JSON Schema, by its path from this folder or written here.
   */
  fields?:
    | string
    | {
        [k: string]: unknown;
      };
  /**
   * How memos look as Word documents: a template whose styles, headers and footers they use, and where notes are placed. `docs/exchange.md` says what a template can hold.
   */
  word?: {
    template?: WordTemplate;
    notes?: WordNotes;
    /**
     * Settings for single forms, by the name of the form.
     */
    forms?: {
      [k: string]: {
        template?: WordTemplate;
        notes?: WordNotes;
      };
    };
  };
  /**
   * The house style of this project's memos.
   */
  brand?: Brand;
  /**
   * What this desk requires of its assessments: mandatory sections and fields, the longest bottom line, roles of authors.
   */
  desk?: DeskRules;
}
/**
 * Comments and answers of reviewers on one assessment: `reviews/<id>.json` in the folder of the assessment. It is not part of the assessment: no memo prints it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "review".
 */
export interface Review {
  /**
   * Path or address of this schema. An editor uses it to complete and explain the file.
   */
  $schema?: string;
  /**
   * Comments. `import memo.docx` adds those of a Word document, each once.
   */
  notes?: ReviewNote[];
  /**
   * Reviewers' answers to the questions of `check --scorecard`.
   */
  scorecard?: ScoreAnswer[];
}
