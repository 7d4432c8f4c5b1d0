import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChineseVersion } from "@/components/filing/chinese-version";
import { PaperDrawing } from "@/components/filing/paper-drawing";
import { PaperUpload, type PaperUploadProps } from "@/components/filing/paper-upload";
import { ReusablePaper } from "@/components/filing/reusable-paper";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagColour } from "@/components/ui/tag";
import { asksForChinese } from "@/lib/domain/document/chinese";
import {
  isBegun,
  isGiven,
  partAnchor,
  stateOfPart,
  wordsOfHalf,
  type PaperPartView,
  type PaperView,
  type PartState,
} from "@/lib/domain/document/papers";
import { shapeOf } from "@/lib/domain/document/shapes";
import type { FormAction } from "@/lib/domain/form";

const looks: Record<PartState, { colour: TagColour; icon?: IconName; outline?: boolean }> = {
  received: { colour: "jade", icon: "tick" },
  checking: { colour: "brand", icon: "clock" },
  refused: { colour: "red", icon: "cross" },
  needed: { colour: "gold", icon: "arrow" },
  optional: { colour: "grey", outline: true },
};

type PaperCardProps = Omit<PaperUploadProps, "paperKey" | "part" | "mayChange" | "problem"> & {
  paper: PaperView;
  /** Takes down what an original is written in. */
  sayLanguage: FormAction;
  /** Takes a paper over that was verified before. */
  reuse: FormAction;
  /** The part whose last try has no row to say what became of it, and the message. */
  problem?: { part: string; message: string } | null;
  /** The pages of one of its files, when they are looked at. */
  children?: ReactNode;
};

/** One paper: its name, exactly what is asked, where it stands, and its original with the halves that go with it. */
export async function PaperCard({ paper, sayLanguage, reuse, problem, children, ...upload }: PaperCardProps) {
  const t = await getTranslations("documents");
  const evidence = await getTranslations("evidence");
  const { key, isRequired, mayChange, parts } = paper;
  const [original, ...halves] = parts;
  const shape = shapeOf(key);
  const state = original ? stateOfPart(original, isRequired) : "needed";
  const uploadOf = (part: PaperPartView) => (
    <PaperUpload
      {...upload}
      paperKey={key}
      part={part}
      mayChange={mayChange}
      {...(problem?.part === partAnchor(key, part.half) && { problem: problem.message })}
    />
  );
  const isTranslated = isGiven(halves.find(({ half }) => half === "translation"));
  const lacksChinese = isGiven(original) && !isTranslated && asksForChinese(paper.chinese.rule, paper.chinese.language);
  const hasHalves = lacksChinese || halves.some(isBegun);

  return (
    <section className="grid grid-cols-1 gap-4 border-t border-line pt-6" aria-labelledby={`${key}-name`}>
      <div className="flex items-start justify-between gap-x-6">
        <Heading level={2} size="s" id={`${key}-name`}>
          {evidence(`${key}.name`)}
        </Heading>
        <span className="mt-1 flex-none">
          <Tag {...looks[state]}>{t(`state.${state}`)}</Tag>
        </span>
      </div>
      <div className="grid grid-cols-1 gap-2">
        <p className="max-w-measure">{evidence(`${key}.exactly`)}</p>
        <Details summary={t("help.summary")}>
          <div className="flex flex-wrap gap-x-6 gap-y-3">
            <PaperDrawing shape={shape} />
            <dl className="grid min-w-0 flex-1 basis-60 grid-cols-1 content-start gap-2 text-body">
              <div>
                <dt className="font-semibold">{t("help.example")}</dt>
                <dd>{evidence(`${key}.example`)}</dd>
              </div>
              <div>
                <dt className="font-semibold">{t("help.fault")}</dt>
                <dd>
                  <ul className="list-disc space-y-1 ps-5">
                    <li>{evidence(`${key}.fault`)}</li>
                    <li>{t(`shape.${shape}.first`)}</li>
                    <li>{t(`shape.${shape}.second`)}</li>
                  </ul>
                </dd>
              </div>
            </dl>
          </div>
        </Details>
      </div>
      {paper.reusable && (
        <ReusablePaper filingId={upload.filingId} paperKey={key} reusable={paper.reusable} reuse={reuse} />
      )}
      {original && uploadOf(original)}
      <ChineseVersion paper={paper} sayLanguage={sayLanguage} />
      {halves.length > 0 && (mayChange || hasHalves) && (
        <Details
          summary={t("part.halves")}
          open={hasHalves || halves.some(({ half }) => problem?.part === partAnchor(key, half))}
        >
          <div className="grid grid-cols-1 gap-6">
            {halves.map((part) => (
              <HalfOfPaper key={part.half} half={part.half}>
                {uploadOf(part)}
              </HalfOfPaper>
            ))}
          </div>
        </Details>
      )}
      {children}
    </section>
  );
}

async function HalfOfPaper({ half, children }: { half: PaperPartView["half"]; children: ReactNode }) {
  const evidence = await getTranslations("evidence");
  if (half === "original") return children;
  const words = wordsOfHalf[half];
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{evidence(`${words}.name`)}</h3>
      <p className="text-ink-soft">{evidence(`${words}.exactly`)}</p>
      {children}
    </div>
  );
}
