import type { ReactNode } from "react";

/** Han characters in their own language: the right shapes depend on it. */
export function Han({ lang, children }: { lang: "zh-Hant" | "zh-Hans"; children: ReactNode }) {
  return <span lang={lang}>{children}</span>;
}

/** Latin letters inside a Chinese page. */
export function Latin({ children }: { children: ReactNode }) {
  return <span lang="en">{children}</span>;
}

type PersonNameProps = { han?: string | null; latin: string; lang?: "zh-Hant" | "zh-Hans"; stacked?: boolean };

/** A name as it was entered, the Latin form always with it, so that a missing glyph never hides a person. */
export function PersonName({ han, latin, lang = "zh-Hant", stacked }: PersonNameProps) {
  return (
    <span className={stacked ? "inline-flex flex-col" : "inline-flex flex-wrap gap-x-2"}>
      {han && <Han lang={lang}>{han}</Han>}
      <Latin>{latin}</Latin>
    </span>
  );
}
