type Place = { code: string; mobile: RegExp; groups: readonly number[] };

// How mobile numbers are given out and printed where most who file live.
const places: readonly Place[] = [
  { code: "852", mobile: /^[4-9]\d{7}$/, groups: [4, 4] },
  { code: "853", mobile: /^6\d{7}$/, groups: [4, 4] },
  { code: "86", mobile: /^1[3-9]\d{9}$/, groups: [3, 4, 4] },
];

/**
 * A mobile number in the one form in which it is kept, such as `+852 9123 4567` or `+86 138 0013 8000`; null where it is
 * none. The code may be left out where no other place has such a number.
 */
export function normalisePhone(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s().\-‐-―]/g, "")
    .replace(/^00/, "+");
  if (!/^\+?\d+$/.test(plain)) return null;
  const digits = plain.replace("+", "");

  const known = places.find(({ code }) => digits.startsWith(code) && isOf(code, digits.slice(code.length)));
  if (known) return printed(known, digits.slice(known.code.length));
  if (plain.startsWith("+")) {
    const isKnownPlace = places.some(({ code }) => digits.startsWith(code));
    return !isKnownPlace && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  }
  // Eight digits that begin with 6 may be of Hong Kong or of Macao.
  const [only, another] = places.filter(({ mobile }) => mobile.test(digits));
  return only && !another ? printed(only, digits) : null;
}

const isOf = (code: string, number: string) => places.some((it) => it.code === code && it.mobile.test(number));

function printed({ code, groups }: Place, number: string): string {
  let from = 0;
  return [`+${code}`, ...groups.map((length) => number.slice(from, (from += length)))].join(" ");
}
