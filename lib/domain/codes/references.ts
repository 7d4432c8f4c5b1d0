import { checkCharacter, hasCheckCharacter } from "./check-character";

/** The reference a filing receives when it is submitted: `QH-2026-000123-C`. */
export function filingReference(year: number, n: number): string {
  return withCheck(["QH", String(year), sixDigits(n)]);
}

/** The number a registration receives when it is approved: `QHR-000123-C`. */
export function registrationNumber(n: number): string {
  return withCheck(["QHR", sixDigits(n)]);
}

/** The filing reference that somebody typed, as it is printed; null when it cannot be one. */
export function parseFilingReference(typed: string): string | null {
  return read(typed, /^(QH)(\d{4})(\d{6}|[1-9]\d{6,8})([0-9A-Z])$/);
}

/** The registration number that somebody typed, as it is printed; null when it cannot be one. */
export function parseRegistrationNumber(typed: string): string | null {
  return read(typed, /^(QHR)(\d{6}|[1-9]\d{6,8})([0-9A-Z])$/);
}

/** What somebody typed in full-width or small letters, with spaces or any dash, as bare capitals and digits. */
export function bareCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, "");
}

const sixDigits = (n: number) => String(n).padStart(6, "0");

const withCheck = (parts: string[]) => [...parts, checkCharacter(parts.join(""))].join("-");

function read(typed: string, form: RegExp): string | null {
  const code = bareCode(typed);
  const parts = form.exec(code)?.slice(1);
  return parts && hasCheckCharacter(code) ? parts.join("-") : null;
}
