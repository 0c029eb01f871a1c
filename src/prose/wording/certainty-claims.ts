import { type Mention, mentionOf, textBefore } from '../reading/mention.ts';

/**
 * Certainty asserted in place of evidence: "there is no doubt that", "proves conclusively", "the only possible
 * explanation", "everyone knows". A claim after a negation, a condition or a question asserts nothing.
 */
const SURELY =
  '(?:conclusively|irrefutably|incontrovertibly|indisputably|unequivocally|definitively|categorically|unmistakably|undeniably|undoubtedly|indubitably|beyond\\s+(?:all\\s+|any\\s+)?(?:doubt|question|dispute))';
const SHOW =
  '(?:show|prove|demonstrate|establish|confirm|identif|attribut|link|point|tie|implicat|belong|belie)\\w*';
const CLEAR =
  '(?:clear|obvious|evident|plain|certain|apparent|indisputable|incontestable|incontrovertible|unmistakable|undeniable)';
const CLAIMS: readonly { readonly needs: RegExp; readonly words: RegExp }[] = [
  // it stands to reason; it cannot be doubted; nobody in his right mind would
  {
    needs: /reason|doubted|disputed|right\s+mind/i,
    words:
      /\bit\s+stands\s+to\s+reason\b|\b(?:can\s*not|can['’]t|can\s+hardly|can\s+scarcely)\s+(?:\w+ly\s+)?be\s+(?:doubted|disputed)\b|\b(?:nobody|no\s+one)\s+in\s+(?:his|her|their)\s+right\s+mind\b/gi,
  },
  // there is no doubt that; there can be no question but
  {
    needs: /there/i,
    words:
      /\bthere\s+(?:is|was|can\s+be|could\s+be|remains?)\s+(?:(?:simply|absolutely|really|quite|also|now|therefore)\s+)?(?:no|not\s+(?:the\s+(?:slightest|least|smallest)|a\s+shadow\s+of\s+a|any))\s+(?:(?:real|serious|possible|conceivable|longer\s+any|room\s+for)\s+)?(?:doubt\b(?!\s+of\b)|question\b(?=\s+(?:that|about|as\s+to|but)\b|\s*[,.;:]|\s*$)|denying\b|disputing\b|mistaking\b|escaping\b|getting\s+(?:away\s+from|around)\b)/gi,
  },
  // beyond any doubt; without a shadow of doubt; leaves no room for doubt; we have no doubt
  {
    needs: /doubt|question|dispute/i,
    words:
      /\bbeyond\s+(?:(?:any|all|a|every|possible|serious|the|shadow\s+of\s+(?:a\s+)?)\s*){0,3}(?:doubt|question|dispute)\b|\bwithout\s+(?:(?:any|a|the\s+slightest)\s+)?(?:shadow\s+of\s+(?:a\s+)?)?doubt\b|(?:(?<=^\s*|[,;:–—]\s*)|(?<=\b(?:is|are|was|were|will|would)\s+))without\s+(?:any\s+)?question\b|\b(?:leaves?|left|leaving|admits?|allows?)\s+(?:of\s+)?(?:no|little)\s+(?:room\s+for\s+|space\s+for\s+)?(?:doubt|question|dispute)\b|\b(?:we|I)\s+(?:have|are\s+in|am\s+in)\s+(?:absolutely\s+)?no\s+doubt\b|(?<=^\s*|[,;:–—]\s*|\b(?:is|was|were|are|and|but)\s+)(?:no\s+doubt|doubtless|undoubtedly|indubitably|unquestionably|indisputably|incontestably)\b(?!\s+(?:was|were|is|about|as\s+to)\b)/gi,
  },
  // proves conclusively; conclusively shows; irrefutable proof
  {
    needs: /ly\b|beyond/i,
    words: new RegExp(`\\b${SURELY}\\s+${SHOW}|\\b${SHOW}\\s+(?:\\w+\\s+){0,2}?${SURELY}`, 'gi'),
  },
  {
    needs: /proof|proves|evidence/i,
    words:
      /\b(?:irrefutable|incontrovertible|indisputable|unassailable|undeniable|ironclad|cast-iron|incontestable|unmistakable)\s+(?:proof|evidence|fact)\b|\bproof\s+positive\b/gi,
  },
  // everyone knows that; nobody can deny; it is common knowledge
  {
    needs: /know|see|mistake|deny|doubt|dispute|agree/i,
    words:
      /\b(?:everyone|everybody|anyone|all\s+the\s+world|the\s+(?:whole|entire)\s+world|any\s+(?:sane|serious|honest|reasonable)\s+\w+)\s+(?:already\s+|now\s+)?(?:knows|knew|can\s+see|agrees|must\s+see|must\s+know)\b|\b(?:nobody|no\s+one|none)\s+(?:can|could|would|will|who\s+\S+(?:\s+\S+){0,4}?\s+can)\s+(?:\w+ly\s+)?(?:deny|doubt|dispute)\b|\b(?:nobody|no\s+one|no\s+(?:serious|sane|honest|reasonable|informed)\s+\p{L}+|few)\s+(?:\w+ly\s+)?(?:doubts?|disputes?|denies|deny)\s+that\b|\bas\s+(?:we\s+all|all\s+of\s+us|anyone)\s+knows?\b|\bit\s+is\s+(?:common|public)\s+knowledge\b|\bit\s+is\s+(?:universally|generally|widely|well)\s+known\s+that\b|\bwe\s+(?:all\s+)?know\s+(?:that\s+)?(?:they|it|he|she|the\s+\p{L}+|\p{Lu}\p{L}+)\s+(?:will|would|are\s+going\s+to)\b|\bwe\s+all\s+know\b|\bmake\s+no\s+mistake\b|\blet\s+there\s+be\s+no\s+mistake\b/giu,
  },
  // it is a fact that; the truth is that
  {
    needs: /fact|truth|truism|certainty/i,
    words:
      /\b(?:it|this|that)\s+is\s+(?:simply\s+)?an?\s+(?:(?:plain|simple|established|known|proven|well-known|hard|undisputed|stubborn|historical|matter\s+of)\s+)*(?:fact|certainty|truism)\s+that\b|\bthe\s+(?:plain\s+|simple\s+|hard\s+|sad\s+|sober\s+)?(?:fact|truth|reality)\s+(?:of\s+the\s+matter\s+)?is(?:\s+that\b|\s*[,:])/gi,
  },
  // the only possible explanation; admits of no other reading; can only mean
  {
    needs: /only|no\s+other/i,
    words:
      /\bonly\s+(?:(?:possible|conceivable|plausible|credible|logical|rational|sensible|reasonable|imaginable|remaining)\s+(?:explanations?|conclusions?|interpretations?|inferences?|readings?|answers?|culprits?|suspects?|motives?)|(?:explanation|conclusion|interpretation|inference|reading)\s+(?:is|can\s+be|that\s+(?:fits|remains|makes|holds)))\b|\bno\s+other\s+(?:\w+\s+)?(?:explanation|conclusion|reading|interpretation|inference)\s+(?:is|can\s+be|remains|fits|makes|will|would|could)\b|\bthere\s+(?:is|can\s+be)\s+no\s+(?:other|alternative)\s+(?:possible\s+)?(?:explanation|conclusion|reading|interpretation)\b|\b(?:admits?|allows?|permits?)\s+(?:of\s+)?no\s+other\b|\b(?:can|could)\s+only\s+(?:mean|be\s+(?:explained|understood|read))\b/gi,
  },
  // could not possibly have; cannot but; must have known; will stop at nothing
  {
    needs: /possibly|cannot\s+but|never|must\s+have|stop/i,
    words:
      /\bmust\s+have\s+(?:been\b(?!\s+(?:resident|registered|licensed|employed|born|convicted|vaccinated|insured)\b)|known|had|come|gone|ordered|planned|paid|intended|acted|seen|told|given|helped|bought|sent)\b|\bstops?\s+at\s+nothing\b|\bknows?\s+no\s+(?:mercy|bounds|shame)\b|\b(?:can|could)(?:\s*not|n['’]t)\s+possibly\b|\bcannot\s+but\b|\bwill\s+never\b(?!\s+(?:mind|be\s+(?:known|published|told)))/gi,
  },
  // the attackers clearly had help; is obviously behind it
  {
    needs: /clearly|evidently|plainly|manifestly|patently/i,
    words:
      /\b(?:clearly|evidently|plainly|manifestly|patently)\s+(?:had|has|have|knew|knows|want(?:s|ed)|intend(?:s|ed)|mean[st]|meant|plann?ed|act(?:s|ed)|lied|lies|is|are|was|were|could|cannot|did|does|fail(?:s|ed)|came|comes|will|would|must|help(?:s|ed)|order(?:s|ed)|need(?:s|ed)|used|uses|seeks|sought|tried|tries|chose|hoped|hopes|feared?s?)\b|\b(?:is|are|was|were)\s+(?:clearly|evidently|plainly|manifestly|patently)\s+(?:the|an?|behind|aware|involved|responsible|guilty|part|intended|aimed|to\s+blame|not|under|at\s+work)\b/gi,
  },
  // it is clear that; abundantly obvious; speaks for itself
  {
    needs: /clear|obvious|evident|plain|certain|apparent|able|ible|itself|themselves|proof/i,
    words: new RegExp(
      `\\bit\\s+is\\s+(?:now\\s+|also\\s+|therefore\\s+|thus\\s+|quite\\s+|very\\s+)?(?!certain\\b)${CLEAR}\\s+that\\b|\\b(?:is|are|was|were|makes?|made|becomes?|became|seems?|looks?)\\s+(?:it\\s+)?(?:absolutely|perfectly|abundantly|crystal|patently|blindingly|entirely|plainly|glaringly|painfully|all\\s+too|more\\s+than|only\\s+too)\\s+${CLEAR}\\b|\\bas\\s+(?:clear|plain)\\s+as\\s+day\\b|\\bspeaks?\\s+for\\s+(?:itself|themselves)\\b|\\bneeds?\\s+no\\s+(?:proof|further\\s+proof|evidence)\\b|\\b(?:we|I)\\s+(?:are|am|remain)\\s+(?:\\w+ly\\s+)?(?:certain|sure|convinced|positive)\\s+that\\b`,
      'gi',
    ),
  },
];

/** Signs that "must have" asks for something: who wishes to, for how long, under what rule. */
export const OBLIGED =
  /\b(?:in\s+order\s+to|to\s+(?:vote|qualify|apply|stand|join|enter|be\s+eligible)|under\s+the|rules?|laws?|permits?|licen[cs]es?|at\s+least|within\s+the|applicants?|candidates?|holders?|every|each|any)\b/i;

/** Words before a claim in its clause that reverse it: "it could not be shown beyond doubt". */
const TAKEN_BACK =
  /\b(?:not|never|no|nothing|none|nobody|cannot|neither|nor|hardly|whether|if|unless|until|yet\s+to|fail\w*\s+to|unable\s+to|before|(?:is|are|was|were|do|does|did|has|have|had|can|could|would)n['’]t)\b(?:\s+[^\s,;:.]+){0,6}\s*$/i;
/** Certainty that a sentence asserts in place of evidence. */
export function certaintyClaims(own: string): Mention[] {
  return CLAIMS.filter(({ needs }) => needs.test(own)).flatMap(({ words }) =>
    [...own.matchAll(words)]
      .map(({ 0: found, index }) => mentionOf(own, index, index + found.length))
      .filter(({ text, start }) => {
        const head = textBefore(own, start);
        if (/\?\s*$/.test(own) || TAKEN_BACK.test(head)) return false;
        if (/^must have/i.test(text) && OBLIGED.test(own)) return false;
        return !(/^will never/i.test(text) && /\bbecause\b/i.test(own));
      }),
  );
}

/** What a text must contain for `certaintyClaims` to find anything. */
export function mayClaimCertainty(text: string): boolean {
  return CERTAIN.test(text);
}

const CERTAIN =
  /stands\s+to\s+reason|right\s+mind|doubt|question|den(?:y|ied|iabl)|disput|mistak|escap|getting|conclusive|irrefutab|incontrovert|unequivocal|definitive|categorical|incontestab|unassailable|ironclad|cast-iron|proof|knows?\b|knew|knowledge|known|can\s+see|must\s+see|agrees|fact|truth|truism|certain|only|no\s+other|possibly|cannot\s+but|never|must\s+have|stops?\s+at|no\s+(?:mercy|bounds|shame)|clear|obvious|evident|plain|apparent|speaks?\s+for|evidence|sure\s+that|convinced|positive/i;
