/**
 * Words that say nothing of what a sentence is about, in the languages of memos, without diacritics; periods of time are among
 * them, since most forecasts name one.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'the and for are was not has had its but who all any can may new one two out per via yet nor own too now how why our she her his him',
    'that this with from have been more most than they their them which into over also could should would some such only about after',
    'before between during through until within against will what when where while whether other these those there then both each few',
    'many much very still even ever just less least like make made next last first since under because being does done itself among',
    'across toward towards without year years month months week weeks days end early late likely unlikely probable probably improbable',
    'mid chance roughly almost certain certainly nearly remote continue continues remain remains least three four five six seven eight nine ten',
    // German
    'der die das und ein mit von den dem des fur auf ist sie bis aus bei zum zur als wie nur sich nicht noch eine einer einem einen eines',
    'wird werden wurde wurden sind sein seine seiner haben hat nach uber unter vor durch gegen ohne auch oder aber dass wenn weil kann',
    'konnte sehr mehr dieser diese dieses diesen ihre ihrer ihren jahr jahre jahren monat monate monaten ende kommenden nachsten innerhalb',
    'wahrscheinlich unwahrscheinlich bleibt bleiben zwei drei vier',
    // French
    'les des une est par sur aux son ses qui que ces pas ont ils elle elles leur leurs dans pour avec sans sous plus moins cette cela mais',
    'comme dont entre vers chez tres tout tous toute toutes etre sera seront sont avait avoir encore aussi ainsi apres avant pendant jusqu',
    'contre depuis annee annees mois fin prochain prochains prochaine probable probablement improbable deux trois quatre',
    // Russian and Ukrainian
    'что как для при или над под без они его это все так уже еще нет был она оно мне нас вас них ним его них тот эта эти этот этой этого',
    'будет будут была было были быть если чтобы также после перед между через около против более менее очень который которая которые',
    'которого которой которых течение года году год лет годах годов месяцев месяца месяц конца конце концу до ближайшие ближайших следующие',
    'вероятно маловероятно весьма может могут лишь только пока два три четыре продолжит продолжат',
    'цей ця це ці що як для при або над під без вони його вже ще був була було були буде будуть бути якщо щоб також після перед між через',
    'проти більше менше дуже який яка які року роки років рік місяців місяці місяць кінця кінці імовірно малоймовірно може можуть лише',
    // Hebrew
    'של על את עם לא או כי גם זה זו הוא היא הם הן יש אין אל בין עד כל אך אם לפי תוך אחרי לפני במהלך אשר כדי יותר פחות מאוד שנה שנים השנה',
    'חודש חודשים החודשים הקרובים הקרובה סוף צפוי צפויה סביר סבירות יהיה תהיה יהיו היה היתה היו עוד רק כמו ידי נגד ללא שני שלושה ארבעה',
    // Arabic
    'من في على الى عن ان التي الذي هذا هذه ذلك قد لا ما كان كانت بعد قبل خلال حتى بين مع او كل غير ضد دون سوف لم لن هو هي هم ثم اي',
    'عام العام سنة شهر اشهر شهرا نهاية القادمة المقبلة المقبل المرجح يرجح محتمل سيكون ستكون يكون تكون اكثر اقل جدا عدة',
  ].flatMap((line) => line.split(' ')),
);

/** Scripts told apart: words of two of them cannot be compared. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u];
/** Shortest word that counts, in letters; names in capitals may be shorter. */
const SHORTEST = 3;
/** Letters at the beginning by which two words are forms of one. */
const STEM = 5;
/** Longest ending behind a shorter beginning. */
const ENDING = 3;
const SEMITIC = /[\u05d0-\u05ea\u0621-\u064a]/;
const HEBREW_PREFIX = /^[ושכמ]?[והבכלמש](?=[\u05d0-\u05ea]{3})/u;
const ARABIC_PREFIX = /^[وف]?(?:[بك]?ال|لل|[بكلوف])(?=\p{L}{3})/u;

/** The words of a text that tell what it is about, folded, each once: no function words, citations, addresses or numbers. */
export function contentWords(text: string): readonly string[] {
  const own = text.replace(/\[@[^[\]]*\]|https?:\S+/g, ' ');
  const words = (own.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
    const folded = fold(word);
    if (!/\p{L}/u.test(folded)) return [];
    const isName = /^\p{Lu}{2,}\p{N}*$/u.test(word);
    const isTelling = folded.length >= SHORTEST && !FUNCTION_WORDS.has(folded) && !monthNames().has(folded);
    return isName || isTelling ? [folded] : [];
  });
  return [...new Set(words)];
}

/** Whether one of these words is a form of one of those: `cabinets` and `cabinet`, `войны` and `войн`, `הפיגועים` and `פיגוע`. */
export function shareWord(some: readonly string[], others: readonly string[]): boolean {
  const forms = others.flatMap(formsOf);
  return some.some((word) => formsOf(word).some((one) => forms.some((other) => isForm(one, other))));
}

/** Whether two lists of words are written in one script, so that they can be compared. */
export function inOneScript(some: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [some.join(''), others.join('')];
  return SCRIPTS.some((script) => script.test(a) && script.test(b));
}

const LANGUAGES = ['en', 'ru', 'he', 'de', 'fr', 'ar', 'uk'];
let months: ReadonlySet<string> | undefined;

/** Names of months, alone and in a date. */
function monthNames(): ReadonlySet<string> {
  months ??= new Set(
    LANGUAGES.flatMap((language) =>
      [{ month: 'long' }, { month: 'long', day: 'numeric' }].flatMap((format) => {
        const names = new Intl.DateTimeFormat(language, {
          ...format,
          timeZone: 'UTC',
        } as Intl.DateTimeFormatOptions);
        return Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2024, month, 1)));
      }),
    ).flatMap((date) => date.match(/[\p{L}\p{M}]{3,}/gu)?.map(fold) ?? []),
  );
  return months;
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A word; in Hebrew and Arabic also without the prefixes written together with it, and without long vowels, which inflection changes. */
function formsOf(word: string): string[] {
  if (!SEMITIC.test(word)) return [word];
  const bare = word.replace(HEBREW_PREFIX, '').replace(ARABIC_PREFIX, '');
  const root = bare.replace(/[\u05d5\u05d9\u0627\u0648\u064a\u0649\u0629]/g, '');
  return [word, bare, ...(root.length >= SHORTEST ? [root] : [])];
}

/** The same beginning, or one within the other without its ending: a part of a compound. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const begins = Math.max(SHORTEST, Math.min(STEM, short.length - 1));
  const isLike = begins === STEM || long.length - begins <= ENDING;
  if (isLike && long.startsWith(short.slice(0, begins))) return true;
  return short.length > STEM && long.includes(short.slice(0, Math.max(STEM, short.length - 2)));
}
