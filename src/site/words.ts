import { summarizeQuantity } from '../derive/entities/quantity.ts';
import { isDate, type Value } from '../ledger/columns.ts';
import { parseEdtf } from '../model/edtf.ts';
import type { Quantity, QuantityReport } from '../model/generated/types.ts';
import { dateText } from '../render/wording/dates.ts';
import type { Messages } from '../render/wording/messages.ts';
import { rangeText } from '../render/wording/phrases.ts';

/**
 * The site's own texts, by language. Terms of assessments (likelihoods, kinds of actors …) come from the memos'
 * phrases.
 */
const en = {
  site: 'Assessments',
  start: 'Start',
  assessments: 'Assessments',
  judgments: 'Judgments',
  actors: 'Actors',
  incidents: 'Incidents',
  sources: 'Sources',
  places: 'Places',
  compare: 'Comparison',
  compareText:
    'What several assessments speak of, the gravest first. What a difference hangs on follows from what they name as their grounds; it is no proof.',
  record: 'Track record',
  search: 'Search',
  skip: 'Skip to the content',
  asOf: 'As of {day}',
  moved: 'Moved lately',
  due: 'Due or overdue',
  grave: 'Likely, and open',
  newest: 'Newest assessments',
  nothing: 'Nothing.',
  released: 'Contains nothing that is marked above {level}.',
  title: 'Title',
  date: 'Date',
  form: 'Form',
  marking: 'Marking',
  authors: 'Authors',
  judgment: 'Judgment',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  horizon: 'Horizon',
  state: 'State',
  open: 'open',
  overdue: 'overdue',
  resolved: 'resolved',
  came: 'came about',
  cameNot: 'did not come about',
  assessment: 'Assessment',
  basis: 'Why this confidence',
  evidence: 'Evidence for it',
  against: 'Evidence against it',
  independent: 'Independent sources',
  dissents: 'Minority views',
  dissentsCount: '{count} in the memo',
  movement: 'How it moved',
  edition: 'Edition',
  reason: 'Reason',
  score: 'Brier score',
  about: 'About',
  memo: 'Read the memo',
  name: 'Name',
  aliases: 'Also known as',
  type: 'Kind',
  intent: 'Intent',
  capability: 'Highest capability',
  place: 'Place',
  killed: 'Killed',
  injured: 'Injured',
  together: 'counted together with {names}',
  responsible: 'Held responsible, or claims it',
  reliability: 'Reliability',
  issued: 'Issued',
  address: 'Address',
  falls: 'Falls with it',
  weakens: 'Weakened without it',
  cited: 'Evidence that cites it',
  statement: 'Statement',
  grade: 'Grade',
  said: 'Said or seen',
  map: 'Map of incidents',
  timeline: 'Incidents by year',
  mapLeftOut: 'The map shows the {count} places with most incidents.',
  filter: 'Filter',
  shown: '{shown} of {all}',
  none: 'None',
  recordText:
    'A judgment is scored once its time is over, when its resolution names evidence, with the likelihood it had before its outcome was known.',
  scored: 'Scored',
  brier: 'Brier score',
  logScore: 'Log score',
  discrimination: 'Discrimination (area under the curve; 0.5 is none, 1 perfect)',
  withBaseRate: 'Those with a base rate',
  baseRateAlone: 'Always the base rate',
  counted: 'Not scored, or scored with a reservation',
  countedOpen: 'Open',
  countedOverdue: 'Overdue',
  countedEarly: 'Resolved before their time is over: scored then',
  countedWithoutLikelihood: 'Resolved without a likelihood',
  countedWithoutEvidence: 'Resolved without evidence',
  countedWithdrawn: 'Withdrawn before anybody knew',
  countedRewordedLate: 'Scored, and reworded when resolved or in the month before',
  countedChangedWhenResolved: 'Scored as given before; another likelihood when resolved',
  middle: 'Always 50 %',
  skill: 'Skill',
  tooFew: 'Too few to tell skill from luck.',
  noneScored: 'No judgment can be scored yet.',
  forecast: 'Forecast',
  cameTrue: 'Came true',
  interval: '95 % interval',
  all: 'All',
  year: 'Year',
  area: 'Area',
  author: 'Author',
  searchFor: 'Words to look for',
  noScripts: 'Searching takes scripts. Everything can be found by the lists above as well.',
  hits: '{count} found',
  printed: 'Made by threat-memo; assessments: {count}',
  feed: 'News feed',
  data: 'Data (JSON)',
} as const;

type Key = keyof typeof en;
export type SiteMessages = Readonly<Record<Key, string>>;

const ru: SiteMessages = {
  site: 'Оценки',
  start: 'Начало',
  assessments: 'Оценки',
  judgments: 'Суждения',
  actors: 'Акторы',
  incidents: 'Инциденты',
  sources: 'Источники',
  places: 'Места',
  compare: 'Сравнение',
  compareText:
    'О чём говорят несколько оценок, начиная с самого важного. От чего зависит расхождение, следует из названных ими оснований и не является доказательством.',
  record: 'Точность прогнозов',
  search: 'Поиск',
  skip: 'К содержанию',
  asOf: 'По состоянию на {day}',
  moved: 'Недавние изменения',
  due: 'Срок подходит или истёк',
  grave: 'Вероятные и открытые',
  newest: 'Новые оценки',
  nothing: 'Ничего нет.',
  released: 'Не содержит ничего с пометкой выше {level}.',
  title: 'Название',
  date: 'Дата',
  form: 'Форма',
  marking: 'Пометка',
  authors: 'Авторы',
  judgment: 'Суждение',
  likelihood: 'Вероятность',
  confidence: 'Уверенность',
  horizon: 'Срок',
  state: 'Состояние',
  open: 'открыто',
  overdue: 'просрочено',
  resolved: 'решено',
  came: 'сбылось',
  cameNot: 'не сбылось',
  assessment: 'Оценка',
  basis: 'Почему такая уверенность',
  evidence: 'Свидетельства за',
  against: 'Свидетельства против',
  independent: 'Независимых источников',
  dissents: 'Особые мнения',
  dissentsCount: 'в записке: {count}',
  movement: 'Как менялось',
  edition: 'Редакция',
  reason: 'Причина',
  score: 'Оценка Брайера',
  about: 'О чём',
  memo: 'Читать записку',
  name: 'Название',
  aliases: 'Другие названия',
  type: 'Вид',
  intent: 'Намерение',
  capability: 'Наибольшие возможности',
  place: 'Место',
  killed: 'Убиты',
  injured: 'Ранены',
  together: 'подсчитано вместе: {names}',
  responsible: 'Кого считают ответственным или кто взял ответственность',
  reliability: 'Надёжность',
  issued: 'Вышел',
  address: 'Адрес',
  falls: 'Теряет опору без него',
  weakens: 'Слабеет без него',
  cited: 'Свидетельства со ссылкой на него',
  statement: 'Содержание',
  grade: 'Оценка источника',
  said: 'Когда сказано или замечено',
  map: 'Карта инцидентов',
  timeline: 'Инциденты по годам',
  mapLeftOut: 'На карте места с наибольшим числом инцидентов: {count}.',
  filter: 'Отбор',
  shown: '{shown} из {all}',
  none: 'Нет',
  recordText:
    'Суждение оценивается, когда его срок истёк и исход подтверждён свидетельством, — по вероятности, которая была указана до того, как исход стал известен.',
  scored: 'Оценено',
  brier: 'Оценка Брайера',
  logScore: 'Логарифмическая оценка',
  discrimination: 'Различение (площадь под кривой; 0,5 — никакого, 1 — полное)',
  withBaseRate: 'С базовой частотой',
  baseRateAlone: 'Всегда базовая частота',
  counted: 'Не оценены или оценены с оговоркой',
  countedOpen: 'Открыты',
  countedOverdue: 'Просрочены',
  countedEarly: 'Решены до истечения срока: оцениваются после него',
  countedWithoutLikelihood: 'Решены, но вероятность не указана',
  countedWithoutEvidence: 'Решены без свидетельств',
  countedWithdrawn: 'Отозваны до того, как исход стал известен',
  countedRewordedLate: 'Оценены, но изменены в формулировке при решении или в последний месяц до него',
  countedChangedWhenResolved: 'Оценены по прежней вероятности: при решении указана другая',
  middle: 'Всегда 50 %',
  skill: 'Мастерство',
  tooFew: 'Слишком мало, чтобы отличить умение от удачи.',
  noneScored: 'Пока нельзя оценить ни одного суждения.',
  forecast: 'Прогноз',
  cameTrue: 'Сбылось',
  interval: '95-процентный интервал',
  all: 'Все',
  year: 'Год',
  area: 'Регион',
  author: 'Автор',
  searchFor: 'Что искать',
  noScripts: 'Для поиска нужны скрипты. Всё можно найти и в списках выше.',
  hits: 'Найдено: {count}',
  printed: 'Создано программой threat-memo; оценок: {count}',
  feed: 'Лента новостей',
  data: 'Данные (JSON)',
};

const he: SiteMessages = {
  site: 'הערכות',
  start: 'התחלה',
  assessments: 'הערכות',
  judgments: 'שיפוטים',
  actors: 'שחקנים',
  incidents: 'אירועים',
  sources: 'מקורות',
  places: 'מקומות',
  compare: 'השוואה',
  compareText:
    'במה עוסקות כמה הערכות, מן החמור אל הקל. במה תלויה מחלוקת נלמד ממה שהן מציינות כבסיסן, ואין זו הוכחה.',
  record: 'דיוק התחזיות',
  search: 'חיפוש',
  skip: 'לתוכן',
  asOf: 'נכון ל־{day}',
  moved: 'השתנו לאחרונה',
  due: 'מועדם קרב או עבר',
  grave: 'סבירים ופתוחים',
  newest: 'הערכות חדשות',
  nothing: 'אין.',
  released: 'אין כאן דבר שסומן מעל {level}.',
  title: 'כותרת',
  date: 'תאריך',
  form: 'צורה',
  marking: 'סימון',
  authors: 'מחברים',
  judgment: 'שיפוט',
  likelihood: 'סבירות',
  confidence: 'ביטחון',
  horizon: 'אופק',
  state: 'מצב',
  open: 'פתוח',
  overdue: 'מועדו עבר',
  resolved: 'הוכרע',
  came: 'התממש',
  cameNot: 'לא התממש',
  assessment: 'הערכה',
  basis: 'מדוע ביטחון זה',
  evidence: 'ראיות בעד',
  against: 'ראיות נגד',
  independent: 'מקורות בלתי תלויים',
  dissents: 'דעות מיעוט',
  dissentsCount: '{count} בתזכיר',
  movement: 'כיצד השתנה',
  edition: 'מהדורה',
  reason: 'סיבה',
  score: 'ציון בריאר',
  about: 'על אודות',
  memo: 'לקריאת התזכיר',
  name: 'שם',
  aliases: 'מוכר גם בשם',
  type: 'סוג',
  intent: 'כוונה',
  capability: 'היכולת הגבוהה ביותר',
  place: 'מקום',
  killed: 'הרוגים',
  injured: 'פצועים',
  together: 'נספרו יחד עם {names}',
  responsible: 'מי שמיוחסת לו האחריות או נוטל אותה',
  reliability: 'מהימנות',
  issued: 'פורסם',
  address: 'כתובת',
  falls: 'נופל בלעדיו',
  weakens: 'נחלש בלעדיו',
  cited: 'ראיות שמצטטות אותו',
  statement: 'תוכן',
  grade: 'דירוג',
  said: 'נאמר או נצפה',
  map: 'מפת האירועים',
  timeline: 'אירועים לפי שנה',
  mapLeftOut: 'המפה מראה את {count} המקומות שבהם רוב האירועים.',
  filter: 'סינון',
  shown: '{shown} מתוך {all}',
  none: 'אין',
  recordText: 'שיפוט מקבל ציון כשמועדו עבר והכרעתו נשענת על ראיה, לפי הסבירות שניתנה לו לפני שנודעה התוצאה.',
  scored: 'קיבלו ציון',
  brier: 'ציון בריאר',
  logScore: 'ציון לוגריתמי',
  discrimination: 'הבחנה (השטח שמתחת לעקומה; 0.5 משמעו אין, 1 מושלמת)',
  withBaseRate: 'בעלי שיעור בסיס',
  baseRateAlone: 'תמיד שיעור הבסיס',
  counted: 'לא קיבלו ציון, או קיבלו בהסתייגות',
  countedOpen: 'פתוחים',
  countedOverdue: 'מועדם עבר',
  countedEarly: 'הוכרעו לפני תום מועדם: יקבלו ציון אז',
  countedWithoutLikelihood: 'הוכרעו בלי סבירות',
  countedWithoutEvidence: 'הוכרעו בלי ראיות',
  countedWithdrawn: 'בוטלו לפני שנודעה התוצאה',
  countedRewordedLate: 'קיבלו ציון, ונוסחו מחדש בהכרעה או בחודש שלפניה',
  countedChangedWhenResolved: 'קיבלו ציון לפי הסבירות הקודמת; בהכרעה ניתנה אחרת',
  middle: 'תמיד 50 %',
  skill: 'מיומנות',
  tooFew: 'מעט מכדי להבחין בין מיומנות למזל.',
  noneScored: 'עדיין אי אפשר לתת ציון לאף שיפוט.',
  forecast: 'תחזית',
  cameTrue: 'התממשו',
  interval: 'רווח של 95 %',
  all: 'הכול',
  year: 'שנה',
  area: 'אזור',
  author: 'מחבר',
  searchFor: 'מילים לחיפוש',
  noScripts: 'החיפוש דורש סקריפטים. אפשר למצוא הכול גם ברשימות שלמעלה.',
  hits: 'נמצאו {count}',
  printed: 'נוצר בידי threat-memo; הערכות: {count}',
  feed: 'עדכונים',
  data: 'נתונים (JSON)',
};

export const siteLanguages = ['en', 'ru', 'he'] as const;
export type SiteLanguage = (typeof siteLanguages)[number];
export const siteMessages: Readonly<Record<SiteLanguage, SiteMessages>> = { en, ru, he };

/** The words of a site: its own, and those of its language for terms and dates. */
export class SiteWords {
  readonly language: SiteLanguage;
  readonly #terms: Messages;

  constructor(language: SiteLanguage, terms: Messages) {
    this.language = language;
    this.#terms = terms;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.language === 'he' ? 'rtl' : 'ltr';
  }

  text(key: Key, parameters: Readonly<Record<string, string | number>> = {}): string {
    return siteMessages[this.language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(parameters[name] ?? whole),
    );
  }

  /** The word for a term of a vocabulary, such as `likelihood`, `confidence`, `level`. */
  term(group: string, value: Value): string {
    return typeof value === 'string' ? this.#terms.label(group, value) : '';
  }

  /** A sentence with parts, such as links, in place of a placeholder. */
  parts<Part>(key: Key, name: string, parts: readonly Part[]): (string | Part)[] {
    const [before = '', after = ''] = siteMessages[this.language][key].split(`{${name}}`);
    return [before, ...parts, after].filter((part) => part !== '');
  }

  /** The range of reported figures, as in memos: "at least 139", "133 to 145"; empty if there is none. */
  figures(reports: readonly QuantityReport[]): string {
    const summary = summarizeQuantity({ reports: [...reports] as Quantity['reports'] });
    return summary ? rangeText(summary, this.#terms) : '';
  }

  /** A date in words; empty if it is not one. */
  date(value: Value): string {
    const date = isDate(value) ? parseEdtf(value.text) : undefined;
    return date ? dateText(date, this.#terms) : '';
  }

  /** A day (`YYYY-MM-DD`) in words. */
  day(text: string): string {
    return this.date({ text });
  }
}
