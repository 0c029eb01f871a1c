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
 * A label of the project's marking scheme: one of the Traffic Light Protocol 2.0 (FIRST) unless `threat-memo.config.json` names another under `marking`. What the scheme allows may stand before and behind it.
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
 * What sort of actor it is. A term that is shipped, one that `threat-memo.config.json` declares under `vocabularies`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "actorType".
 */
export type ActorType =
  | string
  | {
      /**
       * The term in words, in the language of the memo and as it stands inside a sentence.
       */
      other: Line;
    };
/**
 * Kind of incident (after the GTD attack types, with those that other fields add). A term that is shipped, one that `threat-memo.config.json` declares under `vocabularies`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "incidentType".
 */
export type IncidentType =
  | string
  | {
      /**
       * The term in words, in the language of the memo and as it stands inside a sentence.
       */
      other: Line;
    };
/**
 * Dimension of capability; those of intrusions follow the tactics of MITRE ATT&CK. A term that is shipped, one that `threat-memo.config.json` declares under `vocabularies`, or `{"other": "words of your own"}`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "dimension".
 */
export type Dimension =
  | string
  | {
      /**
       * The term in words, in the language of the memo and as it stands inside a sentence.
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
 * When: a date, or `reports` of it where sources give different ones. The range and the latest report are derived.
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
 * A text of the house, the same in all languages or by language.
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
 * Whether notes stand at the foot of each page or at the end of the document.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "wordNotes".
 */
export type WordNotes = 'footnotes' | 'endnotes';
/**
 * How much a finding matters; `off` leaves the rule out.
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
   * Handling of the whole product, by the project's marking scheme (TLP 2.0 when it names none). It bears at least the most restrictive label of anything inside.
   */
  marking: Marking;
  /**
   * To whom, at most, what has no marking of its own may go, where that is less than the marking of the whole. Without it, what is not marked is handled as the whole is, and goes into no release below that.
   */
  releasable?: Marking;
  /**
   * Names that a release may print although something marked above it has them too: `Police`, when a source that is withheld was published by the police.
   */
  releasableNames?: Line[];
  /**
   * Handling of parts whose entries have no `marking` of their own, by the name of the part.
   */
  markings?: {
    /**
     * Handling of the title.
     */
    title?: Marking;
    /**
     * Handling of the subtitle.
     */
    subtitle?: Marking;
    /**
     * Handling of the series.
     */
    series?: Marking;
    /**
     * Handling of the approvals.
     */
    approvals?: Marking;
    /**
     * Handling of the authors.
     */
    authors?: Marking;
    /**
     * Handling of the question.
     */
    question?: Marking;
    /**
     * Handling of the scope.
     */
    scope?: Marking;
    /**
     * Handling of the bottom line.
     */
    bottomLine?: Marking;
    /**
     * Handling of the abbreviations.
     */
    abbreviations?: Marking;
    /**
     * Handling of the edition and the reasons it gives.
     */
    edition?: Marking;
    /**
     * Handling of the assumptions.
     */
    assumptions?: Marking;
    /**
     * Handling of the relationships.
     */
    relationships?: Marking;
    /**
     * Handling of the trends.
     */
    trends?: Marking;
    /**
     * Handling of the hypotheses.
     */
    hypotheses?: Marking;
    /**
     * Handling of the matrix.
     */
    matrix?: Marking;
    /**
     * Handling of the scenarios.
     */
    scenarios?: Marking;
    /**
     * Handling of the indicators.
     */
    indicators?: Marking;
    /**
     * Handling of the gaps.
     */
    gaps?: Marking;
    /**
     * Handling of the implications.
     */
    implications?: Marking;
    /**
     * Handling of the recommendations.
     */
    recommendations?: Marking;
    /**
     * Handling of the sets that rule one another out.
     */
    exclusive?: Marking;
    /**
     * Handling of the exceptions and the reasons they give.
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
   * Which scales this file speaks.
   */
  standards?: {
    /**
     * Scale of likelihood: `icd-203` (US Intelligence Community Directive 203), `phia` (UK probability yardstick) or one that the project declares. The project's default, else `icd-203`, when left out.
     */
    likelihood?: string;
    /**
     * Scale of confidence: `three-level` (low, moderate, high) or one that the project declares. The project's default, else `three-level`, when left out.
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
     * The abbreviation as it stands in the text.
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
   * Written by `build --release` into the version it makes, never by hand: at which marking it was released, and where something was left out.
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
     * The numbers that entries are printed under in the whole assessment, in the order of the file, where something was left out between them: readers cite them.
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
       * Of evidence in the appraisal of a commentary; 0 for what has no number there.
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
   * Ways in which things may go on.
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
   * Sets of scenarios, hypotheses or judgments that rule one another out.
   */
  exclusive?: {
    /**
     * The members of the set, as collection and id.
     */
    members: EntityRef[];
    /**
     * True when one of the members must hold: their likelihoods then add up to 100 %.
     */
    exhaustive?: boolean;
  }[];
  /**
   * Where a rule of the tradecraft check is overruled, and why.
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
   * Pictures of the project's own folder, shown where a section's text has `![](media:id)` on a line of its own.
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
   * The day of the approval. One before the information cut-off was of an earlier text.
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
   * Ids of the sources that this one was read in: it was not read itself.
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
   * Handling of this source.
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
 * Where the evidence stands.
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
   * The source's own hedge or words, kept as they are.
   */
  wording?: Line;
  /**
   * Where it stands, and how credible the item is.
   */
  citations?: Citation[];
  /**
   * Ids of evidence this item contradicts.
   */
  disputes?: Slugs;
  /**
   * Handling of this item.
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
   * True when a judgment falls if this is wrong.
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
   * Where it is going.
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
 * How far the actor means harm.
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
   * Where it is going.
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
   * Handling of this entry.
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
   * How firmly it stands: asserted by the sources without contradiction, alleged by one side, disputed, or denied.
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
   * What it consists in.
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
   * The figure, where one is given.
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
   * Who gave the figure, where the source quotes somebody.
   */
  by?: Party;
  /**
   * When the figure was given.
   */
  asOf?: EdtfDate;
}
/**
 * A count with everything that was reported of it. The range and the latest figure are derived.
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
   * The same counted for parts of it, where sources say so: children, passengers, one ward. Parts need not add up to the whole.
   */
  per?: QuantityPart[];
  /**
   * Ids of the incidents that the figures count together with this one. They give no figure of their own for it; the memo says so.
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
   * How likely we think it that they are right.
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
   * When it ended, where it lasted; how long it lasted is derived.
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
   * Handling of this entry.
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
   * Unit of the values as it stands behind a number: `complaints a year`, `%`, `million euros`.
   */
  unit?: Line;
  /**
   * Where it is going.
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
   * How the values came about: who counts what, and since when so.
   */
  method?: Prose;
  /**
   * Where values before and after cannot be compared.
   */
  breaks?: {
    /**
     * From when on values are others.
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
   * How far the item can be believed; weighs the row.
   */
  credibility?: LowMediumHigh;
  /**
   * How much the item bears on the question; weighs the row.
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
   * What it is about: ids, or collection and id where an id stands in several collections.
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
   * What each analyst holds the likelihood to be. The spread and the aggregates are derived; the judgment's own likelihood is still written by people.
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
   * What came of it, once that is known.
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
   * Handling of this judgment.
   */
  marking?: Marking;
}
/**
 * A way in which things may go on.
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
   * What became of it: `open` (also when left out), `accepted`, `done`, `declined`.
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
   * Handling of this section.
   */
  marking?: Marking;
}
/**
 * A picture. It is decoded and written anew, without what its file says of place, time and camera.
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
   * What is to be seen on it, for those who cannot see it: what a colleague would say of it on the telephone.
   */
  alt: Line;
  /**
   * What it shows the reader, as a sentence; it stands over the picture with its number.
   */
  caption: Prose;
  /**
   * Who made it, or whose it is: printed below it.
   */
  credit: Line;
  /**
   * Id of the source that it comes from; a note gives it.
   */
  source?: Slug;
  /**
   * Handling of this picture.
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
   * The figure, where one is given.
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
   * Who gave the figure, where the source quotes somebody.
   */
  by?: Party;
  /**
   * When the figure was given.
   */
  asOf?: EdtfDate;
}
/**
 * How much there was of anything but people, with everything that was reported of it. The range and the latest figure are derived.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "count".
 */
export interface Count {
  /**
   * What is counted, as it stands before a colon.
   */
  of: Line;
  /**
   * Unit of the figures, as it stands behind them.
   */
  unit?: Line;
  /**
   * Where the figures are sums of money: in which currency, and in prices of which year.
   */
  money?: {
    /**
     * Currency by its code of three letters (ISO 4217).
     */
    currency: string;
    /**
     * Year of the prices, where it is not the year of the incident.
     */
    year?: EdtfDate;
  };
  /**
   * Every figure reported.
   */
  reports: CountReport[];
  /**
   * The same counted for parts of it, where sources say so: children, passengers, one ward. Parts need not add up to the whole.
   */
  per?: CountPart[];
  /**
   * Ids of the incidents that the figures count together with this one. They give no figure of their own for it; the memo says so.
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
   * Who gave the date, where the source quotes somebody.
   */
  by?: Party;
  /**
   * When it was given.
   */
  asOf?: EdtfDate;
}
/**
 * A part of what is counted, with what was reported of it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "quantityPart".
 */
export interface QuantityPart {
  /**
   * Which part, as it stands before a colon.
   */
  group: Line;
  /**
   * Every figure reported of the part.
   */
  reports: QuantityReport[];
}
/**
 * A part of what is counted, with what was reported of it.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "countPart".
 */
export interface CountPart {
  /**
   * Which part, as it stands before a colon.
   */
  group: Line;
  /**
   * Every figure reported of the part.
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
   * Whose it is: a name, or a letter where estimates are blind.
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
   * What it rests on, where it is more than the judgment's evidence.
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
   * Handling of this dissent.
   */
  marking?: Marking;
}
/**
 * How often such things happened before: where a likelihood starts from.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "baseRate".
 */
export interface BaseRate {
  /**
   * What is counted, so that it can be said as “3 of 12 such cases”: the reference class.
   */
  event: Line;
  /**
   * In how many cases it happened.
   */
  count: number;
  /**
   * Of how many.
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
 * Terms of the project's own, each with its words by language. A language without words gets those of English, else the term itself.
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
 * How the memos of this house look: logo, colours, fonts, cover or band, and what stands in their imprint. `docs/configuration.md` shows each.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "brand".
 */
export interface Brand {
  /**
   * The shipped house style that this one starts from: `institute` (a band), `ministry` (a cover, approvals and distribution) or `plain` (black and grey). `institute` where absent.
   */
  base?: 'institute' | 'ministry' | 'plain';
  /**
   * Name of the house, as it stands beside the logo.
   */
  name?: BrandWords;
  /**
   * A picture of the project, PNG or SVG, by its path from this folder. An SVG holds shapes alone: no text, scripts, styles or references.
   */
  logo?: string;
  /**
   * Colours as `#rrggbb`. Each is held against what it stands on; one that cannot be read is a finding with the ratio.
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
     * Behind the bottom line and asides.
     */
    tint?: BrandColour;
    /**
     * Behind logo and name on band or cover; white where absent.
     */
    band?: BrandColour;
    /**
     * Letters on the band: white or black, whichever reads better, where absent.
     */
    bandText?: BrandColour;
  };
  /**
   * Fonts of the project. What they lack is set in the shipped ones. Figures keep the shipped sans, by which they are measured.
   */
  fonts?: {
    /**
     * For reading.
     */
    serif?: BrandFaces;
    /**
     * For headings, tables and labels.
     */
    sans?: BrandFaces;
  };
  /**
   * What the first page opens with: a `band` above the title, a `cover` of its own, or `none`. Forms that have to fit their pages have the band instead of a cover.
   */
  opening?: 'band' | 'cover' | 'none';
  /**
   * What stands at the head of every page but the first, opposite the marking. `{name}`, `{title}`, `{series}` and `{number}` are filled in.
   */
  runningHead?: BrandWords;
  /**
   * Who publishes, where, and under which terms.
   */
  imprint?: BrandWords;
  /**
   * Whom to ask.
   */
  contact?: BrandWords;
  /**
   * How the memo is to be cited. `{authors}`, `{title}`, `{name}`, `{series}`, `{number}`, `{edition}`, `{date}`, `{year}` and `{doi}` are filled in; what is not known falls away with the comma or blank before it.
   */
  citation?: BrandWords;
  /**
   * The DOI of a memo: `{id}`, `{number}`, `{edition}` and the project's own fields (`{x-doi}`) are filled in. Nothing is printed where one of them is not there.
   */
  doi?: string;
  /**
   * Who receives the memos. An entry that is marked above a memo, or above its release, is left out of it.
   */
  distribution?: (
    | string
    | {
        /**
         * The reader.
         */
        to: string;
        /**
         * Who may know that this reader receives it, as a label of the marking scheme.
         */
        marking?: string;
      }
  )[];
  /**
   * Whether approvals stand in a `line` below the date, or as a `block` in the imprint.
   */
  approvals?: 'line' | 'block';
  /**
   * What stands behind the text of every page, by status; `true` for the word of the status, on drafts and what is under review.
   */
  watermark?:
    | boolean
    | {
        /**
         * On what has the status `draft`.
         */
        draft?: BrandWords;
        /**
         * On what has the status `review`.
         */
        review?: BrandWords;
        /**
         * On what has the status `final`.
         */
        final?: BrandWords;
        /**
         * On what has the status `superseded`.
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
   * Its weight, 400 where absent; memos are set in 400, 600 and 700.
   */
  weight?: 300 | 400 | 500 | 600 | 700 | 800 | 900;
  /**
   * Whether it is the italic.
   */
  italic?: boolean;
}
/**
 * What may stand before or behind a label.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingAddition".
 */
export interface MarkingAddition {
  /**
   * As it is written behind a label.
   */
  text: string;
  /**
   * What it says to somebody who handles the product.
   */
  meaning?: string;
}
/**
 * A label of a marking scheme. What it looks like holds for the head and foot of every page.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingLabel".
 */
export interface MarkingLabel {
  /**
   * As it is written in an assessment.
   */
  label: string;
  /**
   * As it is printed at the head and foot of a page, where that is more than the label.
   */
  text?: string;
  /**
   * Other ways to write it, which advice on a mistake recognises.
   */
  also?: string[];
  /**
   * As it is printed behind a single entry, where that is shorter.
   */
  portion?: string;
  /**
   * Who may read it: advice on a mistake says so.
   */
  meaning?: string;
  /**
   * Colour of the letters, black where absent.
   */
  colour?: string;
  /**
   * Colour behind the letters, white where absent.
   */
  background?: string;
  /**
   * Whether it stands at the head of every page; yes where absent.
   */
  header?: boolean;
  /**
   * Whether it stands at the foot of every page; yes where absent.
   */
  footer?: boolean;
  /**
   * Whether anybody may read what bears it: names of private persons are then looked at twice.
   */
  isPublic?: boolean;
  /**
   * Id of the marking definition that STIX 2.1 has for it. A label without one is exported as a statement.
   */
  stix?: string;
}
/**
 * How products are marked: labels in order, and what may stand around them. A marking is written as an optional prefix, a label, and caveats or descriptors behind it: `UK SECRET UK EYES ONLY`.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "markingScheme".
 */
export interface MarkingScheme {
  /**
   * What the scheme is called.
   */
  title: string;
  /**
   * The document that defines it.
   */
  source: string;
  /**
   * What else there is to say of this description of it.
   */
  note?: string;
  /**
   * Where the marking stands at the head and foot of a page; `center` where absent. It is the same in every direction of writing.
   */
  align?: 'left' | 'center' | 'right';
  /**
   * From the least to the most restrictive.
   */
  labels: MarkingLabel[];
  /**
   * What may stand before a label, and restricts nothing: whose product it is.
   */
  prefixes?: MarkingAddition[];
  /**
   * What may stand behind a label and restricts who may read: a release of a lower circle leaves out what bears one that the release does not name.
   */
  caveats?: MarkingAddition[];
  /**
   * What may stand behind a label and says what kind of content it is, without restricting.
   */
  descriptors?: MarkingAddition[];
}
/**
 * A band of probability with the terms that stand for it.
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
   * Whether the upper end is not of the band ("to less than 50 %").
   */
  isHighOpen?: boolean;
  /**
   * What it is called. Where a scale has rows, the first term is of the first row, and so on.
   */
  terms: string[];
  /**
   * Other grammatical forms of the terms, accepted in a file and recognised in prose.
   */
  forms?: string[];
}
/**
 * Terms of likelihood with the bands of probability that they stand for.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "likelihoodScale".
 */
export interface LikelihoodScale {
  /**
   * What the scale is called.
   */
  title: string;
  /**
   * What it is called beside a term, where the title is long.
   */
  short?: string;
  /**
   * The document that defines it.
   */
  source: string;
  /**
   * Whether its source gives the ends as approximate: they are printed with "about".
   */
  approximate?: boolean;
  /**
   * Whether a product keeps to one row of terms.
   */
  areRowsApart?: boolean;
  /**
   * From the least to the most likely. Neighbours may share an edge or leave a gap; they do not overlap.
   */
  bands: LikelihoodBand[];
  /**
   * What the terms are called in other languages than that of the terms themselves, by term and language.
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
   * The sentence before the list of terms at the end of a memo, by language. Without one, the title stands there.
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
   * As it is written in an assessment.
   */
  level: string;
  /**
   * What it is called in other languages.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * What it says, by language: printed at the end of a memo.
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
   * What the scale is called.
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
 * What an assessment has to have.
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
   * Properties of the assessment, with a slash for one within another.
   */
  fields?: string[];
}
/**
 * What this desk demands beyond the shipped rules.
 *
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "deskRules".
 */
export interface DeskRules {
  /**
   * What every assessment has to have.
   */
  every?: MandatoryParts;
  /**
   * What assessments of a form have to have besides, by the form's name.
   */
  forms?: {
    [k: string]: MandatoryParts;
  };
  /**
   * Most words of a bottom line; 120 where absent.
   */
  bottomLineWords?: number;
  /**
   * Roles that authors may have; each author then has to have one.
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
   * How many people have to approve. None of them is an author.
   */
  approvals?: number;
  /**
   * Roles of which each has to approve at least once.
   */
  roles?: string[];
  /**
   * Who may approve, and in which roles. Anybody may where it is absent.
   */
  approvers?: {
    /**
     * As it stands under `by` of an approval.
     */
    name: string;
    /**
     * Roles in which the person may approve; any where it is absent.
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
   * Who judges.
   */
  by: string;
  /**
   * When: `YYYY-MM-DD`.
   */
  on: string;
  /**
   * Number of the edition that was judged.
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
   * What it is about: a JSON pointer in which ids stand for places in lists. Absent where it stands at no text of the file.
   */
  pointer?: string;
  /**
   * The words it stands at.
   */
  quoted: string;
  /**
   * What is said.
   */
  text: string;
  /**
   * Who says it.
   */
  author: string;
  /**
   * When, in ISO 8601, as the word processor wrote it; may be empty.
   */
  date: string;
  /**
   * Set to `true` by hand when it has been dealt with: `check` is then silent about it.
   */
  resolved: boolean;
}
/**
 * What the assessments share and do not judge: identities of actors and incidents, places, sources. An assessment refers to an entry by its id; what it adds itself wins only inside that assessment.
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
   * Sources, without their grades: grading is each assessment's own judgment.
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
   * Title of the item; leave out when it has none.
   */
  title?: string;
  /**
   * Short form of the title: the short reference of an item without an author; not printed in the full one.
   */
  'title-short'?: string;
  /**
   * What the item appeared in: newspaper, journal, site, channel.
   */
  'container-title'?: string;
  /**
   * Short form of the container's title, for the short reference of an untitled item; not printed in the full one.
   */
  'container-title-short'?: string;
  /**
   * Series the item belongs to.
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
   * Kind of item where the type does not say it: policy memo, press release, court record.
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
   * Section of the newspaper, site or law it stands in.
   */
  section?: string;
  /**
   * State of publication: in press, forthcoming.
   */
  status?: string;
  /**
   * What a legal document rests on or led to: earlier decisions, bills, appeals.
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
   * Letter after the year that keeps items of one author and year apart.
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
   * Number within the series the item belongs to.
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
   * First page within the container, where `page` is not given.
   */
  'page-first'?: string | number;
  /**
   * Number of the part, where an item comes in parts.
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
   * Those who chaired the event.
   */
  chair?: CslName[];
  /**
   * Series editors.
   */
  'collection-editor'?: CslName[];
  /**
   * Those who compiled a collection.
   */
  compiler?: CslName[];
  /**
   * Composers.
   */
  composer?: CslName[];
  /**
   * Authors of the book or collection the item is in.
   */
  'container-author'?: CslName[];
  /**
   * Others who contributed.
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
   * Editors of the item or of what it is in.
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
   * Those to whom a letter or message went.
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
   * How much the findings of a rule matter here, by the rule's name. `error` keeps an assessment from being built; `off` leaves the rule out. Rules that keep a file whole cannot be switched.
   */
  rules?: {
    [k: string]: RuleSetting;
  };
  /**
   * Terms of this project's own, by vocabulary and term, with what each is called, by language.
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
   * Marking schemes of the project's own, by name. One with the name of a shipped scheme takes its place.
   */
  markingSchemes?: {
    [k: string]: MarkingScheme;
  };
  /**
   * The scales that assessments speak which do not say so themselves under `standards`.
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
   * Scales of likelihood of the project's own, by name.
   */
  likelihoodScales?: {
    [k: string]: LikelihoodScale;
  };
  /**
   * Scales of confidence of the project's own, by name.
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
   * How memos look as Word documents: a document of the house whose styles, headers and footers they take, and where notes stand. `docs/exchange.md` says what a template can hold.
   */
  word?: {
    template?: WordTemplate;
    notes?: WordNotes;
    /**
     * What differs in some forms, by the form's name.
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
   * What this desk demands of its assessments: mandatory sections and fields, the longest bottom line, roles of authors.
   */
  desk?: DeskRules;
}
/**
 * What colleagues said of one assessment: `reviews/<id>.json` in the folder of the assessment. It is no part of the assessment: no memo prints it.
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
   * Comments, each until it is resolved. `import memo.docx` adds those of a Word document, each once.
   */
  notes?: ReviewNote[];
  /**
   * What reviewers answered to the questions of `check --scorecard`, each under the question's name.
   */
  scorecard?: ScoreAnswer[];
}
