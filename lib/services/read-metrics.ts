import { countConnections, countJobs } from "@/lib/data/work-waiting";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { isCollector, metricsType, writeMetrics } from "@/lib/ports/metrics";

/** The state of this process for a collector that knows the token; for everybody else, and where no token is set, nothing is here. */
export async function readMetrics(authorization: string | null): Promise<Result<{ type: string; text: string }>> {
  if (!isCollector(authorization)) return refuse({ code: "not_found" });
  const jobs = await countJobs();
  const text = await writeMetrics([
    { name: "filing_jobs", help: "Jobs that are not done, by state.", label: "state", values: jobs },
    {
      name: "filing_database_connections",
      help: "Connections of this process to the database, by use.",
      label: "use",
      values: countConnections(),
    },
  ]);
  return ok({ type: metricsType, text });
}
