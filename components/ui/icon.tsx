import clsx from "clsx";

/** Drawn on 24 by 24 with a line of 2. An icon always stands beside a word, so it is silent. */
const drawings = {
  tick: "M4.5 12.5 10 18 19.5 6.5",
  cross: "M6 6l12 12M18 6 6 18",
  pause: "M8 5v14M16 5v14",
  arrow: "M4 12h15M13 6l6 6-6 6",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.5l3.5 2",
  alert: "M12 3.5 2.5 20h19L12 3.5M12 10v4.5M12 17.2v.3",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.3v.3",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21",
  camera: "M4 8h3.5L9.5 5h5l2 3H20v11H4zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z",
  upload: "M12 16V4M6.5 9 12 3.5 17.5 9M4 15.5V20h16v-4.5",
  download: "M12 3.5v12M6.5 10.5 12 16l5.5-5.5M4 15.5V20h16v-4.5",
  print: "M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 13.5h10v7H7v-7",
  file: "M6 3h8l5 5v13H6V3M14 3v5h5M9 13h7M9 17h7",
  lock: "M5.5 10.5h13V21h-13V10.5M8 10.5V7.5a4 4 0 0 1 8 0v3",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-4.5 3.5-6.5 8-6.5s8 2 8 6.5",
  chevron: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  external: "M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6",
  calendar: "M4 6h16v14H4V6M4 10.5h16M8 3v5M16 3v5",
  copy: "M9 9h11v11H9V9M5 15H4V4h11v1",
  menu: "M4 7h16M4 12h16M4 17h16",
  question:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.3 9.6c.2-1.5 1.3-2.4 2.8-2.4 1.6 0 2.7 1 2.7 2.4 0 2-2.8 2.1-2.8 4.1M12 16.6v.3",
  mail: "M3.5 6h17v12.5h-17V6M4 6.5l8 6.5 8-6.5",
  plus: "M12 4.5v15M4.5 12h15",
  edit: "M5 19l1-4.5L16.5 4 20 7.5 9.5 18 5 19M14 6.5 17.5 10",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={clsx("inline-block flex-none", className)}
    >
      <path d={drawings[name]} />
    </svg>
  );
}

export const iconNames = Object.keys(drawings) as IconName[];
