import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type TagColour = "grey" | "brand" | "gold" | "jade" | "red" | "violet";

const tints: Record<TagColour, string> = {
  grey: "border-transparent bg-mist text-ink-soft",
  brand: "border-transparent bg-brand-tint text-brand",
  gold: "border-transparent bg-gold-tint text-gold",
  jade: "border-transparent bg-jade-tint text-jade",
  red: "border-transparent bg-red-tint text-red",
  violet: "border-transparent bg-violet-tint text-violet",
};

const outlines: Record<TagColour, string> = {
  grey: "border-edge text-ink-soft",
  brand: "border-brand text-brand",
  gold: "border-gold text-gold",
  jade: "border-jade text-jade",
  red: "border-red text-red",
  violet: "border-violet text-violet",
};

type TagProps = { colour?: TagColour; outline?: boolean; icon?: IconName; children: ReactNode };

/** A status: a word, with a colour and often a shape beside it. */
export function Tag({ colour = "grey", outline = false, icon, children }: TagProps) {
  return (
    <span className={clsx("tag", (outline ? outlines : tints)[colour])}>
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </span>
  );
}
