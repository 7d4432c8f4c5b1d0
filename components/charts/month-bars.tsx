import clsx from "clsx";
import { scaleBand, scaleLinear } from "d3-scale";

type Bar = { month: string; label: string; value: number };

type MonthBarsProps = {
  /** Oldest first; the last one is not over. */
  months: readonly Bar[];
  /** A number with its thousands set apart. */
  number: (value: number) => string;
};

/** People newly registered in each month; the last month, which is not over, is drawn as an outline. */
export function MonthBars(props: MonthBarsProps) {
  return (
    // The same drawing at two widths, so that its words keep their size.
    <div aria-hidden="true">
      <Drawing {...props} width={640} every={1} className="max-w-200 max-sm:hidden print:block" />
      <Drawing {...props} width={300} every={3} className="sm:hidden print:hidden" />
    </div>
  );
}

const height = 220;
const top = 24;
const bottom = 28;
/** What a digit of the note size is wide. */
const digit = 9;

/** `every` how many months one is named, counted from the last. */
function Drawing({
  months,
  number,
  width,
  every,
  className,
}: MonthBarsProps & { width: number; every: number; className: string }) {
  const x = scaleBand(
    months.map(({ month }) => month),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, Math.max(1, ...months.map(({ value }) => value))], [height - bottom, top]);
  const longest = Math.max(0, ...months.map(({ value }) => number(value).length));
  const isRoomForNumbers = longest * digit <= x.step();
  const last = months.length - 1;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      focusable="false"
      className={clsx("h-auto w-full", className)}
    >
      {months.map(({ month, label, value }, at) => {
        const left = x(month) ?? 0;
        const middle = left + x.bandwidth() / 2;
        const isRunning = at === last;
        return (
          <g key={month}>
            <rect
              x={left}
              y={y(value)}
              width={x.bandwidth()}
              height={height - bottom - y(value)}
              className={isRunning ? "fill-none stroke-chart-1" : "fill-chart-1"}
              {...(isRunning && { strokeWidth: 2, strokeDasharray: "4 3" })}
            />
            {isRoomForNumbers && (
              <text x={middle} y={y(value) - 6} textAnchor="middle" className="fill-ink text-note tabular-nums">
                {number(value)}
              </text>
            )}
            {(last - at) % every === 0 && (
              <text x={middle} y={height - 8} textAnchor="middle" className="fill-ink-soft text-note tabular-nums">
                {label}
              </text>
            )}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={height - bottom} y2={height - bottom} className="stroke-edge" />
    </svg>
  );
}
