import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuotedWords } from "@/components/filing/quoted-words";
import { ClientWords } from "@/components/form/client-words";
import { AnswerRequestForm } from "@/components/my-data/forms";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { Card } from "@/components/ui/panel";
import { requireStaff } from "@/lib/auth/current-actor";
import { localeOf } from "@/lib/i18n/routing";
import { requestWords } from "@/app/[locale]/account/data/requests";
import { viewDataRequests, type DataRequestLine } from "@/lib/services/answer-data-request";
import { answerDataRequestAction } from "./actions";

type DataRequestsPageProps = PageProps<"/[locale]/admin/data-requests">;

export async function generateMetadata({ params }: DataRequestsPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("my_data.desk");
  return { title: t("title") };
}

/** What people asked about their data, with the time left; what was refused stays as the log book. */
export default async function DataRequestsPage({ params }: DataRequestsPageProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff("answer_data_requests");
  const [t, words, view] = await Promise.all([
    getTranslations("my_data.desk"),
    requestWords(locale),
    viewDataRequests(actor),
  ]);
  if (!view.ok) notFound();
  const lines = view.value;
  const open = lines.filter(({ state }) => state === "open");
  const answered = lines.filter(({ state }) => state !== "open");
  const line = (request: DataRequestLine) => (
    <li key={request.id}>
      <Card>
        <div className="grid gap-3">
          <div className="grid gap-1">
            <p className="font-semibold">{words.named(request)}</p>
            <p className="text-note text-ink-soft wrap-anywhere">{request.email ?? t("closed_account")}</p>
            <p>{words.stands(request)}</p>
          </div>
          {request.words && <QuotedWords>{request.words}</QuotedWords>}
          {request.answer && <QuotedWords>{request.answer}</QuotedWords>}
          {request.state === "open" && <Answer request={request} />}
        </div>
      </Card>
    </li>
  );
  return (
    <Page width="wide">
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      {lines.length === 0 && <EmptyState title={t("empty")} />}
      {open.length > 0 && (
        <Section title={t("open")}>
          <ul className="grid gap-4">{open.map(line)}</ul>
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={t("answered")}>
          <ul className="grid gap-4">{answered.map(line)}</ul>
        </Section>
      )}
    </Page>
  );
}

async function Answer({ request }: { request: DataRequestLine }) {
  const t = await getTranslations("my_data.desk");
  if (request.isOwn) return <p className="text-ink-soft">{t("own")}</p>;
  const isErasure = request.kind === "erasure";
  return (
    <ClientWords>
      {isErasure && <p className="text-ink-soft">{t("by_time")}</p>}
      <AnswerRequestForm
        action={answerDataRequestAction}
        hidden={{ requestId: request.id }}
        idPrefix={request.id}
        labels={{ outcome: t("outcome"), answer: t("answer") }}
        outcomes={[
          ...(isErasure ? [] : [{ value: "done", label: t("done") }]),
          { value: "refused", label: t("refused") },
        ]}
        submit={t("submit")}
        submitKind="secondary"
      />
    </ClientWords>
  );
}
