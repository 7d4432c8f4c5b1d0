import { getTranslations } from "next-intl/server";
import { QuotedWords } from "@/components/filing/quoted-words";
import { Table } from "@/components/ui/table";
import type { CorrectionSubject } from "@/lib/domain/personal-data/schema";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { DataRequestView } from "@/lib/services/view-my-data";

export type RequestWords = {
  named: (request: DataRequestView) => string;
  stands: (request: DataRequestView) => string;
};

/** What a request about data is called, and where it stands. */
export async function requestWords(locale: Locale): Promise<RequestWords> {
  const t = await getTranslations({ locale, namespace: "my_data" });
  return {
    named: ({ kind, subject }) =>
      kind === "erasure"
        ? t("kind.erasure")
        : t("kind.correction", { subject: t(`subject.${subject as CorrectionSubject}`) }),
    stands: ({ kind, state, dueOn, latestOn, answeredAt }) => {
      const date = answeredAt ? instantDateWords(locale, answeredAt) : dateWords(locale, dueOn);
      if (state !== "open") return t(`request_state.${state}`, { date });
      return kind === "erasure"
        ? t("request_state.open_erasure")
        : t("request_state.open", { date, latest: dateWords(locale, latestOn) });
    },
  };
}

/** What somebody asked about their data and what they were told. */
export async function DataRequests({ locale, requests }: { locale: Locale; requests: readonly DataRequestView[] }) {
  const [t, { named, stands }] = await Promise.all([getTranslations("my_data"), requestWords(locale)]);
  return (
    <Table
      caption={t("requests")}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t("no_requests")}</p>}
      columns={[
        {
          key: "request",
          head: t("request"),
          rowHeader: true,
          cell: (request) => (
            <div className="grid gap-1">
              <p>{named(request)}</p>
              {request.words && <QuotedWords>{request.words}</QuotedWords>}
            </div>
          ),
        },
        { key: "state", head: t("state"), cell: stands },
        { key: "answer", head: t("answer"), cell: ({ answer }) => answer && <QuotedWords>{answer}</QuotedWords> },
      ]}
    />
  );
}
