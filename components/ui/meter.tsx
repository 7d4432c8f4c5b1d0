type MeterProps = { value: number; max: number; label: string };

/** How much of something: never the only place where the number stands. */
export function Meter({ value, max, label }: MeterProps) {
  return <progress className="bar" value={value} max={max} aria-label={label} />;
}
