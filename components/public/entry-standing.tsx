import { getTranslations } from "next-intl/server";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { IconName } from "@/components/ui/icon";
import type { DraftClosedReason } from "@/lib/domain/filing/opening";

export type EntryStanding = "open" | DraftClosedReason;

const looks: Record<EntryStanding, { colour: TagColour; outline?: true; icon?: IconName }> = {
  open: { colour: "jade", icon: "tick" },
  by_institution: { colour: "brand", outline: true },
  not_confirmed: { colour: "grey", outline: true },
  not_yet_open: { colour: "gold", icon: "calendar" },
  no_longer_open: { colour: "grey", outline: true, icon: "cross" },
  withdrawn: { colour: "red", outline: true, icon: "cross" },
};

/** Whether an entry takes filings, as a tag. */
export async function EntryStandingTag({ standing }: { standing: EntryStanding }) {
  const t = await getTranslations("list.standing");
  return <Tag {...looks[standing]}>{t(standing)}</Tag>;
}
