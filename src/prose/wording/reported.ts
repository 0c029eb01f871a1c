import { around } from '../reading/mention.ts';

// All of these read lower case: an expression that ignores case costs three times as much to compile where it names
// classes of Unicode, and most runs use it a few times.

/** Verbs of saying, and of calling something a name. */
const SAID =
  '(?:said|says|say|saying|stated|states|claims?|claimed|warn(?:s|ed)?|announces?|announced|alleges?|alleged|argues?|argued|told|threaten(?:s|ed)?|denies|denied|admits|admitted|insists|insisted|predicts?|predicted|asserts|asserted|writes|wrote|concludes|concluded|judges|judged|assesses|assessed|estimates|estimated|believes|believed|maintains|maintained|fears|feared|hopes|hoped|expects|expected|suspects|suspected|thinks|thought|reckons|reckoned|doubts|doubted|worries|worried|assumes|assumed|complains|complained|hints|hinted|speculates|speculated|testified|swore|recalled|noted|remarked)';
const CALLED =
  '(?:calls?|called|calling|describes?|described|describing|label(?:s|led|ed)?|brand(?:s|ed)?|dismiss(?:es|ed)?|denounce[sd]?|condemn(?:s|ed)?|hail(?:s|ed)?|praise[sd]?|portray(?:s|ed)?|celebrate[sd]?|refer(?:s|red)?\\s+to|accuse[sd]?)';
/** Before a word of saying, these make a noun of it: "the claims", "recent reports"; and "we say" is ourselves. */
const NO_SPEAKER =
  '(?:we|i|one|nobody|few|who|analysts?|the|an?|its|their|these|those|this|all|some|many|several|his|her|our|of|such|recent|no|any|is|are|was|were|be|been|being|it|have|has|not)';
const ADVERBS =
  '(?:(?:has|have|had|also|later|then|repeatedly|publicly|now|still|himself|herself|itself)\\s+)*';
/** Behind a word of saying, these make a noun of it. */
const NO_SPEECH =
  '(?:(?=(?:[^\\s,;]+\\s+){1,6}that\\s)|(?!(?:of|by|from|about|over|on|in|and|or|for|against|was|were|is|are|have|has|may|might|could|will|would)\\s))';

/** What the first three need: most sentences have none. */
const VERB = new RegExp(`\\b(?:${SAID}|${CALLED})\\b`);

/** "Officials said that troops …", "Kyiv called it …". */
const BEFORE = new RegExp(
  `(?:^|[\\s(])(?!${NO_SPEAKER}\\s)[\\p{L}\\p{N}'’)-]+,?\\s+${ADVERBS}(?:${SAID}|${CALLED}),?\\s+${NO_SPEECH}(?:[^\\s;]+\\s+){0,16}$`,
  'u',
);
/** "…, says the source", "… , according to Kyiv". */
const BEHIND = new RegExp(
  `[,–—]\\s*(?:(?:as\\s+)?${SAID}\\s|(?:the|a|an|one|its|his|her|their)\\s+(?:\\p{L}+\\s+){1,2}?${SAID}(?:\\s*[.,]|(?<=told)\\s|\\s+(?:on|in|at|to|last|this|yesterday|later)\\b|\\s*$))`,
  'u',
);
/** "… was condemned as barbaric". */
const LABELLED = new RegExp(
  `\\b(?:was|were|is|are|been|being)\\s+(?:\\p{L}+ly\\s+)?${CALLED}\\s+(?:as\\s+)?(?:an?\\s+)?$`,
  'u',
);
const ACCORDING =
  /\b(?:according\s+to|in\s+the\s+(?:words|view|eyes|account|opinion)\s+of|for\s+whom)\s+(?!(?:our|this)\b)/;
/** "The report reaches the same verdict: …". */
const COLON =
  /\b(?:the|a|an|one|its|his|her|their)\s+(?:[\p{L}-]+\s+){0,2}?(?:report|source|author|article|paper|study|statement|minister|spokes(?:man|woman|person)|official|witness|claim|channel|letter|video|speech|prosecutor|verdict)s?\b[^;:]*:\s[^;]*$/u;

/** "The court found that …", "the villagers fear …", "the rumour that …". */
const FOUND =
  /\b(?:(?:court|judges?|jury|inquiry|tribunal|commission|panel|auditors?|coroner|ombudsman|prosecutors?|committee)\s+(?:\w+\s+)?(?:found|ruled|held|heard|decided|noted|considered|felt)|(?:residents|villagers|traders|farmers|investors|officials|diplomats|critics|supporters|opponents|leaders|ministers|activists|economists|shipowners|insurers|analysts\s+at\s+\w+)\s+(?:fear|hope|expect|suspect|think|reckon|doubt|worry|believe|predict|warn|assume)|(?:hint|rumou?r|claim|warning|suggestion|allegation|threat|promise|complaint|belief|fear|hope|prediction)s?\s+that)\s+(?:[^\s;]+\s+){0,16}$/u;

/** Behind these, the sentence goes on in the analyst's voice: "Kyiv denied it, but …", "the group threatened this and …". */
const OWN_AGAIN = /,\s*(?:but|and|so|which|while|although|yet)\b|\b(?:and|but|or|which|who)\s+$/;

/** Whether the text at an offset is reported as somebody else's words, although not in quotation marks. */
export function isReported(sentence: string, offset: number): boolean {
  const { own, start: index } = around(sentence, { start: offset, end: offset });
  const lower = own.toLowerCase();
  const [head, tail] = [own.slice(0, index).toLowerCase(), own.slice(index).toLowerCase()];
  const hasVerb = VERB.test(lower);
  const spoken =
    (hasVerb ? BEFORE.exec(head)?.[0] : undefined) ??
    FOUND.exec(head)?.[0] ??
    (head.includes(':') ? COLON.exec(head)?.[0] : undefined);
  if (spoken !== undefined && !OWN_AGAIN.test(spoken)) return true;
  return (
    (hasVerb && (LABELLED.test(head) || BEHIND.test(tail.split(';', 1)[0] ?? ''))) || ACCORDING.test(lower)
  );
}
