import type { APIRequestContext, APIResponse } from "@playwright/test";
import { entries } from "@/lib/auth/entries";
import type { AccessScene } from "@/prisma/testing/access-scene";
import { built, builtPages, builtRoutes, pathOf } from "./addresses";
import { expect, test, type DemonstrationPerson } from "./fixtures";

// What was built is compared with what is declared, and then everything is tried by everybody. Who may do what is written
// down here once more, by hand.

const scenes = () => import("@/prisma/testing/access-scene");

type BuiltAction = { filename: string; exportedName: string; workers: Record<string, unknown> };
const actions = Object.entries((built("server-reference-manifest.json") as { node: Record<string, BuiltAction> }).node)
  .map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename.replace(/^app\/\[locale\]\/|actions\.ts$/g, "")}${exportedName}`,
    page: `/${Object.keys(workers)[0]?.replace(/^app\/|\/page$/g, "")}`,
  }))
  .sort((one, other) => one.name.localeCompare(other.name));

test("whatever can be entered is declared, and nothing is declared that is gone", () => {
  expect(builtPages).toEqual(Object.keys(entries.pages).sort());
  expect(builtRoutes).toEqual(Object.keys(entries.routes).sort());
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(entries.actions).sort());
});

// ---------------------------------------------------------------------------------------------------------------------
// Who comes
// ---------------------------------------------------------------------------------------------------------------------

const people = [
  "nobody",
  "chan.taiman", // whose filings, registration, papers and session they are
  "wong.siuling", // another professional
  "lee.kafai", // a reviewer of the field
  "ho.meiyee", // a supervisor of all fields
  "tam.chiho", // a reviewer of another field
  "cheung.waiman", // an administrator
  "mak.lokyan", // a reviewer of the field who was disabled while signed in
] as const;
type Who = (typeof people)[number];

const everybody: readonly Who[] = people;
const owner: readonly Who[] = ["chan.taiman"];
const professionals: readonly Who[] = ["chan.taiman", "wong.siuling"];
const ownerAndReviewer: readonly Who[] = ["chan.taiman", "lee.kafai", "ho.meiyee"];
const reviewer: readonly Who[] = ["lee.kafai", "ho.meiyee"];
const reviewers: readonly Who[] = ["lee.kafai", "ho.meiyee", "tam.chiho"];
const supervisor: readonly Who[] = ["ho.meiyee"];
const administrator: readonly Who[] = ["cheung.waiman"];
const signedIn: readonly Who[] = people.filter((who) => who !== "nobody" && who !== "mak.lokyan");

/** Who may read what lies under an address; the first line that fits counts. */
const readers: readonly (readonly [under: string, readonly Who[]])[] = [
  ["/[locale]/account/data", professionals],
  ["/[locale]/account", signedIn],
  ["/[locale]/admin", administrator],
  ["/[locale]/filings/[address]", owner],
  ["/[locale]/filings", professionals],
  ["/[locale]/messages/[mailId]", owner],
  ["/[locale]/messages", signedIn],
  ["/[locale]/registrations/[number]/proceedings", owner],
  ["/[locale]/registrations/[number]", ownerAndReviewer],
  ["/[locale]/review/[reference]", reviewer],
  ["/[locale]/review/registrations/[number]", reviewer],
  ["/[locale]/review/workload", supervisor],
  ["/[locale]/review", reviewers],
  ["/[locale]", everybody],
  ["/api/account/data", professionals],
  ["/api/admin", administrator],
  ["/api/digital-identity", []], // Nobody whom no provider answers for.
  ["/api/documents", ownerAndReviewer],
  ["/api/filings", owner],
  ["/api/metrics", []],
  ["/api/registrations", ownerAndReviewer],
  ["/api/", everybody],
];
const readersOf = (address: string) => readers.find(([under]) => address.startsWith(under))?.[1] ?? [];

/** Who may post what is about a filing of the owner; null where an action names nothing of anybody. */
const actors: Record<string, readonly Who[] | null> = {
  "account/changeLanguageAction": null,
  "account/changePasswordAction": null,
  "account/chooseThemeAction": null,
  "account/data/askCorrectionAction": null,
  "account/data/askErasureAction": null,
  "account/data/takeBackConsentAction": owner,
  "account/digital-identity/beginLinkAction": null,
  "account/digital-identity/unlinkAction": null,
  "account/endOtherSessionsAction": null,
  "account/endSessionAction": owner,
  "account/forgetDevicesAction": null,
  "account/second-factor/beginNewCodesAction": null,
  "account/second-factor/beginSetUpAction": null,
  "account/second-factor/confirmNewCodesAction": null,
  "account/second-factor/confirmSetUpAction": null,
  "account/second-factor/removeAppAction": null,
  "admin/data-requests/answerDataRequestAction": null,
  "admin/list/import/publishImportAction": null,
  "admin/list/import/takeOverImportAction": null,
  "admin/list/prepareVersionAction": null,
  "admin/list/publishVersionAction": null,
  "admin/list/returnVersionAction": null,
  "admin/list/saveVersionAction": null,
  "admin/list/submitVersionAction": null,
  "admin/list/withdrawVersionAction": null,
  "admin/past/signOffMonthAction": null,
  "admin/people/archiveColleagueAction": administrator,
  "admin/people/confirmReviewAction": administrator,
  "admin/people/confirmRightAction": administrator,
  "admin/people/dropRightAction": administrator,
  "admin/people/giveRightAction": administrator,
  "admin/people/inviteColleagueAction": administrator,
  "admin/people/reactivateColleagueAction": administrator,
  "admin/people/takeBackRightsAction": administrator,
  "check/answerCheckAction": null,
  "demo/clock/moveByDaysAction": null,
  "demo/clock/moveToDayAction": null,
  "filings/[address]/confirmations/askConfirmationAction": owner,
  "filings/[address]/confirmations/endConfirmationAction": owner,
  "filings/[address]/documents/noteLanguageAction": owner,
  "filings/[address]/documents/removeDocumentAction": owner,
  "filings/[address]/documents/reusePaperAction": owner,
  "filings/[address]/documents/startHandoverAction": owner,
  "filings/[address]/messages/writeToOfficeAction": owner,
  "filings/answerHearingAction": owner,
  "filings/answerItemAction": owner,
  "filings/autosaveAnswersAction": owner,
  "filings/confirmCarriedAction": owner,
  "filings/deleteDraftAction": owner,
  "filings/extendAnswerAction": owner,
  "filings/finishExperienceAction": owner,
  "filings/giveConsentAction": owner,
  "filings/keepHearingAction": owner,
  "filings/keepItemAction": owner,
  "filings/keepJobAction": owner,
  "filings/keepObjectionAction": owner,
  "filings/objectAction": owner,
  "filings/removeJobAction": owner,
  "filings/saveAnswersAction": owner,
  "filings/saveJobAction": owner,
  "filings/startFilingAction": null,
  "filings/submitFilingAction": owner,
  "filings/supplementFilingAction": owner,
  "filings/withdrawConsentAction": owner,
  "filings/withdrawFilingAction": owner,
  "l/[token]/acceptInvitationAction": null,
  "l/[token]/answerConfirmationAction": null,
  "l/[token]/confirmWishAction": null,
  "list/not-listed/makeWishAction": null,
  "registrations/answerProceedingAction": owner,
  "review/acceptAction": reviewer,
  "review/acceptNextAction": null,
  "review/allowRoundAction": supervisor,
  "review/approveFormallyAction": reviewer,
  "review/confirmApprovalAction": reviewer,
  "review/confirmRefusalAction": reviewer,
  "review/declineAction": reviewer,
  "review/dropReopeningAction": supervisor,
  "review/holdAction": reviewer,
  "review/lookUpAction": reviewer,
  "review/makeItemAction": reviewer,
  "review/markMessagesReadAction": reviewer,
  "review/me/noteAbsenceAction": null,
  "review/me/takeBackAbsenceAction": null,
  "review/proposeApprovalAction": reviewer,
  "review/proposeRefusalAction": reviewer,
  "review/proposeReopeningAction": supervisor,
  "review/recordFindingAction": reviewer,
  "review/registrations/decideProceedingAction": reviewer,
  "review/registrations/dropProceedingAction": reviewer,
  "review/registrations/proposeLiftingAction": supervisor,
  "review/registrations/proposeRevocationAction": supervisor,
  "review/registrations/proposeSuspensionAction": supervisor,
  "review/releaseAction": reviewer,
  "review/reopenAction": supervisor,
  "review/requestAction": reviewer,
  "review/returnAction": reviewer,
  "review/revealAction": reviewer,
  "review/ruleOnLookAlikeAction": reviewer,
  "review/takeOverAction": reviewer,
  "review/writeToApplicantAction": reviewer,
  "review/workload/reassignAction": supervisor,
  "sign-in/finishSetUpAction": null,
  "sign-in/giveCodeAction": null,
  "sign-in/giveRecoveryCodeAction": null,
  "sign-in/sendCodeAgainAction": null,
  "sign-in/signInAction": null,
  "sign-in/signInToDemonstrationAction": null,
  "sign-up/confirmCodeAction": null,
  "sign-up/requestCodeAction": null,
  "sign-up/signUpWithIdentityAction": null,
};

let scene: AccessScene;
const browsers = new Map<Who, APIRequestContext>();
const browserOf = (who: Who) => browsers.get(who) as APIRequestContext;

test.describe("everybody tries", () => {
  test.describe.configure({ mode: "serial", timeout: 480_000 });

  test.beforeAll(async ({ playwright, browser, baseURL }) => {
    const { findAccessScene, setDisabled } = await scenes();
    await setDisabled(false);
    for (const who of people) {
      const page = await browser.newPage();
      if (who !== "nobody") {
        await page.goto("/en/sign-in");
        await page.getByRole("button", { name: `${who satisfies DemonstrationPerson}@demo.example` }).click();
        await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
      }
      const storageState = await page.context().storageState();
      browsers.set(who, await playwright.request.newContext({ ...(baseURL && { baseURL }), storageState }));
      await page.close();
    }
    await setDisabled(true);
    scene = await findAccessScene();
  });

  test.afterAll(async () => {
    for (const browser of browsers.values()) await browser.dispose();
  });

  for (const form of ["HTML", "RSC"] as const) {
    test(`everybody reads what is theirs and nothing else, in ${form}`, async () => {
      const headers = form === "RSC" ? { rsc: "1" } : { accept: "text/html" };
      for (const address of builtPages) {
        const allowed = readersOf(address);
        await Promise.all(
          people.map(async (who) => {
            const path = `${pathOf(scene, address)}${form === "RSC" ? "?_rsc" : ""}`;
            const answer = await browserOf(who).get(path, { headers, maxRedirects: 0 });
            if (allowed.includes(who)) await expectLetIn(answer, `${who} at ${path}`);
            else await expectRefused(answer, `${who} at ${path}`);
          }),
        );
      }
    });
  }

  test("everybody fetches what is theirs and nothing else", async () => {
    for (const address of builtRoutes) {
      const allowed = readersOf(address);
      for (const who of people) {
        const path = `${pathOf(scene, address)}${queryOf(address)}`;
        const answer = await browserOf(who).get(path, { maxRedirects: 0 });
        if (answer.status() === 405) continue;
        if (allowed.includes(who)) await expectLetIn(answer, `${who} at ${path}`);
        else await expectRefused(answer, `${who} at ${path}`);
      }
    }
  });

  test("nobody sends a paper to somebody else's filing", async ({ baseURL }) => {
    const { tracesOfOwner } = await scenes();
    const before = await tracesOfOwner();
    const file = { name: "paper.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
    for (const who of people.filter((it) => !owner.includes(it))) {
      const answer = await browserOf(who).post(`/api/filings/${scene.draft}/documents`, {
        headers: { origin: String(baseURL), accept: "application/json" },
        multipart: { evidenceKey: "id_hkid", half: "original", page: "documents", locale: "en", file },
      });
      await expectRefused(answer, who);
    }
    expect(await tracesOfOwner()).toBe(before);
  });

  test("what changes something is refused when it comes from nowhere or from elsewhere", async () => {
    const { tracesOfOwner } = await scenes();
    const before = await tracesOfOwner();
    for (const { id, name, page } of actions) {
      const [who = "chan.taiman"] = actors[name] ?? signedIn;
      for (const origin of [undefined, "https://elsewhere.example"]) {
        const answer = await post(who, { id, page, name }, origin);
        expectNotDone(answer, `${who} posts ${name} from ${origin ?? "nowhere"}`);
      }
    }
    for (const path of [
      "/api/sign-out",
      "/api/csp-report",
      "/api/admin/list/import?locale=en",
      "/api/admin/rows/registered?purpose=report",
      `/api/filings/${scene.draft}/documents`,
    ]) {
      const headers = { origin: "https://elsewhere.example" };
      for (const options of [{}, { headers }]) {
        expect((await browserOf("chan.taiman").post(path, options)).status(), path).toBe(403);
      }
    }
    expect(await tracesOfOwner()).toBe(before);
  });

  test("nobody does anything with what is somebody else's", async ({ baseURL }) => {
    const { tracesOfOwner } = await scenes();
    expect(Object.keys(actors).sort()).toEqual(actions.map(({ name }) => name).sort());
    const before = await tracesOfOwner();
    for (const { id, name, page } of actions) {
      const allowed = actors[name];
      if (!allowed) continue;
      for (const who of people.filter((it) => !allowed.includes(it))) {
        const answer = await post(who, { id, page, name }, baseURL);
        expectNotDone(answer, `${who} posts ${name}`);
        // It was understood, and refused for who it was: not for what it said.
        expect.soft(answer.text, `${who} posts ${name}`).not.toContain("invalid_input");
      }
      expect(await tracesOfOwner(), name).toBe(before);
    }
  });

  test("the same post does what it says when it comes from whose it is", async ({ baseURL }) => {
    const { tracesOfOwner } = await scenes();
    const before = await tracesOfOwner();
    const saving = actions.find(({ name }) => name === "filings/autosaveAnswersAction");
    const page = await browserOf("chan.taiman").get(`/en/filings/${scene.draft}/contact`);
    const seen = /name="seen" value="(\w*)"/.exec(await page.text())?.[1] ?? "";
    const answer = await post("chan.taiman", saving ?? { id: "", name: "", page: "" }, baseURL, { seen });
    expect(answer.text).toContain('"status":"done"');
    expect(await tracesOfOwner()).not.toBe(before);
  });
});

/** What an address cannot do without behind its question mark. */
function queryOf(address: string): string {
  if (/\/(calendar|receipt)$/.test(address)) return "?locale=en";
  if (address === "/api/digital-identity/start") return "?locale=en";
  return address === "/api/account/data" ? "?format=json&locale=en" : "";
}

async function expectLetIn(answer: APIResponse, what: string) {
  const { status, location } = await outcomeOf(answer);
  // A page may lead on to where the filing stands; to sign in is no answer.
  expect([200, 307], `${what}: ${status} ${location}`).toContain(status);
  expect(location, what).not.toContain("/sign-in");
}

async function expectRefused(answer: APIResponse, what: string) {
  const { status, location } = await outcomeOf(answer);
  const isSentAway = [303, 307].includes(status) && location.includes("/sign-in");
  expect(isSentAway || [401, 404].includes(status), `${what}: ${status} ${location}`).toBe(true);
  const text = await answer.text();
  for (const canary of scene.canaries) expect(text.includes(canary), `${what} reads ${canary}`).toBe(false);
}

/** What became of a request. A page that is fetched by script carries its status and the way on inside. */
async function outcomeOf(answer: APIResponse): Promise<{ status: number; location: string }> {
  const { location = "", "content-type": type } = answer.headers();
  const text = type?.startsWith("text/x-component") ? await answer.text() : "";
  const [, onward, status] = /NEXT_REDIRECT;\w+;([^;"]*);(\d{3});/.exec(text) ?? [];
  if (onward && status) return { status: Number(status), location: onward };
  return { status: text.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? 404 : answer.status(), location };
}

type Posted = { status: number; text: string };

function expectNotDone({ status, text }: Posted, what: string) {
  const isRefused = status >= 400 || text.includes('"status":"refused"');
  expect(isRefused, `${what}: ${status} ${text.slice(0, 300)}`).toBe(true);
  expect(text, what).not.toContain('"status":"done"');
  for (const canary of scene.canaries) expect(text.includes(canary), `${what} reads ${canary}`).toBe(false);
}

/** Posts an action as the app's own script does. */
async function post(
  who: Who,
  { id, name, page }: { id: string; name: string; page: string },
  origin: string | undefined,
  differing: Record<string, string> = {},
): Promise<Posted> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...inputOf(name), ...differing })) form.append(`_1_${field}`, value);
  // What the form is, and before it how it stood, come last: they refer to what was sent.
  form.append("0", '[{"status":"idle"},"$K1"]');
  const answer = await browserOf(who).post(pathOf(scene, page), {
    headers: { accept: "text/x-component", "next-action": id, ...(origin && { origin }) },
    multipart: form,
    maxRedirects: 0,
  });
  return { status: answer.status(), text: await answer.text() };
}

/** What each action is told: all of the owner's, and such that the right person would be heard. */
function inputOf(name: string): Record<string, string> {
  const { draft, asked, document, session } = scene;
  const filing = { filingId: asked.id, version: asked.version };
  const form = { filingId: draft, form: "3f0c8f5e-3b55-4b7e-9f6c-0a9c1f0e5d11", seen: "" };
  const proceeding = { proceedingId: scene.proceeding, version: "2" };
  const proposal = {
    number: scene.registration,
    version: "1",
    words: "It is not so.",
    "effectiveOn-day": "5",
    "effectiveOn-month": "3",
    "effectiveOn-year": "2031",
  };
  const words = { reasons: "not_on_list", "reasons[]": "not_on_list", note: "It is not." };
  const inputs: Record<string, Record<string, string>> = {
    "account/endSessionAction": { session },
    "account/data/takeBackConsentAction": { filingId: asked.id, purpose: "publication" },
    "admin/people/archiveColleagueAction": { accountId: scene.colleague },
    "admin/people/confirmReviewAction": { accountId: scene.colleague },
    "admin/people/confirmRightAction": { proposalId: scene.colleague },
    "admin/people/dropRightAction": { proposalId: scene.colleague },
    "admin/people/giveRightAction": { accountId: scene.colleague, capability: "audit" },
    "admin/people/inviteColleagueAction": { email: "fong.kayan@office.example", name: "Fong Ka Yan", locale: "en" },
    "admin/people/reactivateColleagueAction": { accountId: scene.colleague },
    "admin/people/takeBackRightsAction": { accountId: scene.colleague, "grants[]": scene.colleague },
    "check/answerCheckAction": { entry: "QH-CON-HK-ARCHITECT", question: "home_registration", registered: "no" },
    "demo/clock/moveByDaysAction": { workingDays: "1" },
    "demo/clock/moveToDayAction": { to: "2027-01-04" },
    "filings/[address]/confirmations/askConfirmationAction": {
      filingId: draft,
      at: "0",
      seen: "1",
      relation: "employer",
      email: "personnel@firm.example",
      locale: "en",
    },
    "filings/[address]/confirmations/endConfirmationAction": { filingId: draft, confirmationId: draft },
    "filings/[address]/documents/noteLanguageAction": { documentId: document, language: "chinese" },
    "filings/[address]/documents/removeDocumentAction": { documentId: document },
    "filings/[address]/documents/reusePaperAction": { filingId: draft, evidenceKey: "id_hkid" },
    "filings/[address]/documents/startHandoverAction": { filingId: draft, evidenceKey: "id_hkid", half: "original" },
    "filings/[address]/messages/writeToOfficeAction": { filingId: asked.id, words: "May I ask something?" },
    "filings/answerHearingAction": { ...filing, statement: "It is valid." },
    "filings/answerItemAction": { filingId: asked.id, itemId: asked.item, answer: "Here it is." },
    "filings/autosaveAnswersAction": { ...form, task: "contact", mobile: "+852 9000 0000" },
    "filings/confirmCarriedAction": { filingId: draft, "items[]": "mobile" },
    "filings/deleteDraftAction": { filingId: draft },
    "filings/extendAnswerAction": { ...filing, days: "5" },
    "filings/finishExperienceAction": form,
    "filings/giveConsentAction": { filingId: draft, locale: "en", identity_papers: "yes" },
    "filings/keepObjectionAction": { filingId: asked.id, form: form.form, typed: "", grounds: "It is proven." },
    "filings/keepHearingAction": { filingId: asked.id, form: form.form, typed: "", statement: "It is valid." },
    "filings/keepItemAction": { filingId: asked.id, itemId: asked.item, form: form.form, typed: "", answer: "Here." },
    "filings/keepJobAction": { ...form, typed: "", at: "new", employer: "Nobody" },
    "filings/objectAction": { ...filing, grounds: "It is proven." },
    "filings/removeJobAction": { ...form, at: "0" },
    "filings/saveAnswersAction": { ...form, task: "contact", mobile: "+852 9000 0000", in_baseline: "no" },
    "filings/saveJobAction": {
      ...form,
      at: "new",
      employer: "Nobody",
      role: "None",
      from_month: "2016-1-",
      current: "yes",
      share: "100",
    },
    "filings/startFilingAction": { entry: "QH-CON-HK-RPS-QS" },
    "filings/submitFilingAction": { filingId: draft, version: "1" },
    "filings/supplementFilingAction": filing,
    "filings/withdrawConsentAction": { filingId: draft, purpose: "identity_papers" },
    "filings/withdrawFilingAction": filing,
    "l/[token]/answerConfirmationAction": { token: "a".repeat(43), answer: "confirmed", name: "A", position: "B" },
    "l/[token]/confirmWishAction": { token: "a".repeat(43) },
    "list/not-listed/makeWishAction": { qualification: "Licensed Geologist" },
    "registrations/answerProceedingAction": { ...proceeding, statement: "It was a clerk." },
    "review/acceptAction": filing,
    "review/allowRoundAction": { ...filing, reason: "A new fact came to light." },
    "review/dropReopeningAction": { ...filing, reopeningId: asked.id },
    "review/proposeReopeningAction": { ...filing, reason: "fact_overlooked", words: "Page 2 was not read." },
    "review/reopenAction": { ...filing, reopeningId: asked.id },
    "review/approveFormallyAction": filing,
    "review/confirmApprovalAction": { ...filing, outcome: "approve", note: "" },
    "review/confirmRefusalAction": { ...filing, outcome: "refuse", note: "" },
    "review/declineAction": { ...filing, "reasons[]": "not_on_list", note: words.note },
    "review/holdAction": { ...filing, reason: "awaiting_outside_answer" },
    "review/lookUpAction": { filingId: asked.id, revision: "0" },
    "review/makeItemAction": { filingId: asked.id, check: "names", text: "Send it." },
    "review/markMessagesReadAction": { filingId: asked.id, last: document },
    "review/me/noteAbsenceAction": {
      "from-day": "1",
      "from-month": "3",
      "from-year": "2031",
      "until-day": "5",
      "until-month": "3",
      "until-year": "2031",
    },
    "review/me/takeBackAbsenceAction": { absenceId: document },
    "review/proposeApprovalAction": {
      ...filing,
      scope_en: "All",
      scope_zh_hant: "全部",
      scope_zh_hans: "全部",
      note: "",
    },
    "review/proposeRefusalAction": { ...filing, "reasons[]": "not_on_list", note: words.note },
    "review/recordFindingAction": { filingId: asked.id, check: "names", result: "met", note: "", revision: "0" },
    "review/registrations/decideProceedingAction": { ...proceeding, note: "" },
    "review/registrations/dropProceedingAction": { ...proceeding, note: "It was nothing." },
    "review/registrations/proposeLiftingAction": { ...proposal, reason: "cured" },
    "review/registrations/proposeRevocationAction": { ...proposal, reason: "serious_breach" },
    "review/registrations/proposeSuspensionAction": {
      ...proposal,
      reason: "under_inquiry",
      "untilOn-day": "",
      "untilOn-month": "",
      "untilOn-year": "",
    },
    "review/releaseAction": filing,
    "review/requestAction": { ...filing, outcome: "close_no_response", "checks[]": "names", "texts[]": "Send it." },
    "review/returnAction": { ...filing, "reasons[]": "check_again", note: words.note },
    "review/revealAction": { filingId: asked.id, reason: "compare_with_paper" },
    "review/ruleOnLookAlikeAction": {
      filingId: asked.id,
      personId: asked.id,
      ruling: "different_person",
      reason: words.note,
      revision: "0",
    },
    "review/takeOverAction": filing,
    "review/workload/reassignAction": {
      "filings[]": `${asked.id}:${asked.version}`,
      to: "evenly",
      reason: "reviewer_away",
    },
    "review/writeToApplicantAction": { filingId: asked.id, words: "Here is an answer." },
    "sign-in/signInToDemonstrationAction": { email: "chan.taiman@demo.example", next: "" },
    "sign-up/requestCodeAction": { email: "somebody@people.example", next: "" },
  };
  return inputs[name] ?? {};
}
