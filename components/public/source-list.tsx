import { Sourced } from "./sourced";

/** The sources of a table, each once, in the order in which they are first named. */
export function distinctSources(sources: readonly (string | null)[]): string[] {
  return [...new Set(sources)].filter((source) => source !== null);
}

/** Sources under the numbers by which a table names them. */
export function SourceList({ title, sources }: { title: string; sources: readonly string[] }) {
  return (
    <div className="mt-4 grid gap-1 text-note">
      <p className="font-semibold">{title}</p>
      <ol className="grid list-decimal gap-1 ps-6 wrap-anywhere">
        {sources.map((source) => (
          <li key={source}>
            <Sourced text={source} />
          </li>
        ))}
      </ol>
    </div>
  );
}
