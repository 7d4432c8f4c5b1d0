// What was measured, beside the bars of docs/performance.md.
import { cpus, totalmem } from "node:os";

const rows = [
  ["queue_first", "Queue, first page with count", { share: 0.5, growth: 1.1 }],
  ["queue_far", "Queue, far page by cursor", { ofFirst: 0.95, growth: 1.1 }],
  ["list_search", "List of qualifications, search", { share: 0.6 }],
  ["register_chinese", "Register search, two Chinese characters", { growth: 3.5 }],
  ["register_latin", "Register search, Latin name", { growth: 3.5 }],
  ["verify", "Verify a certificate", { share: 0.85, growth: 1.1 }],
  ["statistics", "Statistics, first screen", { share: 0.6, growth: 1.1 }],
  ["save", "Save an answer", { share: 0.5, growth: 1.1, isWrite: true }],
  ["submit", "Submit", { share: 0.5, growth: 1.1, isWrite: true }],
  ["decide", "Decide", { share: 0.5, growth: 1.1, isWrite: true }],
  ["examination", "Examination", { share: 0.4, growth: 1.1 }],
];

/** The table for people and the figures for programs. */
export function makeReport({ runs, starts, each }) {
  const [small, large] = [runs[0], runs.at(-1)];
  const measured = rows.flatMap(([key, name, bars]) => rowOf(key, name, bars, small, large) ?? []);
  const start = median(starts) / 1000;
  const memory = large.memory.afterLoad / large.memory.fresh;
  const missed = [
    ...measured.flatMap(({ name, missed }) => missed.map((bar) => `${name}: ${bar}`)),
    ...(start < 1.5 ? [] : [`Start-up: ${start.toFixed(2)} s, under 1.5 s`]),
    ...(memory < 1.5 ? [] : [`Memory: ${memory.toFixed(2)} times fresh, under 1.5`]),
    ...(large.left && large.left.idleInTransaction > 0
      ? [`Left idle in transaction: ${large.left.idleInTransaction}, none`]
      : []),
  ];
  const at = new Date().toISOString();
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, 10 connections, ${each} for each page, client and server on one machine`;
  const json = {
    at,
    machine,
    filings: large.fill.filings,
    measured,
    starts,
    memory: large.memory,
    left: large.left,
    missed,
    runs,
  };

  const size = (n) => n.toLocaleString("en");
  const lines = [
    `# Bench of ${at.slice(0, 16).replace("T", " ")} UTC: ${size(large.fill.filings)} filings`,
    "",
    `${machine}. H is a page that says hello under the project's own root layout, signed out, measured before and after each operation, whose share is of these two: ${hello(large).toFixed(0)} requests/s (median) at ${size(large.fill.filings)} filings, ${hello(small).toFixed(0)} at ${size(small.fill.filings)}. Ratios count, absolute figures do not. CPU: what app and database use of the processor for one request, and the shares by that measure, which hold on a machine that does something else as well. Growth: the share of H at ${size(small.fill.filings)} filings, divided by the share at ${size(large.fill.filings)}.`,
    "",
    "| operation | requests/s | share of H | bar | p50 ms | p99 ms | growth | bar | CPU ms | CPU share | CPU growth |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...measured.map(
      ({ name, perSecond, share, shareBar, p50, p99, growth, growthBar, processor, processorShare, processorGrowth }) =>
        `| ${name} | ${perSecond.toFixed(0)} | ${share.toFixed(2)} | ${shareBar} | ${p50} | ${p99} | ${told(growth)} | ${growthBar} | ${told(processor, 1)} | ${told(processorShare)} | ${told(processorGrowth)} |`,
    ),
    "",
    `- Far page of the queue: page ${large.farPage}; at ${size(small.fill.filings)} filings page ${small.farPage}. Register searches: 97.5 % within ${measured
      .filter(({ key }) => key.startsWith("register"))
      .map(({ p97_5 }) => `${p97_5} ms`)
      .join(" and ")}.`,
    `- Writes are whole requests: a form posted without script, each on a filing of its own, answered by 303.`,
    `- Start-up after the database is ready: ${start.toFixed(2)} s (bar: under 1.5 s; starts: ${starts.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(", ")}).`,
    `- Resident memory: ${mebi(large.memory.fresh)} after H alone, ${mebi(large.memory.afterLoad)} after the whole load: ${memory.toFixed(2)} times (bar: under 1.5).`,
    `- Clients that went away mid-write: ${large.left ? `${size(large.left.requests)}; connections idle in transaction afterwards: ${large.left.idleInTransaction} (bar: none)` : "not measured"}.`,
    `- Filling: ${runs.map(({ fill }) => `${size(fill.filings)} filings in ${fill.seconds.toFixed(1)} s`).join(", ")}; ${large.fill.per100000.toFixed(1)} s per 100,000.`,
    ...[...new Set(runs.flatMap(({ absent }) => absent))].map((it) => `- Not measured: ${it}`),
    "",
    missed.length === 0 ? "Every bar was met." : `Missed:\n\n${missed.map((it) => `- ${it}`).join("\n")}`,
  ];
  return { table: lines.join("\n"), json };
}

function rowOf(key, name, bars, small, large) {
  const found = (run) => run.operations.find((operation) => operation.name === key);
  const [now, before] = [found(large), found(small)];
  if (!now) return null;
  const share = shareOf(now);
  const growth = before && small !== large ? shareOf(before) / share : null;
  const first = found(large) && large.operations.find((operation) => operation.name === "queue_first");
  const ofFirst = first ? share / shareOf(first) : 1;
  const missed = [
    ...(now.failures ? [`answered otherwise: ${now.failures}`] : []),
    ...(bars.share && share < bars.share ? [`${share.toFixed(2)} of H, at least ${bars.share}`] : []),
    ...(bars.ofFirst && ofFirst < bars.ofFirst
      ? [`${ofFirst.toFixed(2)} of the first page, at least ${bars.ofFirst}`]
      : []),
    ...(bars.growth && growth !== null && growth > bars.growth
      ? [`grows ${growth.toFixed(2)} times, at most ${bars.growth}`]
      : []),
    ...(!bars.isWrite && now.p99 > 3 * now.p50
      ? [`p99 is ${(now.p99 / now.p50).toFixed(1)} times p50, at most 3`]
      : []),
  ];
  const shareBar = bars.share
    ? `≥ ${bars.share}`
    : bars.ofFirst
      ? `${ofFirst.toFixed(2)} of first, ≥ ${bars.ofFirst}`
      : "–";
  const { requestsPerSecond: perSecond, p50, p97_5, p99 } = now;
  return {
    key,
    name,
    perSecond,
    share,
    processor: now.processor,
    processorShare: processorShareOf(now),
    processorGrowth:
      before && small !== large && now.processor !== null ? processorShareOf(before) / processorShareOf(now) : null,
    shareBar,
    p50,
    p97_5,
    p99,
    growth,
    growthBar: bars.growth ? `≤ ${bars.growth}` : "–",
    missed,
  };
}

/** How many of these are done while one hello is said: by the clock, and by the processor time of app and database. */
const shareOf = ({ requestsPerSecond, hellos }) => requestsPerSecond / mean(hellos.map((it) => it.requestsPerSecond));
const processorShareOf = ({ processor, hellos }) =>
  processor === null ? null : mean(hellos.map((it) => it.processor)) / processor;
const hello = ({ hello }) => median(hello.map(({ requestsPerSecond }) => requestsPerSecond));
const mean = (numbers) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
const told = (number, digits = 2) => number?.toFixed(digits) ?? "–";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const mebi = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
