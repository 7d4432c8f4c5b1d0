// How a filing may live, told a second time and in other words than the table of the workflow, so that the two can be
// compared. Six people and the clock act on one filing of a construction entry whose authority gives no public notice.

export type Who = "applicant" | "stranger" | "lee" | "ho" | "kwok" | "tam" | "clock";

export const commands = [
  "submit",
  "accept",
  "decline",
  "take_over",
  "hand_over",
  "find_met",
  "find_missing",
  "request",
  "allow_more",
  "answer_items",
  "supplement",
  "extend",
  "propose_approval",
  "propose_refusal",
  "answer_hearing",
  "return",
  "confirm",
  "object",
  "approve_formal",
  "hold",
  "release",
  "withdraw",
  "ask_to_reopen",
  "drop_reopening",
  "reopen",
  "let_time_pass",
  "tick",
  "leave",
] as const;
export type Command = (typeof commands)[number];
/** What somebody does about the filing; the rest befalls it. */
export type Deed = Exclude<Command, "let_time_pass" | "tick" | "leave">;

export type Model = {
  state:
    | "draft"
    | "submitted"
    | "under_review"
    | "awaiting_applicant"
    | "second_check"
    | "hearing"
    | "approved"
    | "refused"
    | "not_accepted"
    | "closed_no_response"
    | "withdrawn";
  /** Set aside: the date does not run and nothing but withdrawing and releasing goes on. */
  held: boolean;
  /** The last day for the next step is over. */
  late: boolean;
  reviewer: "lee" | "ho" | null;
  /** Everybody who found, proposed, returned or decided. */
  tookPart: ReadonlySet<Who>;
  proposed: "approval" | "refusal" | null;
  findings: "none" | "met" | "missing";
  /** The form is complete and, while a notice is open, every item of it is answered. */
  complete: boolean;
  askedFrom: "submitted" | "under_review";
  notices: number;
  /** A third notice may be sent. */
  thirdAllowed: boolean;
  /** Everybody who had a part in the refusal that was objected to; nobody until then. */
  excluded: ReadonlySet<Who> | null;
  /** More time was taken to answer the notice that is open. */
  extended: boolean;
  /** Where it stood before it ended. */
  before: "under_review" | "awaiting_applicant" | "second_check" | null;
  /** Which supervisor wants what has ended reopened. */
  wish: Who | null;
  /** How it ended was taken back once. */
  reopened: boolean;
  /** Registrations that an approval made so far, fallen ones included. */
  registered: number;
  /** Steps taken so far: events written and versions passed. */
  steps: number;
};

export const draft: Model = {
  state: "draft",
  held: false,
  late: false,
  reviewer: null,
  tookPart: new Set(),
  proposed: null,
  findings: "none",
  complete: true,
  askedFrom: "submitted",
  notices: 0,
  thirdAllowed: false,
  excluded: null,
  extended: false,
  before: null,
  wish: null,
  reopened: false,
  registered: 0,
  steps: 0,
};

/** What happens next: the filing as it is afterwards, or why nothing happens. */
export type Expectation = { now: Model } | { refused: string };

const ended = ["approved", "refused", "not_accepted", "closed_no_response", "withdrawn"];
const staff: readonly Who[] = ["lee", "ho", "kwok", "tam"];
const supervisors: readonly Who[] = ["ho", "kwok"];

/** The model's answer to a command, in the order in which a polite office would refuse it. */
export function expectation(it: Model, who: Who, command: Command): Expectation {
  if (command === "let_time_pass") return { now: { ...it, late: isDated(it) || it.state === "refused" } };
  if (command === "tick") return { now: tick(it) };
  if (command === "leave") return { now: leave(it) };
  // What belongs to the form is nobody's but its author's.
  if (isUnknownTo(it, who) || (command === "answer_items" && who !== "applicant")) return { refused: "not_found" };
  if (!isTheirs(it, who, command)) return { refused: "forbidden" };
  if (!where[command].includes(it.state)) return { refused: "wrong_status" };
  if (command.startsWith("find_") && it.reviewer !== who && !(it.state === "submitted" && !it.reviewer))
    return { refused: "forbidden" };
  if (it.held && command !== "withdraw" && command !== "release") return { refused: "unmet" };
  // What one answers late is not read; an item nobody asked for does not exist.
  if (command === "answer_items" && it.state === "draft") return { refused: "not_found" };
  return act(it, who, command);
}

// A draft is its author's secret, and a filing of another field or person does not exist.
const isUnknownTo = (it: Model, who: Who) =>
  who === "stranger" || who === "tam" || (it.state === "draft" && staff.includes(who));

const ofApplicant: readonly Command[] = [
  "submit",
  "answer_items",
  "supplement",
  "extend",
  "answer_hearing",
  "object",
  "withdraw",
];
const ofExaminers: readonly Command[] = [
  "accept",
  "decline",
  "take_over",
  "find_met",
  "find_missing",
  "request",
  "approve_formal",
];

function isTheirs(it: Model, who: Who, command: Command): boolean {
  if (who === "applicant") return ofApplicant.includes(command);
  if (ofApplicant.includes(command)) return false;
  if (command === "hold" || command === "release") return who === "ho";
  if (command === "hand_over" || command === "allow_more") return supervisors.includes(who);
  if (command === "ask_to_reopen" || command === "drop_reopening" || command === "reopen")
    return supervisors.includes(who) && !it.excluded?.has(who) && !(command === "reopen" && it.wish === who);
  // Kwok neither examines nor decides.
  if (who === "kwok") return false;
  if (it.excluded?.has(who) && ofExaminers.includes(command)) return false;
  if (command === "propose_approval" || command === "propose_refusal") return it.reviewer === who;
  if (command === "confirm" || command === "return") return !it.tookPart.has(who);
  return true;
}

const open: readonly string[] = ["submitted", "under_review", "awaiting_applicant", "second_check", "hearing"];
// What nobody wants cannot be dropped, wherever the filing stands.
const everywhere: readonly string[] = [...open, ...ended];
const where: Record<Deed, readonly string[]> = {
  submit: ["draft"],
  accept: ["submitted"],
  decline: ["submitted"],
  take_over: ["under_review"],
  hand_over: ["submitted", "under_review", "second_check"],
  find_met: ["submitted", "under_review"],
  find_missing: ["submitted", "under_review"],
  request: ["submitted", "under_review"],
  allow_more: ["submitted", "under_review"],
  answer_items: ["draft", "awaiting_applicant"],
  supplement: ["awaiting_applicant"],
  extend: ["awaiting_applicant"],
  propose_approval: ["under_review"],
  propose_refusal: ["under_review"],
  answer_hearing: ["hearing"],
  return: ["second_check"],
  confirm: ["second_check"],
  object: ["refused"],
  approve_formal: ["under_review"],
  hold: open,
  release: open,
  withdraw: open,
  ask_to_reopen: ["refused", "approved", "closed_no_response"],
  drop_reopening: everywhere,
  reopen: ["refused", "approved", "closed_no_response"],
};

function act(it: Model, who: Who, command: Deed): Expectation {
  const done = (change: Partial<Model>): Expectation => ({ now: { ...it, steps: it.steps + 1, ...change } });
  const tookPart = new Set([...it.tookPart, who]);
  const reviewer = who === "lee" || who === "ho" ? who : it.reviewer;
  const approval = {
    state: "approved",
    before: it.state as Model["before"],
    registered: it.registered + 1,
    late: false,
  } as const;

  switch (command) {
    case "submit":
      return done({ state: "submitted", late: false });
    case "accept":
      return done({ state: "under_review", reviewer, late: false });
    case "decline":
      return done({ state: "not_accepted", tookPart, late: false });
    case "take_over":
      return done({ reviewer });
    // It goes to the colleague who has it not.
    case "hand_over": {
      const colleague = it.reviewer === "lee" ? "ho" : "lee";
      return it.excluded?.has(colleague) ? { refused: "unmet" } : done({ reviewer: colleague });
    }
    case "find_met":
    case "find_missing":
      return { now: { ...it, tookPart, findings: command === "find_met" ? "met" : "missing" } };
    case "request":
      if (it.notices === (it.thirdAllowed ? 3 : 2)) return { refused: "unmet" };
      if (it.findings !== "missing") return { refused: "stale" };
      return done({
        state: "awaiting_applicant",
        reviewer,
        askedFrom: it.state as Model["askedFrom"],
        notices: it.notices + 1,
        complete: false,
        extended: false,
        late: false,
      });
    case "allow_more":
      return it.notices === 2 && !it.thirdAllowed ? done({ thirdAllowed: true }) : { refused: "unmet" };
    case "answer_items":
      return it.late ? { refused: "unmet" } : { now: { ...it, complete: true } };
    case "supplement":
      return it.late || !it.complete ? { refused: "unmet" } : done({ state: it.askedFrom, late: false });
    case "extend":
      return it.late || it.extended ? { refused: "unmet" } : done({ extended: true });
    case "propose_approval":
      return it.findings === "met"
        ? done({ state: "second_check", proposed: "approval", tookPart })
        : { refused: "unmet" };
    case "propose_refusal":
      return done({ state: "hearing", proposed: "refusal", tookPart, late: false });
    case "answer_hearing":
      return it.late ? { refused: "unmet" } : done({ state: "second_check", late: false });
    case "return":
      return done({ state: "under_review", proposed: null, tookPart });
    case "confirm":
      return it.proposed === "approval"
        ? done({ ...approval, tookPart })
        : done({ state: "refused", before: "second_check", tookPart, late: false });
    case "object":
      return it.late || it.excluded
        ? { refused: "unmet" }
        : done({
            state: "under_review",
            reviewer: null,
            wish: null,
            excluded: it.tookPart,
            findings: "none",
            proposed: null,
          });
    case "approve_formal":
      return it.findings === "met" && !it.excluded && !it.reopened
        ? done({ ...approval, tookPart })
        : { refused: "unmet" };
    case "hold":
      return it.held ? { refused: "unmet" } : done({ held: true, late: false });
    case "release":
      return it.held ? done({ held: false, late: false }) : { refused: "unmet" };
    case "withdraw":
      return done({ state: "withdrawn", held: false, late: false });
    case "ask_to_reopen":
      return it.wish ? { refused: "unmet" } : { now: { ...it, wish: who } };
    case "drop_reopening":
      return it.wish ? { now: { ...it, wish: null } } : { refused: "unmet" };
    // It stands where it stood, and nobody is late.
    case "reopen":
      return it.wish && it.before
        ? done({ state: it.before, before: null, wish: null, reopened: true, late: false })
        : { refused: "unmet" };
  }
}

// The clock acts alone, and only where the day has passed. Every notice of this office says that no answer closes the filing.
function tick(it: Model): Model {
  if (!it.late || it.held) return it;
  const on = { ...it, steps: it.steps + 1, late: false };
  if (it.state === "submitted") return { ...on, state: "under_review", late: true };
  if (it.state === "awaiting_applicant") return { ...on, state: "closed_no_response", before: "awaiting_applicant" };
  if (it.state === "hearing") return { ...on, state: "second_check" };
  return it;
}

// Whoever holds the filing leaves the office, and comes back without it. While others have the word nothing changes hands.
function leave(it: Model): Model {
  const isInHand = it.reviewer !== null && (it.state === "submitted" || it.state === "under_review");
  return isInHand ? { ...it, steps: it.steps + 1, reviewer: null } : it;
}

const isDated = (it: Model) => !it.held && it.state !== "draft" && !ended.includes(it.state);
