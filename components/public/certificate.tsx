import clsx from "clsx";
import type { ReactNode } from "react";
import { linesOf, type CertificateSheet, type InThree } from "@/lib/domain/verification/certificate-sheet";

// Paper stays paper: the colours of the light theme, whatever the theme of the page.
const light = [
  "scheme-light",
  "[--color-paper:#ffffff]",
  "[--color-ink:#14212b]",
  "[--color-ink-soft:#45535e]",
  "[--color-line:#c9d2d9]",
  "[--color-brand:#0b4f6c]",
  "[--color-brand-strong:#083a50]",
  "[--color-gold:#8a5a00]",
];

/** A certificate on the screen: the same words as on paper, in three languages on one sheet, light in every theme. */
export function Certificate({ sheet, picture }: { sheet: CertificateSheet; picture: ReactNode }) {
  const { name } = sheet;
  return (
    <article
      className={clsx(
        light,
        "relative overflow-hidden rounded border border-line border-t-8 border-t-brand-strong bg-paper p-5 text-body text-ink sm:p-8",
        // A sheet of its own, and whole.
        "print:break-before-page print:[zoom:0.64]",
      )}
    >
      {sheet.watermark && <Watermark words={sheet.watermark} />}
      <div className="relative grid gap-6">
        <div className="grid gap-x-8 gap-y-3 sm:grid-cols-[1fr_auto]">
          <div>
            <p lang="en" className="font-semibold text-brand">
              {sheet.office.en}
            </p>
            <Lines text={sheet.office} skip="en" small />
          </div>
          <div className="sm:text-end">
            <p className="text-note text-ink-soft">
              {linesOf(sheet.numberLabel).map(({ lang, text }) => (
                <span key={lang} lang={lang} className="me-2 sm:me-0 sm:ms-2">
                  {text}
                </span>
              ))}
            </p>
            <p className="text-lead font-semibold tabular-nums">{sheet.number}</p>
          </div>
        </div>
        <div>
          <h2 lang="en" className="text-h3 leading-heading font-semibold">
            {sheet.title.en}
          </h2>
          <p className="flex gap-x-5 font-semibold">
            <span lang="zh-Hant">{sheet.title["zh-Hant"]}</span>
            <span lang="zh-Hans">{sheet.title["zh-Hans"]}</span>
          </p>
        </div>
        <div>
          {name.chinese && (
            <p lang="zh-Hant" className="text-h2 leading-heading font-semibold">
              {name.chinese}
            </p>
          )}
          {name.latin && (
            <p lang="en" className="text-lead font-semibold">
              {name.latin}
            </p>
          )}
          <div className="mt-2">
            <Lines text={sheet.statement} />
          </div>
        </div>
        <dl className="border-t-2 border-line">
          {sheet.rows.map(({ label, lines }) => (
            <div
              key={label.en}
              className="keep-together gap-x-6 border-b border-line py-2 sm:grid sm:grid-cols-[12rem_1fr]"
            >
              <dt>
                <span lang="en" className="block font-semibold">
                  {label.en}
                </span>
                <Lines text={label} skip="en" small />
              </dt>
              <dd className="min-w-0 wrap-anywhere">
                {lines.map(({ lang, text }) => (
                  <span key={lang} lang={lang} className="block">
                    {text}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="grid items-start gap-6 sm:grid-cols-[1fr_auto]">
          <div className="text-note">
            <Lines text={sheet.check} />
          </div>
          <div className="grid gap-2 sm:justify-items-center">
            {picture}
            <p className="code text-note font-semibold">{sheet.code}</p>
          </div>
        </div>
        <div className="text-note text-ink-soft">
          <Lines text={sheet.footing} />
        </div>
      </div>
    </article>
  );
}

function Lines({ text, skip, small }: { text: InThree; skip?: "en"; small?: boolean }) {
  return linesOf(text)
    .filter(({ lang }) => lang !== skip)
    .map((line) => (
      <span key={line.lang} lang={line.lang} className={small ? "block text-note font-normal text-ink-soft" : "block"}>
        {line.text}
      </span>
    ));
}

function Watermark({ words }: { words: InThree }) {
  return (
    <div
      className="absolute inset-0 grid place-content-center justify-items-center text-gold opacity-20 select-none"
      aria-hidden="true"
    >
      <div className="-rotate-30 text-center text-number leading-heading font-semibold">
        <Lines text={words} />
      </div>
    </div>
  );
}
