import clsx from "clsx";
import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";

/** A number of people on a day. */
export type ChartPoint = { on: string; value: number };

export type PeopleChartWords = {
  target: string;
  official: string;
  recorded: string;
  gap: string;
  /** A number with its thousands set apart. */
  number: (value: number) => string;
};

type PeopleChartProps = {
  official: ChartPoint;
  target: ChartPoint;
  /** What was recorded here, oldest first; none where nobody was. */
  recorded: readonly ChartPoint[];
  today: string;
  words: PeopleChartWords;
};

/** From the official count toward the target: observed points only, the years without a count left empty. */
export function PeopleChart(props: PeopleChartProps) {
  return (
    // The same drawing at three widths, so that its words keep their size.
    <div aria-hidden="true" className="max-w-240">
      <Drawing
        {...props}
        size={{ width: 960, height: 340, left: 56, right: 24 }}
        className="hidden lg:block print:hidden"
      />
      <Drawing
        {...props}
        size={{ width: 640, height: 300, left: 56, right: 16 }}
        className="hidden sm:max-lg:block print:block"
      />
      <Drawing {...props} size={{ width: 300, height: 280, left: 50, right: 8 }} className="sm:hidden print:hidden" />
    </div>
  );
}

type Size = { width: number; height: number; left: number; right: number };
const top = 34;
/** Half the width of a year's four digits: nearer to the edge they would be cut. */
const halfAYear = 18;
const bottom = 34;

function Drawing({
  official,
  target,
  recorded,
  today,
  words,
  size,
  className,
}: PeopleChartProps & { size: Size; className: string }) {
  const { width, height, left, right } = size;
  const highest = Math.max(target.value, official.value, ...recorded.map(({ value }) => value));
  const last = [today, target.on].sort().at(-1) ?? today;
  const x = scaleUtc([daysBefore(official.on, 92), daysBefore(last, -60)], [left, width - right]);
  const y = scaleLinear([0, highest * 1.06], [height - bottom, top]);
  const at = (point: ChartPoint) => ({ x: x(instant(point.on)), y: y(point.value) });

  const first = recorded[0];
  const newest = recorded.at(-1);
  const start = at(official);
  const goal = at(target);
  const end = newest && at(newest);
  const path = line<ChartPoint>(
    (point) => at(point).x,
    (point) => at(point).y,
  )([...recorded]);
  const gap = { from: start.x, to: first ? at(first).x : x(instant(today)) };

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={clsx("h-auto w-full", className)}
      focusable="false"
    >
      {/* The years for which nobody published a count. */}
      <rect
        x={gap.from}
        y={top}
        width={Math.max(0, gap.to - gap.from)}
        height={height - bottom - top}
        className="fill-mist print:fill-none"
      />
      <text
        x={(gap.from + gap.to) / 2}
        y={height - bottom - 14}
        textAnchor="middle"
        className="fill-ink-soft text-note"
      >
        {words.gap}
      </text>

      {y.ticks(2).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-ink-soft text-note tabular-nums">
            {words.number(tick)}
          </text>
        </g>
      ))}
      {x
        .ticks(4)
        .filter((tick) => isNewYear(tick) && x(tick) <= width - halfAYear)
        .map((tick) => (
          <g key={tick.getTime()}>
            <line x1={x(tick)} x2={x(tick)} y1={height - bottom} y2={height - bottom + 6} className="stroke-edge" />
            <text
              x={x(tick)}
              y={height - bottom + 22}
              textAnchor="middle"
              className="fill-ink-soft text-note tabular-nums"
            >
              {tick.getUTCFullYear()}
            </text>
          </g>
        ))}
      <line x1={left} x2={width - right} y1={height - bottom} y2={height - bottom} className="stroke-edge" />

      <line
        x1={left}
        x2={width - right}
        y1={goal.y}
        y2={goal.y}
        className="stroke-chart-6"
        strokeWidth={1.5}
        strokeDasharray="2 5"
      />
      <path d={diamond(goal.x, goal.y, 7)} className="fill-card stroke-chart-6" strokeWidth={2} />
      <text
        x={Math.min(goal.x, width - right - 4)}
        y={goal.y - 14}
        textAnchor="end"
        className="fill-ink stroke-paper text-note font-semibold"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {words.target}
      </text>

      <circle cx={start.x} cy={start.y} r={6.5} className="fill-chart-1 stroke-card" strokeWidth={2} />
      <text
        x={start.x + 12}
        y={start.y - 12}
        className="fill-ink stroke-paper text-note font-semibold"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {words.official}
      </text>

      {path && <path d={path} fill="none" className="stroke-chart-2" strokeWidth={2.5} strokeDasharray="7 3" />}
      {end && (
        <>
          <rect
            x={end.x - 6}
            y={end.y - 6}
            width={12}
            height={12}
            className="fill-chart-2 stroke-card"
            strokeWidth={2}
          />
          <text
            x={Math.min(end.x + 6, width - right)}
            y={labelBelow(end.y, goal.y) ? end.y + 30 : end.y - 16}
            textAnchor="end"
            className="fill-ink stroke-paper text-note font-semibold"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {words.recorded}
          </text>
        </>
      )}
    </svg>
  );
}

const instant = (day: string) => new Date(`${day}T00:00:00Z`);
const daysBefore = (day: string, days: number) => new Date(instant(day).getTime() - days * 86_400_000);
const isNewYear = (tick: Date) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
const diamond = (x: number, y: number, r: number) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
/** The words go under the end of the line where the target's words would stand in their way. */
const labelBelow = (end: number, goal: number) => end - goal < 36;
