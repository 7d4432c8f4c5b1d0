import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAnswerWords, type Question } from "@/components/filing/answers-summary";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { ChangedAnswer, ChangedPaper, RoundChanges } from "@/lib/domain/filing/round-changes";
import type { SentPaper } from "@/lib/domain/filing/unchanged";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import type { CheckKey } from "./check-list";

type Item = { number: number; subject: string; text: string; answer: string | null };
export type RoundLine = { round: number; answeredAt: Date; changes: RoundChanges<Item> | null };

type WhatChangedProps = {
  rounds: readonly RoundLine[];
  /** The language the applicant reads, in which was asked. */
  lang: Locale;
  /** The name of a file that is on record, by its id. */
  names: ReadonlyMap<string, string>;
  fileHref: (documentId: string) => string;
};

/** What each answer to a request changed: the old beside the new under the item it answers, the rest folded away. */
export function WhatChanged({ rounds, ...rest }: WhatChangedProps) {
  const t = useTranslations("review.changes");
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      {rounds.map((it, at) => {
        const title = t("round", { round: it.round, at: instantWords(locale, it.answeredAt) });
        if (at > 0) {
          return (
            <Details key={it.round} summary={title} wide>
              <Round line={it} {...rest} />
            </Details>
          );
        }
        return (
          <div key={it.round} className="grid gap-4">
            <p className="text-note text-ink-soft">{title}</p>
            <Round line={it} {...rest} />
          </div>
        );
      })}
    </div>
  );
}

function Round({ line: { changes }, lang, ...files }: Omit<WhatChangedProps, "rounds"> & { line: RoundLine }) {
  const t = useTranslations("review.changes");
  const check = useTranslations("workflow.check");
  const question = useTranslations("filing.question");
  const evidence = useTranslations("evidence");
  if (!changes) return <p>{t("unreadable")}</p>;

  const { items, besides, unchanged } = changes;
  const hasMore = besides.answers.length + besides.papers.length > 0;
  return (
    <div className="grid gap-6">
      <ol className="grid list-none gap-6 p-0">
        {items.map(({ item, answers, papers }) => {
          const name = check(`${item.subject.replace(/^question:/, "") as CheckKey}.name`);
          return (
            <li key={item.number} className="keep-together grid gap-2 border-s-4 border-violet ps-4">
              <h3 className="font-semibold">
                {item.number}. {name}
              </h3>
              <p lang={lang} className="max-w-measure whitespace-pre-line text-ink-soft">
                {item.text}
              </p>
              {item.answer && (
                <p className="max-w-measure whitespace-pre-line">{t("words", { answer: item.answer })}</p>
              )}
              {answers.length + papers.length > 0 ? (
                <Changed caption={t("caption", { name })} answers={answers} papers={papers} {...files} />
              ) : (
                <p className="text-note text-ink-soft">{t("words_only")}</p>
              )}
            </li>
          );
        })}
      </ol>
      {hasMore && (
        <div className="keep-together grid gap-2 border-s-4 border-gold ps-4">
          <h3 className="font-semibold">{t("besides")}</h3>
          <p className="max-w-measure text-note text-ink-soft">{t("besides_why")}</p>
          <Changed caption={t("besides")} {...besides} {...files} />
        </div>
      )}
      <Details summary={t("unchanged", { answers: unchanged.questions.length, papers: unchanged.papers.length })}>
        <ul className="grid list-none gap-1 p-0">
          {unchanged.questions.map((it) => (
            <li key={it}>{question(it as Question)}</li>
          ))}
          {unchanged.papers.map((it) => (
            <li key={it}>{evidence(`${it as EvidenceKey}.name`)}</li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

type ChangedProps = Pick<WhatChangedProps, "names" | "fileHref"> & {
  caption: string;
  answers: readonly ChangedAnswer[];
  papers: readonly ChangedPaper[];
};
type Row = { key: string; name: string; before: ReactNode; now: ReactNode };

function Changed({ caption, answers, papers, ...files }: ChangedProps) {
  const t = useTranslations("review.changes");
  const question = useTranslations("filing.question");
  const evidence = useTranslations("evidence");
  const common = useTranslations("common");
  const wordsOf = useAnswerWords();
  const said = ({ question: key }: ChangedAnswer, value: ChangedAnswer["now"]) =>
    wordsOf(key, value ?? undefined) ?? <span className="text-ink-soft">{common("not_provided")}</span>;

  const rows: Row[] = [
    ...answers.map((it) => ({
      key: it.question,
      name: question(it.question as Question),
      before: said(it, it.before),
      now: it.isHidden ? (
        <>
          {said(it, it.now)} <span className="text-note font-semibold text-violet">{t("number_changed")}</span>
        </>
      ) : (
        said(it, it.now)
      ),
    })),
    ...papers.map(({ key, before, now }) => ({
      key: `paper:${key}`,
      name: evidence(`${key as EvidenceKey}.name`),
      before: <Files files={before} others={now} mark={t("replaced")} {...files} />,
      now: <Files files={now} others={before} mark={t("new")} {...files} />,
    })),
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: "name", head: t("head.name"), cell: ({ name }) => name, rowHeader: true },
        { key: "before", head: t("head.before"), cell: ({ before }) => <div className="text-ink-soft">{before}</div> },
        { key: "now", head: t("head.now"), cell: ({ now }) => now },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

type FilesProps = Pick<WhatChangedProps, "names" | "fileHref"> & {
  files: readonly SentPaper[];
  /** The files on the other side: what is not among them is marked. */
  others: readonly SentPaper[];
  mark: string;
};

function Files({ files, others, mark, names, fileHref }: FilesProps) {
  const t = useTranslations("review.changes");
  const half = useTranslations("review.evidence.halves");
  const isKept = ({ id, sha256 }: SentPaper) => others.some((it) => it.id === id && it.sha256 === sha256);
  if (files.length === 0) return <span className="text-ink-soft">{t("no_file")}</span>;
  return (
    <ul className="grid list-none gap-1 p-0">
      {files.map((file) => {
        const name = names.get(file.id);
        return (
          <li key={file.id} className="wrap-anywhere">
            {name === undefined ? t("file_gone") : <TextLink href={fileHref(file.id)}>{name}</TextLink>}{" "}
            <span className="text-note text-ink-soft">{half(file.half as "original")}</span>
            {!isKept(file) && <span className="ms-2 text-note font-semibold text-violet">{mark}</span>}
          </li>
        );
      })}
    </ul>
  );
}
