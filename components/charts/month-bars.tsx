import { scaleBand, scaleLinear } from "d3-scale";

type MonthBarsProps = {
  months: readonly { month: string; value: number }[];
  /** A number with its thousands set apart. */
  number: (value: number) => string;
};

const width = 640;
const height = 220;
const top = 24;
const bottom = 28;

/** People newly registered in each month; the last month, which is not over, is drawn as an outline. */
export function MonthBars({ months, number }: MonthBarsProps) {
  const x = scaleBand(
    months.map(({ month }) => month),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, Math.max(1, ...months.map(({ value }) => value))], [height - bottom, top]);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
      className="h-auto w-full max-w-200"
    >
      {months.map(({ month, value }, at) => {
        const left = x(month) ?? 0;
        const isRunning = at === months.length - 1;
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
            <text
              x={left + x.bandwidth() / 2}
              y={y(value) - 6}
              textAnchor="middle"
              className="fill-ink text-note tabular-nums"
            >
              {number(value)}
            </text>
            <text
              x={left + x.bandwidth() / 2}
              y={height - 8}
              textAnchor="middle"
              className="fill-ink-soft text-note tabular-nums"
            >
              {month.slice(5)}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={width} y1={height - bottom} y2={height - bottom} className="stroke-edge" />
    </svg>
  );
}
