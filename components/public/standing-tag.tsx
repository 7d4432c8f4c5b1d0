import { getTranslations } from "next-intl/server";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { Ending, Standing } from "@/lib/domain/verification/verdict";

type Word = "valid" | "suspended" | Ending;

const looks: Record<Word, { colour: TagColour; outline?: true; icon?: IconName }> = {
  valid: { colour: "jade", icon: "tick" },
  suspended: { colour: "gold", icon: "pause" },
  expired: { colour: "grey", outline: true },
  lapsed: { colour: "grey", outline: true },
  cancelled: { colour: "grey", outline: true },
  revoked: { colour: "red", icon: "cross" },
};

/** Where a registration stands, as a tag. */
export async function StandingTag({ standing }: { standing: Standing }) {
  const t = await getTranslations("registration.tag");
  const word = wordOf(standing);
  return <Tag {...looks[word]}>{t(word)}</Tag>;
}

/** The word for where a registration stands; an end is called by its kind. */
export function wordOf(standing: Standing): Word {
  return standing.is === "ended" ? standing.how : standing.is;
}
