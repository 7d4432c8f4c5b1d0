export type CalendarEntry = { uid: string; day: string; summary: string; madeAt: Date };

/** One whole day for a calendar, in the format that every calendar reads (RFC 5545). */
export function calendarFile({ uid, day, summary, madeAt }: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Qianhai Filing//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${madeAt.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(summary)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

// No line is longer than 75 octets; a longer one goes on after a space, never inside a character.
function folded(line: string): string {
  let rows = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      rows += "\r\n ";
      octets = 1;
    }
    rows += character;
    octets += size;
  }
  return rows;
}
