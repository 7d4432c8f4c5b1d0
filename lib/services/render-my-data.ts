import type { Professional } from "@/lib/domain/actor";
import type { PaperSheet } from "@/lib/domain/verification/paper-sheet";
import { paperPdf } from "@/lib/ports/paper-pdf";
import { exportMyData, type MyDataExport } from "@/lib/services/export-my-data";

/** Everything held of whoever asks as a file: for another program, or in words to read. */
export async function renderMyData(
  actor: Professional,
  format: "json" | "pdf",
  compose: (data: MyDataExport) => Promise<PaperSheet>,
  now: Date,
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const data = await exportMyData(actor, format, now);
  const name = `my-data-${data.made_at.slice(0, 10)}.${format}`;
  if (format === "pdf") return { name, type: "application/pdf", bytes: await paperPdf(await compose(data), now) };
  const text = `${JSON.stringify(data, null, 2)}\n`;
  return { name, type: "application/json; charset=utf-8", bytes: Buffer.from(text, "utf8") };
}
