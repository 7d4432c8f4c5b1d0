import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { FileField } from "@/components/form/file-field";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { ConfirmationPanel } from "@/components/ui/panel";
import { fileFaults, uploadProblems, wordsOfProblem } from "@/lib/domain/document/file";
import { wordsOfHalf } from "@/lib/domain/document/papers";
import { timeWords } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/routing";
import { viewHandover } from "@/lib/services/view-handover";

type Props = PageProps<"/[locale]/l/[token]/paper">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("documents.phone");
  return { title: t("tab"), robots: { index: false, follow: false } };
}

/** The page a telephone opens from the square code: one paper to photograph, without an account and without anybody's data. */
export default async function PhonePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [{ token }, asked] = await Promise.all([params, searchParams]);
  const view = await viewHandover(token);
  const t = await getTranslations("documents");
  if (view.is === "used") {
    return (
      <Page>
        <ConfirmationPanel title={t("phone.done_title")}>{t("phone.done_text")}</ConfirmationPanel>
      </Page>
    );
  }
  if (view.is === "ended") {
    return (
      <Page>
        <Heading>{t("phone.ended_title")}</Heading>
        <Lead>{t("phone.ended_text")}</Lead>
      </Page>
    );
  }

  const evidence = await getTranslations("evidence");
  const { evidenceKey, half, expiresAt } = view;
  const paper = evidence(`${evidenceKey}.name`);
  const words = half === "original" ? evidenceKey : wordsOfHalf[half];
  const title = half === "original" ? paper : t("part.of", { half: evidence(`${wordsOfHalf[half]}.name`), paper });
  const problem = problemIn(asked["fault"]);
  return (
    <Page width="form">
      <Heading>{title}</Heading>
      <Lead>{evidence(`${words}.exactly`)}</Lead>
      <ClientWords>
        <FileField
          uploadUrl={`/api/links/${token}/paper`}
          label={t("phone.send", { paper: title })}
          hidden={{ locale }}
          {...(problem && { problem })}
        />
      </ClientWords>
      <p className="max-w-measure text-note text-ink-soft">
        {t("phone.until", { time: timeWords(locale, expiresAt) })}
      </p>
    </Page>
  );
}

/** What a form without script came back with, as a message key. */
function problemIn(fault: string | string[] | undefined): string | null {
  const problem = uploadProblems.find((it) => it === fault);
  if (problem) return wordsOfProblem[problem];
  const known = fileFaults.find((it) => it === fault);
  return known ? `validation.file_${known}` : null;
}
