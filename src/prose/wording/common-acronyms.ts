/** Acronyms that need no explanation, and why. */
const COMMON: readonly (readonly [why: string, acronyms: string])[] = [
  [
    'States and bodies that every reader of a policy memo knows by these letters.',
    'EU UN US USA UK UAE USSR NATO DC NSC UNESCO UNICEF OPEC',
  ],
  [
    'International bodies and agreements that go by their letters in the daily press.',
    'WHO IMF WTO OECD OSCE IAEA ICC ICJ ICRC ILO IMO ICAO UNHCR UNSC UNDP UNODC UNEP FAO WFP FATF WMO IOM IPCC OPCW ASEAN ECOWAS BRICS COP AU G7 G20 NPT START INF JCPOA',
  ],
  [
    'Authorities that readers anywhere know by their letters.',
    'CDC ECDC NASA NSA DEA IRS FDA FAA FEMA ECB NHS GCHQ CERT CISA NIST',
  ],
  ['Services and media that are known by their letters alone.', 'FBI CIA KGB BBC CNN RT NYPD'],
  ['Weapons and forces.', 'ICBM WMD CBRN IED RPG SAM AWACS HQ POW AWOL'],
  ['What stands before the name of a ship.', 'HMS HMAS HMCS USS USNS USCGC INS RMS RFA SS MV MT RV'],
  ['Companies that go by their letters.', 'BP IBM BMW BASF HSBC UBS SAP AWS DHL AT&T'],
  ['The organization is named by it in the daily press.', 'ISIS'],
  [
    'Everyday words in the form of letters.',
    'TV OK ID VIP CEO CV DIY FAQ AKA UFO ATM VAT PR HQ SOS RIP NGO MP QR SUV',
  ],
  [
    'Technology that is called so.',
    'IT AI PC USB SIM SMS GPS CCTV PDF URL VPN RFID LED DVD HTML HTTP HTTPS IP API FM AM DNS CPU GPU RAM ROM LAN WAN WiFi QR OS UI VHF UHF CSV LLM UAV MacOS MiG',
  ],
  [
    'What every reader of a cyber threat report knows.',
    'DDoS DoS ISP IoT ICT VoIP 2FA MFA NFT PII C2 ZIP PhD',
  ],
  [
    'Units and goods of the trade in energy, and what runs on them.',
    'MW GW TW MWh GWh TWh kWh kW kV MV HV AC DC LNG LPG CNG CO EV PV GHG EEZ MV ESG R&D',
  ],
  [
    'Time and money.',
    'PM GMT UTC BC AD CE BCE CET USD EUR GBP CHF JPY CNY RUB GDP GNP FX IPO M&A BTC ETH USDT NFT SWIFT IBAN LIBOR',
  ],
  [
    'Medicine and science.',
    'HIV AIDS COVID SARS MERS TB DNA RNA mRNA eDNA PCR ICU PPE IV HPV STI TNT UV MRI CT',
  ],
  ['Identifiers of literature.', 'ISBN ISSN DOI'],
  ['Placeholders, which `unwritten-text` finds.', 'TODO FIXME TBD TBC'],
  ['The markings and standards a memo itself bears.', 'TLP AMBER RED GREEN CLEAR STRICT ICD PHIA BLUF'],
];

/** Letters that readers of another language know; in English, `DDR` is the disarmament of fighters. */
const COMMON_IN: Readonly<Record<string, string>> = {
  ru: 'США ООН ЕС РФ СССР НАТО ТВ СМИ УССР РСФСР',
  uk: 'США ООН НАТО ТВ СРСР УРСР ЄС ЗМІ',
  de: 'UNO DDR BRD UDSSR',
  fr: 'OTAN ONU UE ONG URSS CEE',
  es: 'OTAN ONU UE EUA EE UU ONG URSS CEE',
  it: 'ONU UE ONG URSS CEE',
};

export const commonAcronyms: ReadonlySet<string> = new Set(COMMON.flatMap(([, list]) => list.split(' ')));

/** Those of a language (`de`, `de-CH`) beyond the common ones. */
export function commonAcronymsIn(language: string | undefined): readonly string[] {
  return (COMMON_IN[language?.split('-')[0]?.toLowerCase() ?? ''] ?? '').split(' ').filter(Boolean);
}
