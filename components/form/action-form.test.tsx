import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { readForm, type ActionState, type FormAction, type FormValues } from "@/lib/domain/form";
import { messagesIn } from "@/lib/i18n/messages";
import { ActionForm, type ActionFormProps } from "./action-form";
import { CheckboxGroup, RadioGroup } from "./choice-fields";
import { DateParts } from "./date-parts";
import { TextField } from "./text-fields";
import { useActionForm } from "./use-action-form";

const schema = z.strictObject({
  surname: z.string().min(1, "validation.name_latin"),
  born: z.iso.date("validation.date"),
  route: z.enum(["examination", "recognition"], "validation.choose_one"),
  fields: z.array(z.string(), "validation.choose_any"),
});

const options = [
  { value: "examination", label: "By examination" },
  { value: "recognition", label: "By recognition" },
];

type NamesProps = Omit<ActionFormProps, "form" | "submit"> & { action: FormAction; defaults?: FormValues };

function Names({ action, defaults, ...rest }: NamesProps) {
  const form = useActionForm(schema, action, defaults);
  return (
    <ActionForm form={form} submit="Continue" hidden={{ version: "7" }} {...rest}>
      <TextField name="surname" label="Surname" hint="As on your identity document" />
      <DateParts name="born" label="Date of birth" />
      <RadioGroup name="route" label="How did you qualify?" options={options} />
      <CheckboxGroup name="fields" label="Fields" options={[{ value: "law", label: "Law" }]} />
    </ActionForm>
  );
}

const inEnglish = (children: ReactNode) => (
  <NextIntlClientProvider locale="en" messages={messagesIn("en")} timeZone="Asia/Shanghai">
    {children}
  </NextIntlClientProvider>
);

const press = () => fireEvent.click(screen.getByRole("button", { name: "Continue" }));

function fillIn() {
  fireEvent.input(screen.getByLabelText("Surname"), { target: { value: "CHAN" } });
  fireEvent.input(screen.getByLabelText("Day"), { target: { value: "3" } });
  fireEvent.input(screen.getByLabelText("Month"), { target: { value: "9" } });
  fireEvent.input(screen.getByLabelText("Year"), { target: { value: "1980" } });
  fireEvent.click(screen.getByLabelText("By examination"));
  fireEvent.click(screen.getByLabelText("Law"));
}

/** An action that remembers what it was sent and answers as told. */
function office(answer: () => Promise<ActionState>) {
  const sent: FormValues[] = [];
  const action: FormAction = async (_previous, data) => {
    sent.push(readForm(data));
    return answer();
  };
  return { sent, action };
}

beforeEach(() => {
  document.title = "Names";
  sessionStorage.clear();
});
afterEach(cleanup);

describe("a professional presses Continue", () => {
  test("and is told everything that is missing, at once, without anything being sent", async () => {
    const { sent, action } = office(async () => ({ status: "done" }));
    render(inEnglish(<Names action={action} />));
    press();

    const summary = await screen.findByRole("alert");
    expect(
      within(summary)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual([
      "Enter the name in Latin letters, as on the identity document",
      "Enter a real date with day, month and year, such as 3 9 2019",
      "Choose one answer",
      "Choose at least one answer",
    ]);
    expect(document.activeElement).toBe(summary);
    expect(document.title).toBe("Error: Names");
    expect(screen.getByLabelText("Surname").getAttribute("aria-describedby")).toBe("surname-hint surname-error");
    expect(sent).toEqual([]);
  });

  test("and a link of the summary leads to the field", async () => {
    Element.prototype.scrollIntoView = () => undefined;
    render(inEnglish(<Names action={office(async () => ({ status: "done" })).action} />));
    press();
    fireEvent.click(within(await screen.findByRole("alert")).getAllByRole("link")[1] as HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText("Day"));
  });

  test("and what was typed is sent, with the version that was on the page and a key of its own", async () => {
    const { sent, action } = office(async () => ({ status: "done" }));
    render(inEnglish(<Names action={action} />));
    fillIn();
    press();

    await waitFor(() => expect(sent).toHaveLength(1));
    const { idempotencyKey, ...rest } = sent[0] ?? {};
    expect(rest).toEqual({
      whichForm: "",
      version: "7",
      surname: "CHAN",
      born: "1980-09-03",
      route: "examination",
      fields: ["law"],
    });
    expect(idempotencyKey).toBeTruthy();
  });

  test("twice, and it is sent once", async () => {
    let answer: (state: ActionState) => void = () => undefined;
    const { sent, action } = office(() => new Promise((resolve) => (answer = resolve)));
    render(inEnglish(<Names action={action} />));
    fillIn();
    press();
    await waitFor(() => expect(sent).toHaveLength(1));
    press();
    press();
    answer({ status: "refused", refusal: { code: "stale" }, values: {} });
    await screen.findByRole("alert");
    expect(sent).toHaveLength(1);
  });

  test("and the office refuses: its reason is read first, and every word stays", async () => {
    const { action } = office(async () => ({ status: "refused", refusal: { code: "stale" }, values: {} }));
    render(inEnglish(<Names action={action} />));
    fillIn();
    press();

    const summary = await screen.findByRole("alert");
    expect(summary.textContent).toContain("Somebody changed this while you had it open");
    expect(document.activeElement).toBe(summary);
    expect(screen.getByLabelText<HTMLInputElement>("Surname").value).toBe("CHAN");
  });

  test("and the line breaks: nothing is lost, and the page says so", async () => {
    const { action } = office(() => Promise.reject(new TypeError("Failed to fetch")));
    render(inEnglish(<Names action={action} />));
    fillIn();
    press();
    expect((await screen.findByRole("alert")).textContent).toContain("The connection broke off");
    expect(screen.getByLabelText<HTMLInputElement>("Surname").value).toBe("CHAN");
  });
});

test("the page as the server draws it holds what is known already, in the fields it belongs to", () => {
  const defaults = { surname: "CHAN", born: "1980-09-03", route: "recognition", fields: ["law"] };
  const html = renderToString(inEnglish(<Names action={async () => ({ status: "done" })} defaults={defaults} />));
  const page = new DOMParser().parseFromString(html, "text/html");

  const valueOf = (name: string) => page.querySelector(`[name="${name}"]`)?.getAttribute("value");
  expect(valueOf("surname")).toBe("CHAN");
  expect([valueOf("born-day"), valueOf("born-month"), valueOf("born-year")]).toEqual(["3", "9", "1980"]);
  expect(page.querySelector("[value=recognition]")?.hasAttribute("checked")).toBe(true);
  expect(page.querySelector("[name='fields[]']")?.hasAttribute("checked")).toBe(true);
});

describe("what is typed is kept while it is typed", () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  test("a moment after the typing stops it is saved, and the page says when", async () => {
    const { sent, action: save } = office(async () => ({ status: "done" }));
    render(inEnglish(<Names action={save} autosave={{ save, key: "names" }} />));
    fireEvent.input(screen.getByLabelText("Surname"), { target: { value: "CHAN" } });
    expect(sessionStorage.getItem("unsaved:names")).toContain("CHAN");

    await vi.advanceTimersByTimeAsync(1_500);
    await waitFor(() => expect(screen.getByText(/^Saved \d\d:\d\d/)).toBeTruthy());
    expect(sent[0]?.["surname"]).toBe("CHAN");
    expect(sessionStorage.getItem("unsaved:names")).toBeNull();
  });

  test("a broken line is said, retried when it is back, and then forgotten", async () => {
    let online = false;
    const { action: save } = office(() =>
      online ? Promise.resolve({ status: "done" }) : Promise.reject(new TypeError()),
    );
    render(inEnglish(<Names action={save} autosave={{ save, key: "names" }} />));
    fireEvent.input(screen.getByLabelText("Surname"), { target: { value: "CHAN" } });
    await vi.advanceTimersByTimeAsync(1_500);
    await waitFor(() => expect(screen.getByText("Not saved yet; will retry")).toBeTruthy());

    online = true;
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(100);
    await waitFor(() => expect(screen.getByText(/^Saved/)).toBeTruthy());
    expect(sessionStorage.getItem("unsaved:names")).toBeNull();
  });

  test("words that had not arrived are there again after a reload", async () => {
    sessionStorage.setItem(
      "unsaved:names",
      JSON.stringify({ surname: ["WONG"], route: ["recognition"], "fields[]": ["law"] }),
    );
    const { sent, action: save } = office(async () => ({ status: "done" }));
    render(inEnglish(<Names action={save} autosave={{ save, key: "names" }} defaults={{ surname: "CHAN" }} />));
    expect(screen.getByLabelText<HTMLInputElement>("Surname").value).toBe("WONG");
    expect(screen.getByLabelText<HTMLInputElement>("By recognition").checked).toBe(true);

    await vi.advanceTimersByTimeAsync(100);
    await waitFor(() => expect(sent[0]).toMatchObject({ surname: "WONG", route: "recognition", fields: ["law"] }));
  });
});
