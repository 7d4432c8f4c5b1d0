"use client";

import { useState } from "react";
import { buttonLook } from "./button";
import { Code } from "./code";
import { useHydrated } from "./hydrated";
import { Icon } from "./icon";

type CopyCodeProps = { value: string; label: string; copiedLabel: string; group?: number; large?: boolean };

/** A code with a button that copies it. */
export function CopyCode({ value, label, copiedLabel, group = 0, large = false }: CopyCodeProps) {
  const [copied, setCopied] = useState(false);
  const hydrated = useHydrated();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Code value={value} group={group} large={large} />
      {hydrated && (
        <button
          type="button"
          className={buttonLook("quiet")}
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          <Icon name={copied ? "tick" : "copy"} size={16} />
          <span aria-live="polite">{copied ? copiedLabel : label}</span>
        </button>
      )}
    </span>
  );
}
