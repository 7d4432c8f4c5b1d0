import { locales } from "@/lib/i18n/locales";
import { expect, test } from "./fixtures";
import {
  accept,
  confirmApproval,
  examine,
  lookAtEvidence,
  openFiling,
  proposeApproval,
  requestWhatIsMissing,
} from "./office";
import { scan } from "./papers";
import {
  answerEverything,
  answerRequest,
  architect,
  checkAndSubmit,
  consent,
  newcomer,
  signUp,
  startFiling,
  stopAnUpload,
  uploadEverything,
} from "./professional";
import { findsAmongTheRegistered, registeredNumber } from "./statistics";
import { squareCodeIn, squareCodeOf } from "./square-code";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

for (const locale of locales) {
  test(`from looking it up to a registration that anybody can check, in ${locale}`, async ({ stranger, as }) => {
    const professional = await stranger({ locale });
    const { words, page } = professional;
    const person = newcomer(locale);
    const entryLink = page.locator(`main a[href$="/list/${architect}"]`);

    await test.step("a visitor finds the architects by every name they have", async () => {
      await professional.visit("/list");
      for (const name of ["建築師", "建筑师", "architect", "ARB"]) {
        professional.knows(name);
        await professional.hands.type(page.getByRole("searchbox"), name);
        await professional.press(words("common.search"));
        await expect(page).toHaveURL((url) => url.searchParams.get("q") === name);
        await expect(entryLink).toBeVisible();
        await professional.look();
      }
      await professional.hands.press(entryLink);
      await expect(page.getByRole("link", { name: words("list.entry.start") })).toBeVisible();
      await professional.look();
    });

    await test.step("they make an account with a mailed code and begin", async () => {
      await professional.follow(words("list.entry.start"));
      await professional.arrivesAt(words("account.demonstration.title"));
      await professional.follow(words("account.sign_in.create"));
      await professional.arrivesAt(words("account.sign_up.title"));
      await signUp(professional, person);
      await startFiling(professional);
    });

    await test.step("they do every task, with a PDF, a JPEG and a PNG", async () => {
      await consent(professional);
      await answerEverything(professional, person);
      await stopAnUpload(professional);
      await uploadEverything(professional);
    });

    const reference = await test.step("they submit and receive a receipt", async () => {
      const given = await checkAndSubmit(professional);
      const receipt = page.getByRole("main");
      await expect(receipt.getByRole("row")).toHaveCount(5);
      // A fingerprint of each paper, and one of all that was submitted.
      const fingerprints = (await receipt.innerText()).replace(/\s/g, "").match(/[0-9a-f]{64}/g);
      expect(fingerprints).toHaveLength(5);
      // The days by which the next thing happens.
      await expect(receipt.locator("ol > li").filter({ hasText: /20\d\d/ })).toHaveCount(2);
      await professional.follow(words("filing.receipt.see_status"));
      await professional.arrivesAt(given);
      return given;
    });

    const reviewer = await as("lee.kafai", { locale });
    reviewer.knows(Object.values(person).join(" "));
    await test.step("a reviewer of the field examines it and asks for one missing thing", async () => {
      await openFiling(reviewer, reference);
      await accept(reviewer);
      await lookAtEvidence(reviewer);
      const note = asks[locale];
      await examine(reviewer, { "paper:registration_certificate": { result: "missing", note } });
      await requestWhatIsMissing(reviewer, 1);
    });

    await test.step("they answer item by item", async () => {
      await professional.visit(`/filings/${reference}/status`);
      await expect(
        page.getByRole("main").getByText(words("workflow.state.awaiting_applicant"), { exact: true }),
      ).toBeVisible();
      await professional.follow(words("filing.status.answer"), page.getByRole("main").getByRole("list"));
      await professional.arrivesAt(words("filing.request.title"));
      await expect(page.getByText(asks[locale])).toBeVisible();
      await answerRequest(professional, "registration_certificate", scan("certificate-2.pdf"));
    });

    await test.step("the reviewer proposes to approve, and may not confirm it", async () => {
      await openFiling(reviewer, reference);
      await examine(reviewer, {}, ["paper:registration_certificate"]);
      await proposeApproval(reviewer);
      await reviewer.visit(`/review/${reference}/second-check`);
      await expect(reviewer.page.getByRole("button", { name: words("workflow.action.approve") })).toHaveCount(0);
    });

    const administrator = await as("cheung.waiman", { locale });
    const before = await registeredNumber(administrator);
    const number = await test.step("a second, different person confirms", async () => {
      const second = await as("ho.meiyee", { locale });
      second.knows(Object.values(person).join(" "));
      return confirmApproval(second, reference);
    });

    const code = await test.step("they open the certificate, and its square code leads to its check", async () => {
      await professional.visit(`/filings/${reference}/decision`);
      await professional.follow(words("filing.decision.open"));
      await professional.arrivesAt(number);
      const main = page.getByRole("main");
      const address = /https?:\/\/\S+\/verify\/\S+/.exec(await main.innerText())?.[0] ?? "";
      expect(await squareCodeIn(await main.getByRole("img", { name: words("registration.qr") }).screenshot())).toEqual(
        squareCodeOf(address),
      );

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        professional.follow(words("registration.download.button")),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.pdf$/);
      return address.split("/").at(-1) ?? "";
    });

    await test.step("anybody finds it on the register and checks the certificate", async () => {
      const anybody = await stranger({ locale });
      anybody.knows(Object.values(person).join(" "));
      await anybody.visit(`/register?q=${encodeURIComponent(person.nameZh)}`);
      await anybody.follow(number);
      await anybody.arrivesAt(words("register.entry.valid"));
      await anybody.visit(`/verify/${code}`);
      await anybody.arrivesAt(words("register.check.word.valid"));
      await expect(anybody.page.getByText(number, { exact: true })).toBeVisible();
    });

    await test.step("the administrator's number has moved by one, and opens onto that row", async () => {
      expect(await registeredNumber(administrator)).toBe(before + 1);
      await findsAmongTheRegistered(administrator, number);
    });

    await test.step("each step was mailed in the professional's language", async () => {
      await professional.visit(`/demo/mailbox?to=${person.email}`);
      await expect(
        page.getByRole("main").locator(`a[lang="${locale}"]`).filter({ hasText: reference }),
      ).not.toHaveCount(0);
    });
  });
}

const asks = {
  en: "The last page is missing. Send the whole certificate.",
  "zh-Hant": "欠缺最後一頁，請提交整份證明書。",
  "zh-Hans": "缺少最后一页，请提交整份证书。",
};
