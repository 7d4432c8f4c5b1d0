import type { MailTemplate } from "@/lib/domain/mail/templates";
import { absolute } from "@/lib/ports/mail";
import { linkToken } from "@/lib/ports/links";
import { dayWords, fill, mailWords, type MailLocale, type MailWords } from "@/lib/ports/mail-words";

export type MailToRender = {
  template: MailTemplate;
  locale: MailLocale;
  /** What the step wrote down: the reference, the qualification in three languages, the day something is due. */
  params: Readonly<Record<string, unknown>>;
};

/** A mail in the words of its reader: what happened, what to do by when, and one link. */
export type RenderedMail = {
  subject: string;
  sentences: string[];
  link: { label: string; path: `/${string}` };
  /** The mailed code, which stands on a line of its own; null in every other mail and once it is used. */
  code: string | null;
  /** What stands at the foot of every mail. */
  foot: string[];
  sender: string;
};

/** Writes a mail in its reader's language. Nothing personal but the reference stands in the subject. */
export async function renderMail({ template, locale, params }: MailToRender): Promise<RenderedMail> {
  const words = await mailWords(locale);
  const about = {
    device: text(params["device"]) || words.unknown_device,
    changed: columnsNamed(words, locale, params["changed"]),
    ...aboutOf(locale, params),
  };
  const { subject, first, then, link } = words[template];
  const code = carriesCode(template) ? text(params["code"]) : null;
  const isUsed = carriesCode(template) && !code;
  return {
    subject: fill(subject, about),
    sentences: isUsed
      ? [words.used]
      : [
          fill(first, about),
          fill(then, about),
          ...(params["isLast"] === true ? [words.last_round] : []),
          ...(params["voided"] === true ? [fill(words.registration_void, about)] : []),
          ...whereItStands(locale, words.where, params["where"]),
          ...filesReceived(words, params["files"]),
        ],
    link: { label: link, path: `/${locale}${pathFor(template, params)}` },
    code: code || null,
    foot: [...reasonsFor(template, words), words.never],
    sender: words.sender,
  };
}

/** The same as plain text. */
export function asText({ sentences, link, code, foot, sender }: RenderedMail): string {
  const [first, ...rest] = sentences;
  return [first, ...(code ? [code] : []), ...rest, `${link.label}\n${absolute(link.path)}`, "--", sender, ...foot].join(
    "\n\n",
  );
}

/** The same as a page for mail programs: black on white, no picture, nothing fetched. */
export function asHtml(mail: RenderedMail, locale: MailLocale): string {
  const { subject, sentences, link, code, foot, sender } = mail;
  const [first, ...rest] = sentences;
  const address = absolute(link.path);
  const body = [
    html`<p>${first ?? ""}</p>`,
    ...(code ? [html`<p style="font-size:28px;letter-spacing:4px;font-weight:600">${code}</p>`] : []),
    ...rest.map((sentence) => html`<p>${sentence}</p>`),
    html`<p><a href="${address}">${link.label}</a><br /><span style="color:#45535e">${address}</span></p>`,
    `<hr />`,
    html`<p style="color:#45535e">${sender}</p>`,
    ...foot.map((line) => html`<p style="color:#45535e">${line}</p>`),
  ].join("\n");
  const head = html`<meta charset="utf-8" /><title>${subject}</title>`;
  const open = html`<body
    style="font:16px/1.6 system-ui,sans-serif;color:#14212b;max-width:36em;margin:24px auto;padding:0 16px"
  ></body>`;
  return `<!doctype html>\n${html`<html lang="${locale}"></html>`}<head>${head}</head>\n${open}\n${body}\n</body></html>\n`;
}

const carriesCode = (template: MailTemplate) => template === "mailed_code" || template === "sign_in_code";

// Whoever asked for a code knows why; whoever was named by somebody has no account.
function reasonsFor(template: MailTemplate, words: MailWords): string[] {
  if (carriesCode(template) || template === "invitation") return [];
  if (template === "confirmation_asked") return [words.why_named];
  return [template === "wish_confirm" || template === "wish_listed" ? words.why_wished : words.why];
}

function aboutOf(locale: MailLocale, params: Readonly<Record<string, unknown>>): Record<string, string> {
  const inLocale = (words: unknown) => (isRecord(words) ? text(words[locale]) : text(words));
  const dueOn = text(params["dueOn"]);
  return {
    reference: text(params["reference"]),
    registrationNumber: text(params["registrationNumber"]),
    minutes: text(params["minutes"]),
    left: text(params["left"]),
    name: text(params["name"]),
    employer: text(params["employer"]),
    authority: inLocale(params["authority"]),
    wished: inLocale(params["wished"]),
    qualification: inLocale(params["qualification"]),
    dueOn: dueOn && dayWords(locale, dueOn),
  };
}

// The sentences of the filing's page, with what stood then.
function whereItStands(locale: MailLocale, words: MailWords["where"], where: unknown): string[] {
  if (!isRecord(where)) return [];
  const day = (key: string) => {
    const date = text(where[key]);
    return date && dayWords(locale, date);
  };
  const authority = isRecord(where["authority"]) ? text(where["authority"][locale]) : "";
  const turn = words.turn[text(where["sentence"])] ?? "";
  const promise = words.promise[text(where["promise"])] ?? "";
  const sentences = [
    fill(turn, { authority, date: day("date"), day: text(where["day"]), of: text(where["of"]) }),
    fill(promise, { date: day("decideBy") }),
    where["isProvisional"] === true ? words.provisional : "",
  ];
  const said = sentences.filter((sentence) => sentence !== "").join(locale === "en" ? " " : "");
  return said ? [said] : [];
}

/** The files that came with a filing, each with its hash: what a receipt is for. */
function filesReceived({ received, papers }: MailWords, files: unknown): string[] {
  if (!Array.isArray(files) || files.length === 0) return [];
  const lines = (files as unknown[]).flatMap((file) =>
    isRecord(file) ? [`${papers[text(file["key"])] ?? text(file["key"])}: SHA-256 ${text(file["sha256"])}`] : [],
  );
  return [received, ...lines.map((line, at) => `${at + 1}. ${line}`)];
}

/** What of a list entry is said otherwise now, in the words of its page. */
function columnsNamed({ columns }: MailWords, locale: MailLocale, changed: unknown): string {
  const names = Array.isArray(changed)
    ? (changed as unknown[]).map((column) => columns[text(column)] ?? text(column))
    : [];
  return [...new Set(names)].join(locale === "en" ? "; " : "；");
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

type Room =
  | "status"
  | "request"
  | "decision"
  | "confirmations"
  | "messages"
  | "examination"
  | "registration"
  | "proceeding"
  | "code"
  | "sign_in"
  | "draft"
  | "account"
  | "data"
  | "link"
  | "entry"
  | "people";

const rooms: Record<MailTemplate, Room> = {
  mailed_code: "code",
  sign_in_refused: "account",
  new_device: "account",
  sign_in_code: "sign_in",
  second_factor_set_up: "account",
  second_factor_removed: "account",
  recovery_codes_new: "account",
  recovery_code_used: "account",
  digital_identity_linked: "account",
  digital_identity_unlinked: "account",
  invitation: "link",
  filing_submitted: "status",
  filing_accepted: "status",
  filing_not_accepted: "decision",
  information_requested: "request",
  supplement_received: "status",
  filing_closed: "status",
  refusal_proposed: "status",
  public_notice_given: "status",
  filing_approved: "decision",
  filing_refused: "decision",
  filing_held: "status",
  filing_released: "status",
  filing_withdrawn: "status",
  draft_ending: "draft",
  answer_reminder: "request",
  deciding_on_file: "status",
  hearing_statement_received: "status",
  objection_received: "status",
  filing_reopened: "status",
  filing_reopened_to_reviewer: "examination",
  hearing_over: "status",
  answer_extended: "request",
  confirmation_asked: "link",
  confirmation_answered: "confirmations",
  erasure_asked: "data",
  data_request_answered: "data",
  wish_confirm: "link",
  wish_listed: "entry",
  entry_changed: "entry",
  message_to_applicant: "messages",
  message_to_office: "examination",
  insurance_ending: "registration",
  insurance_ended: "registration",
  rights_review: "people",
  suspension_proposed: "proceeding",
  revocation_proposed: "proceeding",
  proceeding_statement_received: "proceeding",
  proceeding_hearing_over: "proceeding",
  proceeding_dropped: "proceeding",
  suspension_decided: "proceeding",
  revocation_decided: "proceeding",
  suspension_lifted: "registration",
};

function pathFor(template: MailTemplate, params: Readonly<Record<string, unknown>>): `/${string}` {
  const room = rooms[template];
  // A draft has no reference yet.
  if (room === "draft") return `/filings/${encodeURIComponent(text(params["filingId"]))}`;
  if (room === "account") return "/account";
  if (room === "data") return "/account/data";
  if (room === "people") return "/admin/people?show=due";
  if (room === "code") return "/sign-up/code";
  if (room === "sign_in") return "/sign-in/code";
  if (room === "entry") return `/list/${encodeURIComponent(text(params["entryCode"]))}`;
  if (room === "examination") return `/review/${encodeURIComponent(text(params["reference"]))}#messages`;
  if (room === "registration") return `/registrations/${encodeURIComponent(text(params["registrationNumber"]))}`;
  if (room === "proceeding") {
    const number = encodeURIComponent(text(params["registrationNumber"]));
    return `/registrations/${number}/proceedings/${encodeURIComponent(text(params["proceedingId"]))}`;
  }
  if (room === "link") return `/l/${tokenOf(template, params)}`;
  return `/filings/${encodeURIComponent(text(params["reference"]) || text(params["filingId"]))}/${room}`;
}

function tokenOf(template: MailTemplate, params: Readonly<Record<string, unknown>>): string {
  if (template === "wish_confirm") return linkToken("wish", text(params["wishId"]));
  if (template === "invitation") return linkToken("invitation", text(params["invitationId"]));
  return linkToken("confirmation", text(params["confirmationId"]));
}

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup with every value in it as text. */
function html(parts: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => value.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)));
}
