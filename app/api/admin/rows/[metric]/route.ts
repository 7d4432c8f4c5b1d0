import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { ok, refuse } from "@/lib/domain/result";
import { exportSchema } from "@/lib/domain/statistics/export";
import { readMetricQuery } from "@/lib/domain/statistics/metrics";
import { exportMetricRows } from "@/lib/services/export-metric-rows";

const params = z.strictObject({ metric: z.string().max(40) });

// A file that is taken is written down in somebody's name: no link from elsewhere may bring that about.
export const POST = defineRoute(
  {
    access: "export_rows",
    schema: { params, query: exportSchema },
    limit: { name: "export-rows", points: 60, seconds: 3600, by: "account" },
  },
  async ({ actor, params: { metric }, query: { purpose, ...filters }, now }) => {
    const query = readMetricQuery(metric, filters);
    if (!query) return refuse({ code: "not_found" });
    const file = await exportMetricRows(actor, query, purpose, now);
    if (!file.ok) return file;
    return ok(
      new Response(file.value.text, {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${file.value.name}"`,
        },
      }),
    );
  },
);
