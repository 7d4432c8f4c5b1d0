import * as z from "zod";

const reportSchema = z.object({
  "csp-report": z.object({
    "effective-directive": z.string().regex(/^[a-z-]{1,40}$/),
    "blocked-uri": z.string().max(2_000).default(""),
  }),
});

/** Writes one line for content that the policy kept out: which rule and from which site, and nothing that a person typed. */
export function noteBlockedContent(report: string): void {
  const read = reportSchema.safeParse(parsed(report));
  if (!read.success) return;
  const { "effective-directive": directive, "blocked-uri": blocked } = read.data["csp-report"];
  console.warn(JSON.stringify({ event: "content_blocked", directive, from: originOf(blocked) }));
}

function parsed(report: string): unknown {
  try {
    return JSON.parse(report);
  } catch {
    return null;
  }
}

function originOf(blocked: string): string {
  if (/^[a-z-]{1,20}$/.test(blocked)) return blocked;
  return URL.canParse(blocked) ? new URL(blocked).origin : "";
}
