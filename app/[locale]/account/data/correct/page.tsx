import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { CorrectionForm } from "@/components/my-data/forms";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { requireProfessional } from "@/lib/auth/current-actor";
import { correctionSubjects } from "@/lib/domain/personal-data/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { askCorrectionAction } from "@/app/[locale]/account/data/actions";

type CorrectPageProps = PageProps<"/[locale]/account/data/correct">;

export async function generateMetadata({ params }: CorrectPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("my_data.correct");
  return { title: t("title") };
}

export default async function CorrectPage({ params }: CorrectPageProps) {
  const locale = await localeOf(params);
  await requireProfessional();
  const t = await getTranslations("my_data");
  return (
    <Page width="form" back={{ href: pathIn(locale, "/account/data"), label: t("title") }}>
      <ClientWords>
        <CorrectionForm
          action={askCorrectionAction}
          labels={{ subject: t("correct.subject"), words: t("correct.words"), hint: t("correct.words_hint") }}
          subjects={correctionSubjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
          submit={t("correct.submit")}
        >
          <Heading>{t("correct.title")}</Heading>
          <Lead>{t("correct.lead")}</Lead>
          <p className="max-w-measure">{t("correct.law")}</p>
        </CorrectionForm>
      </ClientWords>
    </Page>
  );
}
