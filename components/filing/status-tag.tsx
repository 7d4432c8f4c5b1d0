import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { FilingState } from "@/lib/domain/filing/filing";

type Look = { colour: TagColour; outline?: true; icon?: IconName };

const looks: Record<FilingState, Look> = {
  draft: { colour: "grey", outline: true },
  submitted: { colour: "brand" },
  under_review: { colour: "brand" },
  awaiting_applicant: { colour: "gold", icon: "arrow" },
  second_check: { colour: "violet" },
  hearing: { colour: "gold", icon: "arrow" },
  public_notice: { colour: "violet" },
  approved: { colour: "jade", icon: "tick" },
  refused: { colour: "red", outline: true },
  not_accepted: { colour: "grey", outline: true },
  closed_no_response: { colour: "grey", outline: true },
  withdrawn: { colour: "grey", outline: true },
};

const onHold: Look = { colour: "grey", icon: "pause" };

/** Where a filing is, in a word; a hold stands beside it. */
export function StatusTag({ state, held = false }: { state: FilingState; held?: boolean }) {
  const t = useTranslations("workflow");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Tag {...looks[state]}>{t(`state.${state}`)}</Tag>
      {held && <Tag {...onHold}>{t("held")}</Tag>}
    </span>
  );
}
