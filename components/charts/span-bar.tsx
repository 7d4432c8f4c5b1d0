import { scaleLinear } from "d3-scale";

type SpanBarProps = {
  baseline: number;
  newest: number;
  /** The target, or both ends of it. */
  targetLow: number;
  targetHigh: number;
};

const width = 320;
const height = 34;

/** How far a value has come on the way from nothing to its target: drawn only where both are on one scale. */
export function SpanBar({ baseline, newest, targetLow, targetHigh }: SpanBarProps) {
  const x = scaleLinear([0, Math.max(targetHigh, newest) * 1.04], [1, width - 1]);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
      className="h-auto w-full max-w-100"
    >
      <rect x={x(0)} y={10} width={width - 2} height={14} className="fill-mist stroke-line" />
      {targetHigh > targetLow && (
        <rect x={x(targetLow)} y={10} width={x(targetHigh) - x(targetLow)} height={14} className="fill-brand-tint" />
      )}
      <rect x={x(0)} y={10} width={x(newest) - x(0)} height={14} className="fill-chart-1" />
      {newest !== baseline && (
        <line x1={x(baseline)} x2={x(baseline)} y1={10} y2={24} className="stroke-card" strokeWidth={2} />
      )}
      {[...new Set([targetLow, targetHigh])].map((target) => (
        <line key={target} x1={x(target)} x2={x(target)} y1={3} y2={31} className="stroke-ink" strokeWidth={2.5} />
      ))}
    </svg>
  );
}
