// Words inside the names of columns, for names that are no alias: "MAC Address (Wired)", "IP-Adresse", "Rechnername".
import type { FieldId } from '../../model/field';

/** The words of a column's name: lower case, without accents, parted at punctuation and between camelCase. */
export function wordsOf(header: string): string[] {
  return header
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words of a group stand between blanks; German, French, Spanish, Italian, Portuguese and Dutch beside English. */
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ADDRESS = list(
  'address addresses addr adresse adressen adresses direccion direcciones indirizzo indirizzi endereco enderecos adres adressen',
);
const PHYSICAL = list(
  'physical hardware ethernet physische physisch physikalische physique materielle fisica fisico fysiek',
);
const MAC = list('mac macs macaddress macaddresses macadresse macadressen macadres');
const IP = list('ip ips ipv4 ip4 ipaddress ipaddresses ipadresse ipadressen ipadres ipv4address');
const IP6 = list('ipv6 ip6 ipv6address');
const THING = list(
  'asset assets qualys objekt objekte anlage inventar actif actifs activo activos ativo ativos bene beni risorsa cespite middel bedrijfsmiddel zasob zasobu',
);
const DEVICE = list(
  'device devices computer computers machine machines rechner gerat gerate system systems server servers host hosts workstation endpoint node appareil ordinateur poste serveur equipement equipo equipos ordenador servidor dispositivo dispositivi computador maquina apparaat toestel werkstation knoten hote hotes anfitrion komputer komputera hosta urzadzenie urzadzenia pocitac pocitace zarizeni enhet enhed dator',
);
const NAME = list(
  'name names namen nom noms nombre nombres nome nomi naam namn navn nazwa nazev bezeichnung designation denominacion denominazione titel',
);
const ID = list(
  'id ids nummer nr no number numero num kennung identifier identifiant identificador identificativo identificatie identifikator identyfikator',
);
const DEVICE_NAME =
  /^(rechner|computer|gerate|host|server|system|systeem|asset|objekt|maschinen|machine|device|apparaat|dator)(name|namen|naam|namn|navn)$/;
/** Alone they name the id; a number alone may be that of a row. */
const WHOLE_ID = list(
  'kennung identifier identifiant identificador identificativo identificatie identifikator identyfikator',
);
const DOMAIN = list('domain domains domane domaine dominio domane domein suffix zone');
const LAST = list('last zuletzt letzte letzter letztes derniere dernier ultima ultimo laatst laatste latest');
const SEEN = list(
  'seen activity contact checkin update updated gesehen aktivitat kontakt aktualisiert aktualisierung meldung vue vu activite visto vista actividad conexion attivita accesso contatto atividade acesso gezien activiteit connexion connection contacto conexao acceso acces analyse online aktiv actif activo ativo attivo verbinding',
);

/** Words that make a column tell of something beside the asset: "IP Status", "MAC vendor", "DNS server". */
const OF_SOMETHING_ELSE = list(
  'gateway netmask netzmaske subnetz subnet mask masque mascara proxy router dhcp vendor hersteller owner user benutzer status state type typ count anzahl group gruppe description beschreibung software port version range bereich vlan location standort parent previous old alt comment severity title qid cve ticket phone telefon invoice cost price build size memory ram disk',
);

/**
 * The fields that a column may hold by the words in its name, the likeliest first. Only identifiers and what is
 * shown beside them; nothing for a column of something else that merely names an identifier.
 */
export function fieldsOfWords(header: string): readonly FieldId[] {
  const words = wordsOf(header);
  const any = (group: ReadonlySet<string>) => words.some((word) => group.has(word));
  if (any(OF_SOMETHING_ELSE) || (words.includes('dns') && any(list('server servers serveur')))) return [];
  if (any(MAC) || (any(PHYSICAL) && any(ADDRESS))) return ['macAddresses'];
  if (any(IP6)) return ['interfaceAddresses'];
  if (any(IP)) return ['address', 'interfaceAddresses'];
  if (words.some((word) => word.startsWith('netbios'))) return ['netbiosName'];
  if (words.includes('windows') && any(NAME)) return ['netbiosName'];
  if (words.includes('fqdn')) return ['fqdn', 'dnsName'];
  if (words.includes('dns')) return any(DOMAIN) ? [] : ['dnsName'];
  if (words.includes('agent') && any(ID)) return ['agentId'];
  if ((any(THING) || any(DEVICE)) && any(ID)) return ['assetId'];
  if (words.some((word) => DEVICE_NAME.test(word))) return ['assetName', 'dnsName'];
  if ((any(THING) || any(DEVICE)) && any(NAME)) return ['assetName', 'dnsName'];
  if (words.length === 1 && (any(DEVICE) || any(NAME))) return ['assetName'];
  if (words.length === 1 && any(WHOLE_ID)) return ['assetId'];
  return shownFields(words, any);
}

function shownFields(words: readonly string[], any: (group: ReadonlySet<string>) => boolean): FieldId[] {
  if (any(list('serial serials seriennummer serienummer')) || (any(list('serie')) && any(ID)))
    return ['biosSerialNumber'];
  const isSystem =
    any(list('betriebssystem besturingssysteem')) ||
    (any(list('systeme')) && words.includes('exploitation')) ||
    (any(list('sistema')) && any(list('operativo operacional')));
  if (isSystem) return ['operatingSystem'];
  return any(LAST) && any(SEEN) ? ['lastModified'] : [];
}

/** Whether the table's rows are findings: their "Category" and "Type" are those of a vulnerability. */
export function listsFindings(headers: readonly string[]): boolean {
  return headers.some((header) =>
    wordsOf(header).some((word) => /^(qids?|cves?|cveids?|plugin)$/.test(word)),
  );
}

const BEGINNING = list(
  'created create creation first install installed boot purchase purchased warranty expires expiry end erstellt erste erster installiert kauf garantie cree premiere creado primera creato prima criado primeira aangemaakt eerste',
);

/** Whether a column of times tells when something began or ends, not when the asset was last seen. */
export function isOfABeginning(header: string): boolean {
  return wordsOf(header).some((word) => BEGINNING.has(word));
}

/** Whether the column tells of something beside the asset, whatever its cells look like. */
export function isOfSomethingElse(header: string): boolean {
  const words = wordsOf(header);
  return words.some((word) => OF_SOMETHING_ELSE.has(word)) || /\bdns[ _-]*servers?\b/i.test(header);
}

/** Words of column names in languages that write the day before the month. */
const DAY_FIRST_WORDS = list(
  'adresse adressen direccion indirizzo endereco adres nom nombre nome naam bezeichnung objekt rechnername gerat geratename zuletzt gesehen erstellt derniere dernier vue cree ultimo ultima visto vista actividad creado attivita creato atividade criado laatst gezien aangemaakt betriebssystem besturingssysteem systeme sistema',
);

/** Whether the columns are named in a language that writes the day before the month. */
export function isInDayFirstLanguage(headers: readonly string[]): boolean {
  return headers.some((header) => wordsOf(header).some((word) => DAY_FIRST_WORDS.has(word)));
}
