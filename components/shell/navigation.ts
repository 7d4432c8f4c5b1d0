import { getTranslations } from "next-intl/server";
import type { Person } from "@/lib/domain/actor";
import { holds, may } from "@/lib/domain/permissions";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import type { NavigationItem } from "./navigation-links";

type Label =
  | "start"
  | "list"
  | "register"
  | "proceedings"
  | "verify"
  | "progress"
  | "help"
  | "sign_in"
  | "filings"
  | "review"
  | "second_check"
  | "workload"
  | "statistics"
  | "keep_list"
  | "data_requests"
  | "failed_mail"
  | "people"
  | "messages"
  | "account_page"
  | "mailbox"
  | "clock";

type Place = [label: Label, path: `/${string}`];

const open: Place[] = [
  ["start", "/"],
  ["list", "/list"],
  ["register", "/register"],
  ["verify", "/verify"],
  ["progress", "/progress"],
  ["help", "/help"],
];

/** What stands in the menu for whoever is there. It offers; whether they may come in is asked by each page itself. */
export async function navigationFor(
  actor: Person | null,
  locale: Locale,
  demonstration: boolean,
): Promise<{ items: NavigationItem[]; own: NavigationItem[] }> {
  const t = await getTranslations("common.nav");
  const named = (places: Place[]) => places.map(([label, path]) => ({ label: t(label), href: pathIn(locale, path) }));
  const demo: Place[] = demonstration
    ? [
        ["mailbox", "/demo/mailbox"],
        ["clock", "/demo/clock"],
      ]
    : [];
  return { items: named(roomsOf(actor)), own: named([...demo, ...ownOf(actor)]) };
}

function roomsOf(actor: Person | null): Place[] {
  if (actor?.kind !== "staff") return open;
  const work: Place[] = [
    ...(may(actor, "read_queue") ? ([["review", "/review"]] satisfies Place[]) : []),
    ...(holds(actor, "decide") ? ([["second_check", "/review/second-check"]] satisfies Place[]) : []),
    ...(may(actor, "read_queue") ? ([["proceedings", "/review/registrations"]] satisfies Place[]) : []),
    ...(may(actor, "share_out_work") ? ([["workload", "/review/workload"]] satisfies Place[]) : []),
    ...(may(actor, "view_statistics") ? ([["statistics", "/admin"]] satisfies Place[]) : []),
    ...(may(actor, "keep_list") ? ([["keep_list", "/admin/list"]] satisfies Place[]) : []),
    ...(may(actor, "look_after_people") ? ([["people", "/admin/people"]] satisfies Place[]) : []),
    ...(may(actor, "answer_data_requests") ? ([["data_requests", "/admin/data-requests"]] satisfies Place[]) : []),
    ...(may(actor, "read_failed_mail") ? ([["failed_mail", "/admin/failed-mail"]] satisfies Place[]) : []),
  ];
  return [...work, ...open.filter(([label]) => label !== "start" && label !== "progress")];
}

function ownOf(actor: Person | null): Place[] {
  if (!actor) return [["sign_in", "/sign-in"]];
  if (actor.kind === "staff") return [["account_page", "/account"]];
  return [
    ["filings", "/filings"],
    ["messages", "/messages"],
    ["account_page", "/account"],
  ];
}
