/** Acronyms that need no explanation, and why. */
const COMMON: readonly (readonly [why: string, acronyms: string])[] = [
  [
    'States and bodies that every reader of a policy memo knows by these letters.',
    'EU UN US USA UK UAE USSR NATO DC NSC UNESCO UNICEF OPEC',
  ],
  ['Services and media that are known by their letters alone.', 'FBI CIA KGB BBC CNN RT NYPD'],
  ['The organization is named by it in the daily press.', 'ISIS'],
  [
    'Everyday words in the form of letters.',
    'TV OK ID VIP CEO CV DIY FAQ AKA UFO ATM VAT PR HQ SOS RIP NGO MP QR SUV',
  ],
  [
    'Technology that is called so.',
    'IT AI PC USB SIM SMS GPS CCTV PDF URL VPN RFID LED DVD HTML HTTP HTTPS IP API FM AM',
  ],
  ['Time and money.', 'PM GMT UTC BC AD CE BCE CET USD EUR GBP GDP'],
  ['Medicine and science.', 'HIV AIDS COVID DNA TNT UV'],
  ['Identifiers of literature.', 'ISBN ISSN DOI'],
  ['The markings and standards a memo itself bears.', 'TLP AMBER RED GREEN CLEAR STRICT ICD PHIA BLUF'],
  ['The same in Russian and Ukrainian.', 'США ООН ЕС РФ СССР НАТО ТВ СМИ УССР РСФСР ЄС ЗМІ'],
  [
    'The same in German, French, Spanish and Italian.',
    'UNO OTAN ONU UE EUA EE UU DDR BRD ONG UDSSR URSS CEE',
  ],
];

export const commonAcronyms: ReadonlySet<string> = new Set(COMMON.flatMap(([, list]) => list.split(' ')));
