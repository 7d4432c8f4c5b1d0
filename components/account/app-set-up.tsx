import { getTranslations } from "next-intl/server";
import { QrPicture } from "@/components/public/qr-picture";
import { Section } from "@/components/shell/page";
import { CopyCode } from "@/components/ui/copy-code";
import { Details } from "@/components/ui/details";
import { Heading, Lead } from "@/components/ui/heading";
import { PrintButton } from "@/components/ui/print-button";
import type { FormAction } from "@/lib/domain/form";
import { RecoveryCodes } from "./recovery-codes";
import { SetUpForm } from "./second-factor-forms";

type AppSetUpProps = {
  action: FormAction;
  lead: string;
  email: string;
  /** What the app reads, the same for typing, and the codes to be kept. */
  offer: { address: string; secret: string; codes: readonly string[] };
  errorWords: Record<string, string>;
};

/** The three steps by which somebody's app and this office come to share a secret. */
export async function AppSetUp({ action, lead, email, offer, errorWords }: AppSetUpProps) {
  const t = await getTranslations("second_factor.set_up");
  return (
    <SetUpForm
      action={action}
      labels={{ code: t("code"), hint: t("code_hint"), kept: t("kept"), prove: t("prove") }}
      submit={t("submit")}
      errorWords={errorWords}
    >
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{lead}</Lead>
      </div>
      <Section title={t("scan")}>
        <p className="max-w-measure">{t("scan_text")}</p>
        <div className="w-fit rounded border border-line bg-white p-2 print:hidden">
          <QrPicture address={offer.address} label={t("picture")} />
        </div>
        <Details summary={t("no_camera")}>
          <div className="grid gap-2">
            <p className="wrap-anywhere">{t("key_text", { email })}</p>
            <CopyCode value={offer.secret} group={4} label={t("copy")} copiedLabel={t("copied")} />
          </div>
        </Details>
      </Section>
      <Section title={t("codes")}>
        <p className="max-w-measure">{t("codes_text")}</p>
        <RecoveryCodes codes={offer.codes} />
        <div>
          <PrintButton label={t("print")} />
        </div>
      </Section>
    </SetUpForm>
  );
}
