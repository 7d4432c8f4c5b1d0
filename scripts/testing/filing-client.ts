import { randomUUID } from "node:crypto";
import { form, page, posting, send, type Form } from "@/bench/load/browser";
import type { Seeded } from "@/prisma/demonstration/seeded";
import errors from "@/lib/i18n/messages/en/errors.json";
import filing from "@/lib/i18n/messages/en/filing.json";
import type { Draft } from "./draft-office";

type App = { origin: string };
type Sending = { draft: Draft; request: ReturnType<typeof posting>; what: { save: number } | "submit" };

/** What a client knows of one filing: what the app has acknowledged, and what it was sent and has not answered. */
export type Known = { saved: number; submitted: string | null; sent: Sending["what"] | null };

/** Somebody who saves the answers of one draft after the other and sends them in, as a browser without script does. */
export class FilingClient {
  readonly known = new Map<string, Known>();
  /** How many of its requests to change something were answered as they should be. */
  answered = 0;
  /** How many that were cut off it was told to look at first. */
  looked = 0;
  #waiting: Draft[];
  #unanswered: Sending | null = null;
  #serial = 0;

  constructor(
    drafts: readonly Draft[],
    private readonly seeded: Seeded,
  ) {
    this.#waiting = [...drafts];
  }

  /** Goes on where it was cut off, what was not answered once more first, until the app is gone. */
  async workUntil(app: App, isKilled: () => boolean): Promise<void> {
    try {
      if (this.#unanswered) await this.#sendAgain(app, this.#unanswered);
      for (let draft; (draft = this.#waiting[0]);) await this.#file(app, draft);
    } catch (error) {
      if (!isKilled()) throw error;
    }
  }

  /** Sees the receipt of the filing that was acknowledged last, if there is one. */
  async seeReceipt(app: App, drafts: ReadonlyMap<string, Draft>): Promise<void> {
    const [id, last] = [...this.known].filter(([, { submitted }]) => submitted !== null).at(-1) ?? [];
    if (!id || !last?.submitted) return;
    const receipt = await page(app, `/en/filings/${last.submitted}/submitted`, drafts.get(id)?.cookie);
    if (!receipt.includes(last.submitted)) throw new Error(`The receipt does not name ${last.submitted}.`);
  }

  async #file(app: App, draft: Draft) {
    const institution = await institutionForm(app, draft);
    for (let saves = this.seeded.whole(0, 2); saves > 0; saves--) {
      const save = ++this.#serial;
      await this.#send(app, draft, institution, answersOf(draft, save), { save });
    }
    // There is always something left to save.
    if (this.#waiting.length === 1) return;
    await this.#submit(app, draft);
  }

  async #send(app: App, draft: Draft, it: Form, filled: Record<string, string>, what: Sending["what"]) {
    const request = posting(app, it, { ...filled, idempotencyKey: randomUUID() }, draft.cookie);
    await this.#deliver(app, { draft, request, what });
  }

  /** What was cut off half way is never run again blindly: whoever is told so looks at the page, and sends what is not there. */
  async #sendAgain(app: App, cut: Sending) {
    const { draft, what } = cut;
    if ((await this.#deliver(app, cut, "again")) === "answered") return;
    this.looked += 1;

    if (what === "submit") {
      const receipt = await send(app, { path: `/en/filings/${draft.id}/submitted`, headers: { cookie: draft.cookie } });
      const reference = referenceIn(await receipt.text());
      if (receipt.status === 200 && reference) return this.#note(cut, reference);
      await this.#submit(app, draft);
    } else {
      await this.#send(app, draft, await institutionForm(app, draft), answersOf(draft, what.save), what);
    }
  }

  async #submit(app: App, draft: Draft) {
    const check = await form(app, `/en/filings/${draft.id}/check`, "version", draft.cookie);
    await this.#send(app, draft, check, {}, "submit");
  }

  async #deliver(app: App, sending: Sending, time: "first" | "again" = "first"): Promise<"answered" | "look_first"> {
    const { draft, request, what } = sending;
    this.#unanswered = sending;
    const known = this.known.get(draft.id) ?? { saved: 0, submitted: null, sent: null };
    this.known.set(draft.id, { ...known, sent: what });

    const response = await send(app, request);
    // An answer counts once all of it has arrived.
    const body = await response.text();
    if (time === "again" && response.status === 200 && asksToLook(body, what)) return "look_first";
    const location = response.headers.get("location") ?? "";
    const reference = referenceIn(location);
    if (response.status !== 303 || (what === "submit" && !reference)) {
      throw new Error(`${request.path} answered ${response.status} ${location}`);
    }
    this.#note(sending, what === "submit" ? reference : null);
    return "answered";
  }

  #note({ draft, what }: Sending, reference: string | null) {
    const known = this.known.get(draft.id);
    this.#unanswered = null;
    this.answered += 1;
    if (what === "submit") this.#waiting = this.#waiting.filter(({ id }) => id !== draft.id);
    this.known.set(draft.id, {
      saved: what === "submit" ? (known?.saved ?? 0) : what.save,
      submitted: reference,
      sent: null,
    });
  }
}

// The first sentence, in which nothing is written otherwise in HTML.
const lookFirst = [errors.stale, filing.form.stale].map((words) => words.slice(0, words.indexOf(".") + 1));

/** Does the page say that one has to look, or show, in the place of the form, the filing that was submitted under its reference? */
const asksToLook = (body: string, what: Sending["what"]) =>
  lookFirst.some((words) => body.includes(words)) || (what === "submit" && referenceIn(body) !== null);

const referenceIn = (text: string): string | null => /QH-\d{4}-\d{6}-[0-9A-Z]/.exec(text)?.[0] ?? null;

const institutionForm = (app: App, { id, cookie }: Draft) =>
  form(app, `/en/filings/${id}/institution`, "position", cookie);

/** Two answers that carry the same number: one without the other is half a form. */
function answersOf({ institution }: Draft, save: number): Record<string, string> {
  const { employed_since = "", ...others } = institution;
  const [year = "", month = "", day = ""] = employed_since.split("-");
  return {
    ...others,
    institution_name: `Harbour Design ${save}`,
    position: `Architect ${save}`,
    "employed_since-year": year,
    "employed_since-month": month,
    "employed_since-day": day,
  };
}
