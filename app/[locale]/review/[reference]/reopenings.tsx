import { getTranslations } from "next-intl/server";
import { Reopenings } from "@/components/review/reopenings";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { viewReopenings } from "@/lib/services/view-reopening";

/** What was proposed about the end of a filing, and the way to what still awaits a second person. */
export async function ReopeningsOfFiling({ filingId, href }: { filingId: string; href: string }) {
  const [t, actor, now] = await Promise.all([getTranslations("review.reopen"), requireStaff(), officeNow()]);
  const view = await viewReopenings(actor, filingId, now);
  if (!view.ok) return null;
  const { proposal, decided } = view.value;
  const all = [...(proposal ? [proposal] : []), ...decided];
  if (all.length === 0) return null;
  return (
    <Section title={t("history")} {...(proposal && { actions: <TextLink href={href}>{t("open")}</TextLink> })}>
      <Reopenings reopenings={all} />
    </Section>
  );
}
