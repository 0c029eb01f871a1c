/**
 * Steps of weight, from 0 to 100:
 *
 * | weight | what |
 * | --- | --- |
 * | 100, 98 | marking of the assessment, of a part |
 * | 96, 93, 90 | likelihood of a key judgment moved by three bands or more, by two, by one |
 * | 86, 84, 80 | moved without bands to count, stated or dropped, wider or narrower |
 * | 88, 86 | judgment added or withdrawn, resolved |
 * | 84 | scale of likelihood; another hypothesis leads |
 * | 80–60 | the rest of a judgment; confidence 82 for two levels, 78 for one; derived: a lost source 80, ties 74, coherence 72, casualties 62 |
 * | 70–40 | levels, trends, counts, attributions, standing, grades: what judgments rest on |
 * | 40–20 | texts and lists of the other entities |
 * | under 20 | names, order, furniture |
 *
 * A judgment that is not key weighs 10 less.
 */
export const WEIGHTS = {
  /** By bands moved. */
  likelihoodByBands: { 1: 90, 2: 93, more: 96 },
  likelihoodUncounted: 86,
  likelihoodStated: 84,
  likelihoodWidth: 80,
  likelihoodSame: 60,
  confidenceByTwo: 82,
  notKey: 10,
  renamed: 12,
  moved: 8,
  order: 10,
  leader: 84,
  tie: 74,
  lastSource: 80,
  oneSource: 77,
  sources: 40,
  coherence: 72,
  toll: 62,
  /** Moves by two or more steps weigh this much more. */
  furtherStep: 6,
  /** Changes in the register weigh this much less: they are not the assessment's own. */
  register: 10,
} as const;
