import { getTranslations } from "next-intl/server";
import { publishImportAction, takeOverImportAction } from "@/app/[locale]/admin/list/import/actions";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { ChangeTable } from "@/components/keeping/change-table";
import { PublishImportForm } from "@/components/keeping/publish-forms";
import { StaffName } from "@/components/keeping/staff-name";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Section } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { isFreshlySignedIn } from "@/lib/auth/current-actor";
import type { RowFault } from "@/lib/domain/accreditation/schema";
import { treatments } from "@/lib/domain/accreditation/version";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { instantWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { ImportView } from "@/lib/services/view-import";

type TriedImportProps = { locale: Locale; file: ImportView; now: Date };

/** What a file would change or what is wrong with it, and after it was taken over what waits to be published. */
export async function TriedImport({ locale, file, now }: TriedImportProps) {
  const t = await getTranslations("keeping.import");
  const { name, by, at, rows, problems, committedAt, waiting } = file;
  return (
    <>
      <div className="grid gap-2">
        <Heading>
          <span className="wrap-anywhere">{name}</span>
        </Heading>
        <p className="text-ink-soft">
          {t("rows", { count: rows })} · {by && <StaffName name={by} />} · {instantWords(locale, at)}
        </p>
      </div>
      {problems.length > 0 && <Problems locale={locale} file={file} />}
      {problems.length === 0 && !committedAt && <Differences locale={locale} file={file} />}
      {committedAt && !waiting && <p>{t("nothing_waits")}</p>}
      {waiting && <Waiting locale={locale} file={file} waiting={waiting} now={now} />}
    </>
  );
}

type Part = { locale: Locale; file: ImportView };

async function Problems({ locale, file: { problems } }: Part) {
  const [t, fields] = await Promise.all([getTranslations("keeping.import"), getTranslations("fields")]);
  const named = (column: string) =>
    fields.has(`column.${column}` as never) ? fields(`column.${column as "route"}`) : column;
  return (
    <Section title={t("problems", { count: problems.length })}>
      <p>{t("problems_text")}</p>
      <Table
        caption={t("problems", { count: problems.length })}
        captionHidden
        columns={[
          { key: "row", head: t("row"), rowHeader: true, cell: ({ row }) => numberWords(locale, row) },
          {
            key: "column",
            head: t("column"),
            cell: ({ column }) => (
              <>
                <span className="code wrap-anywhere">{column}</span>
                {named(column) !== column && <span className="block text-note text-ink-soft">{named(column)}</span>}
              </>
            ),
          },
          {
            key: "problem",
            head: t("problem"),
            cell: ({ column, message }) =>
              fields(`row.${message.slice("fields.row.".length) as RowFault}`, { column: named(column) }),
          },
        ]}
        rows={problems}
        rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
      />
    </Section>
  );
}

async function Differences({ locale, file: { id, brought, inWork } }: Part) {
  const [t, change] = await Promise.all([getTranslations("keeping.import"), getTranslations("keeping.change")]);
  if (brought.length === 0) return <p>{t("no_difference")}</p>;
  return (
    <Section title={t("differences", { count: brought.length })}>
      <ul className="grid gap-4">
        {brought.map((entry) => (
          <li key={entry.code} className="grid gap-1">
            <p>
              <span className="code font-semibold wrap-anywhere">{entry.code}</span>
              {entry.isNew && <span className="text-ink-soft"> {t("new")}</span>}
            </p>
            <Details
              summary={
                <>
                  {change("count", { count: entry.changes.length })}
                  <span className="for-ear"> ({entry.code})</span>
                </>
              }
              wide
            >
              <ChangeTable {...entry} />
            </Details>
          </li>
        ))}
      </ul>
      {inWork.length > 0 ? (
        <InsetText>
          <p>{t("in_work")}</p>
          <Codes locale={locale} codes={inWork} />
        </InsetText>
      ) : (
        <ClientWords>
          <div>
            <ActionButton
              action={takeOverImportAction}
              hidden={{ import: id }}
              label={t("take_over", { count: brought.length })}
              kind="primary"
              errorWords={{ wrong_status: t("taken_over_before"), stale: t("stale") }}
            />
          </div>
        </ClientWords>
      )}
    </Section>
  );
}

type WaitingProps = Part & { waiting: NonNullable<ImportView["waiting"]>; now: Date };

async function Waiting({ locale, file: { id }, waiting, now }: WaitingProps) {
  const [t, impact, publish] = await Promise.all([
    getTranslations("keeping.import"),
    getTranslations("keeping.impact"),
    getTranslations("keeping.publish"),
  ]);
  const { codes, seen, mayPublish } = waiting;
  return (
    <Section title={t("waiting", { count: codes.length })}>
      <Codes locale={locale} codes={codes} />
      <ul className="grid gap-1">
        <li>{impact("holders", { count: waiting.impact.holders })}</li>
        <li>{impact("drafts", { count: waiting.impact.drafts })}</li>
        <li>{impact("open_filings", { count: waiting.impact.openFilings })}</li>
      </ul>
      {!mayPublish && <InsetText>{t("own")}</InsetText>}
      {mayPublish && !(await isFreshlySignedIn()) && (
        <ShowWhoYouAre why={publish("fresh")} next={`/admin/list/import?import=${id}`} />
      )}
      {mayPublish && (await isFreshlySignedIn()) && (
        <ClientWords>
          <PublishImportForm
            action={publishImportAction}
            defaults={{ publish_on: officeDay(now) }}
            hidden={{ import: id, seen }}
            submit={t("publish", { count: codes.length })}
            errorWords={{ stale: t("stale"), wrong_status: t("nothing_waits"), forbidden: t("own") }}
            labels={{ on: publish("on"), onHint: publish("on_hint"), treatment: publish("treatment") }}
            treatments={treatments.map((value) => ({ value, label: publish(value), hint: publish(`${value}_hint`) }))}
          />
        </ClientWords>
      )}
    </Section>
  );
}

function Codes({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {codes.map((code) => (
        <li key={code}>
          <TextLink href={pathIn(locale, `/admin/list/${code}`)}>
            <span className="code wrap-anywhere">{code}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
