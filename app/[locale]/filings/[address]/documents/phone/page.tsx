import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArrivalWatch } from "@/components/filing/arrival-watch";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { QrPicture } from "@/components/public/qr-picture";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { CopyCode } from "@/components/ui/copy-code";
import { Details } from "@/components/ui/details";
import { Heading, Lead, Prose } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { requireProfessional } from "@/lib/auth/current-actor";
import { handoverMinutes } from "@/lib/domain/document/handover";
import { partAnchor, wordsOfHalf } from "@/lib/domain/document/papers";
import { timeWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyHandover } from "@/lib/services/view-handover";
import { startHandoverAction } from "@/app/[locale]/filings/[address]/documents/actions";

type Props = PageProps<"/[locale]/filings/[address]/documents/phone">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("documents.phone");
  return { title: t("tab") };
}

/** The square code that a telephone is pointed at, and what came of it. */
export default async function PhonePage({ params }: Props) {
  const locale = await localeOf(params);
  const [{ address }, actor] = await Promise.all([params, requireProfessional()]);
  const viewed = await viewMyHandover(actor, address, locale);
  if (!viewed.ok) notFound();
  if (!viewed.value) redirect(pathIn(locale, `/filings/${address}/documents`));

  const handover = viewed.value;
  const t = await getTranslations("documents");
  const evidence = await getTranslations("evidence");
  const { evidenceKey, half, filingId } = handover;
  const paper = evidence(`${evidenceKey}.name`);
  const title = half === "original" ? paper : t("part.of", { half: evidence(`${wordsOfHalf[half]}.name`), paper });
  const back = pathIn(locale, `/filings/${handover.address}/documents#${partAnchor(evidenceKey, half)}`);
  const startWith = (label: string) => (
    <ActionButton action={startHandoverAction} hidden={{ filingId, evidenceKey, half }} label={label} />
  );

  return (
    <Page width="form" back={{ href: back, label: t("phone.back") }}>
      <Heading caption={t("phone.tab")}>{title}</Heading>
      <ClientWords>
        {handover.is === "open" && (
          <>
            <Prose>
              <ol>
                <li>{t("phone.step_open")}</li>
                <li>{t("phone.step_take")}</li>
                <li>{t("phone.step_wait")}</li>
              </ol>
            </Prose>
            <div className="w-fit rounded border border-line bg-white p-2">
              <QrPicture address={handover.link} label={t("phone.code", { paper: title })} />
            </div>
            <p role="status" className="flex gap-3">
              <Icon name="clock" size={24} className="text-brand" />
              <span>
                {t("phone.waiting", { time: timeWords(locale, handover.expiresAt), minutes: handoverMinutes })}
              </span>
            </p>
            <ArrivalWatch seconds={handoverMinutes * 60} />
            <TextLink href={pathIn(locale, `/filings/${handover.address}/documents/phone`)}>{t("phone.look")}</TextLink>
            <Details summary={t("phone.no_camera")}>
              <p>{t("phone.link")}</p>
              <CopyCode value={handover.link} label={t("phone.copy")} copiedLabel={t("phone.copied")} />
            </Details>
          </>
        )}
        {handover.is === "used" && (
          <>
            <p role="status" className="flex gap-3 font-semibold">
              <Icon name="tick" size={24} className="text-jade" />
              <span className="wrap-anywhere">
                {handover.name ? t("phone.arrived", { name: handover.name }) : t("phone.arriving")}
              </span>
            </p>
            {!handover.name && <ArrivalWatch seconds={60} />}
            <ButtonRow>
              <ButtonLink href={back}>{t("phone.see")}</ButtonLink>
              {startWith(t("phone.another"))}
            </ButtonRow>
          </>
        )}
        {handover.is === "ended" && (
          <>
            <Lead>{t("phone.ran_out")}</Lead>
            {startWith(t("phone.again"))}
          </>
        )}
      </ClientWords>
    </Page>
  );
}
