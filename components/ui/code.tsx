import clsx from "clsx";

/** A code in groups, so that an eye or a voice keeps its place. Copied, it has no gaps. */
export function Code({ value, group = 0, large }: { value: string; group?: number; large?: boolean }) {
  return (
    <code
      className={clsx(
        "code",
        large ? "text-lead font-semibold sm:text-h3" : "font-normal",
        // A reference is short enough to stay whole.
        group === 0 && value.length <= 20 && "whitespace-nowrap",
      )}
    >
      {group > 0
        ? inGroups(value, group).map((part, at) => (
            <span key={at} className="me-[0.4em] inline-block last:me-0">
              {part}
            </span>
          ))
        : value}
    </code>
  );
}

function inGroups(value: string, size: number): string[] {
  return Array.from({ length: Math.ceil(value.length / size) }, (_, at) => value.slice(at * size, (at + 1) * size));
}
