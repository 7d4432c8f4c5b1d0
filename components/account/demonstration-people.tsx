import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Section } from "@/components/shell/page";
import type { demonstrationPeople } from "@/lib/domain/account/demonstration";
import type { FormAction } from "@/lib/domain/form";

type Email = (typeof demonstrationPeople)[number];

const rooms = {
  professionals: ["chan.taiman@demo.example", "wong.siuling@demo.example"],
  reviewers: [
    "lee.kafai@demo.example",
    "ho.meiyee@demo.example",
    "yip.waiyee@demo.example",
    "tam.chiho@demo.example",
    "mak.lokyan@demo.example",
  ],
  administrators: ["cheung.waiman@demo.example", "ng.kwokming@demo.example"],
} as const satisfies Record<string, readonly Email[]>;

const keys = {
  "chan.taiman@demo.example": "chan_taiman",
  "wong.siuling@demo.example": "wong_siuling",
  "lee.kafai@demo.example": "lee_kafai",
  "ho.meiyee@demo.example": "ho_meiyee",
  "yip.waiyee@demo.example": "yip_waiyee",
  "tam.chiho@demo.example": "tam_chiho",
  "mak.lokyan@demo.example": "mak_lokyan",
  "cheung.waiman@demo.example": "cheung_waiman",
  "ng.kwokming@demo.example": "ng_kwokming",
} as const satisfies Record<Email, string>;

type DemonstrationPeopleProps = { action: FormAction; next: string; errorWords: Record<string, string> };

/** The demonstration's people: one button each, named by its address, beside what they may do. */
export async function DemonstrationPeople({ action, next, errorWords }: DemonstrationPeopleProps) {
  const t = await getTranslations("account.demonstration");
  return (
    <>
      {(["professionals", "reviewers", "administrators"] as const).map((room) => (
        <Section key={room} title={t(room)}>
          <ul className="grid gap-3 text-body">
            {rooms[room].map((email) => (
              <li key={email} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[21rem_minmax(0,1fr)]">
                <ActionButton action={action} hidden={{ email, next }} label={email} errorWords={errorWords} />
                <span className="text-ink-soft">{t(`people.${keys[email]}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
