import { Fragment } from "react";

/** A text in which no reference of a filing or registration is broken at its hyphens. */
export function WholeReferences({ text }: { text: string }) {
  return text.split(/(\bQHR?-[\d-]*\d-\w\b)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
