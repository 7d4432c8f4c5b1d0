import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type ButtonKind = "primary" | "secondary" | "danger" | "quiet" | "inverse";

const looks: Record<ButtonKind, string> = {
  primary: "border-transparent bg-brand text-on-brand hover:bg-brand-strong",
  secondary: "border-edge bg-card text-brand hover:border-ink hover:text-brand-strong",
  danger: "border-transparent bg-red text-on-brand hover:underline",
  // A button that stands among links and weighs no more than they do.
  quiet: "border-transparent text-start text-brand underline underline-offset-4 hover:text-brand-strong",
  // On the colour of the header.
  inverse: "border-transparent bg-on-header text-header hover:underline",
};

/** The look of a button, for the few elements that are one without being `Button`. */
export function buttonLook(kind: ButtonKind = "primary", wide = false): string {
  return clsx(
    "inline-flex min-h-11 max-w-full items-center gap-2 rounded border py-2",
    kind !== "quiet" && "justify-center px-5 text-center font-semibold",
    "wrap-anywhere aria-disabled:opacity-60 print:hidden",
    wide && "w-full",
    looks[kind],
  );
}

type Look = { kind?: ButtonKind; icon?: IconName; wide?: boolean; children: ReactNode };

type ButtonProps = Look & { type?: "submit" | "button"; name?: string; value?: string; form?: string };

export function Button({ kind, icon, wide, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonLook(kind, wide)} {...rest}>
      <Face icon={icon}>{children}</Face>
    </button>
  );
}

/** Leads somewhere, and looks like the thing to do next. */
export function ButtonLink({
  kind,
  icon,
  wide,
  children,
  href,
  download,
}: Look & { href: string; download?: boolean }) {
  const look = buttonLook(kind, wide);
  if (download || !href.startsWith("/") || href.startsWith("/api/")) {
    return (
      <a href={href} className={look} {...(download && { download: true })}>
        <Face icon={icon}>{children}</Face>
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={look}>
      <Face icon={icon}>{children}</Face>
    </Link>
  );
}

/** Buttons side by side while there is room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>;
}

// An arrow points on, so it stands after the words; every other icon before them.
function Face({ icon, children }: { icon: IconName | undefined; children: ReactNode }) {
  return (
    <>
      {icon && icon !== "arrow" && <Icon name={icon} />}
      <span>{children}</span>
      {icon === "arrow" && <Icon name="arrow" />}
    </>
  );
}
