import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Text set apart: a rule quoted, an example, the words of another person. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="max-w-measure border-s-4 border-line py-1 ps-4">{children}</div>;
}

/** One sentence that must not be missed; `label` is heard before it ("Important"). */
export function Warning({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="flex max-w-measure gap-3 font-semibold">
      <Icon name="alert" size={24} className="text-gold" />
      <span>
        <span className="for-ear">{label}: </span>
        {children}
      </span>
    </p>
  );
}
