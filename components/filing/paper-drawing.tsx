import type { ReactNode } from "react";
import type { PaperShape } from "@/lib/domain/document/shapes";

const lines = (x: number, y: number, widths: readonly number[], step = 9) =>
  widths.map((width, at) => (
    <path key={`${x}-${y + at * step}`} d={`M${x} ${y + at * step}h${width}`} strokeWidth="3" className="text-edge" />
  ));

const head = (x: number, y: number) => (
  <path
    d={`M${x} ${y}a7 7 0 1 1 .1 0zm-11 19c0-9 5-14 11-14s11 5 11 14z`}
    className="fill-current text-edge"
    stroke="none"
  />
);

const card = (y: number, inside: ReactNode) => (
  <g>
    <rect x="26" y={y} width="88" height="54" rx="5" className="fill-mist" />
    {inside}
  </g>
);

const seal = (x: number, y: number) => (
  <g className="text-red">
    <circle cx={x} cy={y} r="13" strokeWidth="2" />
    <path d={`M${x} ${y - 6}l2 4 4 .5-3 3 1 4-4-2-4 2 1-4-3-3 4-.5z`} className="fill-current" stroke="none" />
  </g>
);

// Drawn roughly, so that nobody takes one for a paper: where things stand, and what must not be cut off.
const drawings: Record<PaperShape, ReactNode> = {
  card: (
    <>
      {card(
        28,
        <>
          <rect x="32" y="36" width="24" height="32" className="fill-card" />
          {head(44, 54)}
          {lines(64, 42, [42, 30, 38])}
        </>,
      )}
      {card(98, <>{lines(34, 112, [72, 60, 66, 40])}</>)}
    </>
  ),
  passport: (
    <>
      <path d="M18 90h104" strokeWidth="1.5" />
      <rect x="26" y="104" width="28" height="36" className="fill-mist" />
      {head(40, 124)}
      {lines(64, 108, [46, 34, 46, 28])}
      {lines(26, 154, [88, 88], 8)}
    </>
  ),
  certificate: (
    <>
      <rect x="24" y="24" width="92" height="142" strokeWidth="1.5" />
      {lines(46, 46, [48])}
      {lines(36, 66, [68, 60, 68, 52], 12)}
      {lines(36, 130, [34, 26], 11)}
      {seal(94, 138)}
    </>
  ),
  letter: (
    <>
      {lines(28, 30, [40])}
      {lines(28, 52, [84, 80, 84, 72, 84, 64], 11)}
      <path d="M30 142c8-14 12 8 18-4s8 6 18-2" strokeWidth="2" className="text-brand" />
      {lines(28, 156, [44])}
      {seal(98, 144)}
    </>
  ),
  table: (
    <>
      {lines(28, 30, [52])}
      <path d="M28 48h84v96H28zM28 66h84M28 84h84M28 102h84M28 124h84M72 48v96" strokeWidth="1.5" />
      {lines(34, 58, [28, 24, 30, 22], 18)}
      {lines(80, 58, [24, 18, 22, 26], 18)}
    </>
  ),
  portrait: (
    <path
      d="M70 36c15 0 24 11 24 27s-9 30-24 30-24-14-24-30 9-27 24-27zM24 172c2-38 18-58 46-58s44 20 46 58z"
      className="fill-mist"
      strokeWidth="2"
    />
  ),
};

/** What a paper of this kind looks like when it is sent as it should be. The words beside it say the same. */
export function PaperDrawing({ shape }: { shape: PaperShape }) {
  return (
    <svg
      viewBox="0 0 140 190"
      width={112}
      height={152}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
      className="flex-none text-ink-soft"
    >
      <rect x="10" y="8" width="120" height="174" rx="2" strokeWidth="2" className="fill-card" />
      {drawings[shape]}
    </svg>
  );
}
