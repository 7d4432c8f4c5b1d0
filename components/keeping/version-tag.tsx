import { useLocale, useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { VersionState } from "@/lib/domain/accreditation/version";
import { dateWords } from "@/lib/i18n/dates";

type Standing = VersionState | "scheduled";

const looks: Record<Standing, { colour: TagColour; outline?: true; icon?: IconName }> = {
  draft: { colour: "grey", outline: true, icon: "edit" },
  submitted: { colour: "gold", icon: "arrow" },
  scheduled: { colour: "violet", icon: "calendar" },
  published: { colour: "jade", icon: "tick" },
  superseded: { colour: "grey", outline: true },
  withdrawn: { colour: "grey", outline: true, icon: "cross" },
};

type VersionTagProps = { state: VersionState; publishOn: string | null };

/** Where a version of a list entry stands, in a word. */
export function VersionTag(version: VersionTagProps) {
  return <Tag {...looks[standingOf(version)]}>{useVersionWords()(version)}</Tag>;
}

/** The same in words alone. */
export function useVersionWords(): (version: VersionTagProps) => string {
  const t = useTranslations("keeping.state");
  const locale = useLocale();
  return (version) => t(standingOf(version), { date: version.publishOn ? dateWords(locale, version.publishOn) : "" });
}

const standingOf = ({ state, publishOn }: VersionTagProps): Standing =>
  state === "submitted" && publishOn !== null ? "scheduled" : state;
