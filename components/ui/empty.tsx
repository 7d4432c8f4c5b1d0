import type { ReactNode } from "react";

/** Says why there is nothing here, what would fill it, and gives the one button that does. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded border border-dashed border-edge px-6 py-8">
      <p className="text-lead font-semibold">{title}</p>
      {children && <div className="mt-2 max-w-measure text-ink-soft">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
