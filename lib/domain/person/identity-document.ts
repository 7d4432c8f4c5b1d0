export const identityDocumentKinds = [
  "hkid",
  "macao_id",
  "home_return_permit",
  "home_return_permit_non_chinese",
  "residence_permit",
  "passport",
] as const;

export type IdentityDocumentKind = (typeof identityDocumentKinds)[number];

/** What may be wrong with a number: a key of the "identity" messages. It warns; only a reviewer decides. */
export const identityWarnings = [
  "identity.hkid_form",
  "identity.hkid_check_digit",
  "identity.macao_id_form",
  "identity.home_return_permit_form",
  "identity.home_return_permit_is_non_chinese",
  "identity.home_return_permit_non_chinese_form",
  "identity.home_return_permit_is_chinese",
  "identity.residence_permit_form",
  "identity.residence_permit_birth_date",
  "identity.residence_permit_check_digit",
  "identity.passport_form",
] as const;

export type IdentityWarning = (typeof identityWarnings)[number];

/** The number as it is stored: capitals and digits, without spaces, brackets, strokes or hyphens. */
export function normaliseIdentityNumber(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s()[\]{}/.〔〕【】\p{Pd}\u2212]/gu, "");
}

/** The first thing that looks wrong with a number of this kind, or null when it is well formed. */
export function checkIdentityNumber(kind: IdentityDocumentKind, typed: string): IdentityWarning | null {
  return check[kind](normaliseIdentityNumber(typed));
}

/** The number as the document prints it. */
export function printedIdentityNumber(kind: IdentityDocumentKind, typed: string): string {
  const number = normaliseIdentityNumber(typed);
  const hasBrackets = kind === "hkid" || kind === "macao_id";
  return hasBrackets && number.length > 1 ? `${number.slice(0, -1)}(${number.slice(-1)})` : number;
}

/** The printed number with all but its first characters hidden, and never fewer than four of them: `A12****(*)`. */
export function maskedIdentityNumber(kind: IdentityDocumentKind, typed: string): string {
  const shown = Math.min(3, Math.max(0, normaliseIdentityNumber(typed).length - 4));
  const printed = printedIdentityNumber(kind, typed);
  return printed.slice(0, shown) + printed.slice(shown).replace(/[^()]/gu, "*");
}

/** What two numbers of this kind must share to belong to one person; a permit's re-issue digits are left out. */
export function identityComparisonKey(kind: IdentityDocumentKind, typed: string): string {
  const number = normaliseIdentityNumber(typed);
  return isPermit(kind) ? number.slice(0, 9) : number;
}

/** Does a document of this kind have a last day? Hong Kong cards have none; a few others, such as some Macao cards, do without. */
export function hasLastDay(kind: IdentityDocumentKind): boolean {
  return kind !== "hkid";
}

const isPermit = (kind: IdentityDocumentKind) =>
  kind === "home_return_permit" || kind === "home_return_permit_non_chinese";

const permit = { chinese: /^[HM]\d{8}(\d{2})?$/, nonChinese: /^[HM]A\d{7}$/ };

const check: Record<IdentityDocumentKind, (number: string) => IdentityWarning | null> = {
  hkid: (number) => {
    if (!/^[A-Z]{1,2}\d{6}[\dA]$/.test(number)) return "identity.hkid_form";
    return hkidCheckDigit(number.slice(0, -1)) === number.slice(-1) ? null : "identity.hkid_check_digit";
  },
  macao_id: (number) => (/^[1578]\d{7}$/.test(number) ? null : "identity.macao_id_form"),
  home_return_permit: (number) => {
    if (permit.nonChinese.test(number)) return "identity.home_return_permit_is_non_chinese";
    return permit.chinese.test(number) ? null : "identity.home_return_permit_form";
  },
  home_return_permit_non_chinese: (number) => {
    if (permit.chinese.test(number)) return "identity.home_return_permit_is_chinese";
    return permit.nonChinese.test(number) ? null : "identity.home_return_permit_non_chinese_form";
  },
  residence_permit: (number) => {
    if (!/^8[123]0000\d{11}[\dX]$/.test(number)) return "identity.residence_permit_form";
    if (!isDate(number.slice(6, 14))) return "identity.residence_permit_birth_date";
    return mainlandCheckDigit(number) === number.slice(-1) ? null : "identity.residence_permit_check_digit";
  },
  passport: (number) => (/^[A-Z0-9]{5,20}$/.test(number) ? null : "identity.passport_form"),
};

/** Eight characters, a space before a single letter, weighted 9 to 2: space is 36, A is 10, Z is 35. */
function hkidCheckDigit(body: string): string {
  const values = [...body.padStart(8, " ")].map((it) => (it === " " ? 36 : Number.parseInt(it, 36)));
  const sum = values.reduce((total, value, place) => total + value * (9 - place), 0);
  return ((11 - (sum % 11)) % 11).toString(16).toUpperCase();
}

/** ISO 7064 MOD 11-2, as on every Mainland identity number. */
function mainlandCheckDigit(number: string): string {
  const sum = [...number.slice(0, 17)].reduce((carry, digit) => (carry + Number(digit)) * 2, 0);
  return "0123456789X".charAt((12 - (sum % 11)) % 11);
}

function isDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (!year || !month || !day || month > 12) return false;
  // Forms bring this along; a day that the month has not is one of the next month.
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
