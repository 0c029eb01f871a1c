/**
 * Abbreviations whose full stop does not end a sentence, by what decides it. Written without their last full stop, in
 * lower case. Lists are short on purpose: a missed abbreviation costs one wrong break, a wrong entry hides true ones.
 */
export interface Abbreviations {
  /** Never the end: what they belong to always follows (`Dr. Berg`, `e.g. Norham`). */
  readonly never: ReadonlySet<string>;
  /** Not the end where a number follows (`No. 43`, `p. iv`, `Sept. 11`). */
  readonly beforeNumber: ReadonlySet<string>;
  /** Not the end unless a word follows that mostly begins sentences (`Lind et al. The …`). */
  readonly mostly: ReadonlySet<string>;
  /** Whether a full stop behind a number makes it an ordinal: `3. März`. */
  readonly ordinals?: true;
  /** Words that mostly begin sentences: they settle whether `U.S.` or an initial was the end. */
  readonly openers: ReadonlySet<string>;
}

const ENGLISH: Abbreviations = {
  never: words(
    'mr mrs ms dr prof gen col maj capt cpt lt sgt cpl adm cmdr brig sen rep gov hon rev st mt ft amb msgr ' +
      'e.g i.e cf vs viz approx',
  ),
  beforeNumber: words(
    'no nos p pp para paras par vol vols ch chap sec sect fig figs art arts app ed nr c ca ' +
      'jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  mostly: words('jr sr inc ltd co corp bros dept univ al a.m p.m'),
  openers: words(
    'the a an this that these those it its he she they we you his her their our there here in on at by for from with ' +
      'of to as after before during since until when while where what who why how if although though because but and ' +
      'or nor so yet however meanwhile moreover most many some several few all both each no not neither one two three',
  ),
};

const GERMAN: Abbreviations = {
  ordinals: true,
  never: words('dr prof hr fr st z.b z d.h bzw vgl ca gen frhr'),
  beforeNumber: words('nr s bd kap abs art abb'),
  mostly: words('usw a.d gmbh inkl'),
  openers: words(
    'der die das ein eine es er sie wir in im am an auf bei mit nach seit vor dies diese dieser aber und oder doch',
  ),
};

const FRENCH: Abbreviations = {
  never: words('m mm dr pr st ste cf p.ex gén col'),
  beforeNumber: words('p pp n vol chap art fig'),
  mostly: words('av j.-c'),
  openers: words(
    'le la les un une des il elle ils elles ce cette ces en dans à au aux mais et ou donc après avant',
  ),
};

const SPANISH: Abbreviations = {
  never: words('sr sra srta dr dra gral cnel sta sto p.ej cf'),
  beforeNumber: words('p pp pág págs n núm vol cap art fig'),
  mostly: words('ee.uu uu'),
  openers: words('el la los las un una en de por para con pero y o este esta estos estas su sus tras según'),
};

const RUSSIAN: Abbreviations = {
  never: words('т.е т.н т им ул пос проф акад ген полк напр ср'),
  beforeNumber: words('с стр гл ст рис п пп'),
  mostly: words('г гг в вв тыс руб'),
  openers: words('в на с к по из о об при для это этот эта эти он она оно они мы но и а однако после до'),
};

/** Languages without a list of their own that write ordinals with a full stop. */
const ORDINALS: Abbreviations = { ...ENGLISH, ordinals: true };
const WITH_ORDINALS = [
  'cs',
  'da',
  'et',
  'fi',
  'hr',
  'hu',
  'is',
  'lv',
  'nb',
  'nn',
  'no',
  'pl',
  'sk',
  'sl',
  'sr',
  'tr',
];

const BY_LANGUAGE: ReadonlyMap<string, Abbreviations> = new Map([
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ru', RUSSIAN],
  ...WITH_ORDINALS.map((language) => [language, ORDINALS] as const),
]);

/** The abbreviations of a language (BCP 47 tag); a language without a list gets the English one. */
export function abbreviationsOf(language: string): Abbreviations {
  return BY_LANGUAGE.get(language.toLowerCase().split('-')[0] ?? '') ?? ENGLISH;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
