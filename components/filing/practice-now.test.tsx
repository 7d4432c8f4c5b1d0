import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { messagesIn } from "@/lib/i18n/messages";
import { PracticeNow } from "./practice-now";

afterEach(cleanup);

const inEnglish = (children: ReactNode) => (
  <NextIntlClientProvider locale="en" messages={messagesIn("en")} timeZone="Asia/Shanghai">
    {children}
  </NextIntlClientProvider>
);

const others = [{ from: "2020-01", to: "2021-12", share: "100" }];

function post(shown = others) {
  const fields = ["from_month-month", "from_month-year", "to_month-month", "to_month-year", "share"];
  return inEnglish(
    <form>
      {fields.map((name) => (
        <input key={name} name={name} aria-label={name} />
      ))}
      <input type="checkbox" name="current" value="yes" aria-label="current" />
      <PracticeNow others={shown} standing={null} years={3} today="2026-11-23" />
    </form>,
  );
}

const type = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) {
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  }
};

describe("somebody who types a post", () => {
  test("reads at once what it comes to: part of full time as a part, an overlap once, gaps by name", async () => {
    render(post());
    expect(screen.getByText(/2 years of full-time practice/)).toBeTruthy();

    // A year at half time, of which the first six months overlap.
    type({
      "from_month-month": "7",
      "from_month-year": "2021",
      "to_month-month": "6",
      "to_month-year": "2022",
      share: "50",
    });
    expect(await screen.findByText(/By itself: 6 months/)).toBeTruthy();
    expect(screen.getByText(/2 years 3 months of full-time practice/)).toBeTruthy();
    expect(screen.getByText("9 months are still missing.")).toBeTruthy();
    expect(screen.getByText("No post from July 2022 to October 2026.")).toBeTruthy();

    fireEvent.click(screen.getByLabelText("current"));
    fireEvent.input(screen.getByLabelText("share"), { target: { value: "100" } });
    expect(await screen.findByText("The 3 years asked for are reached.")).toBeTruthy();
  });

  test("is told what is known without the post while its months make none", async () => {
    render(post());
    type({
      "from_month-month": "13",
      "from_month-year": "2021",
      "to_month-month": "6",
      "to_month-year": "2022",
      share: "50",
    });
    expect(await screen.findByText(/Without this post/)).toBeTruthy();
    expect(screen.getByText(/2 years of full-time practice/)).toBeTruthy();
  });

  test("without script reads what was kept last", () => {
    expect(renderToString(post())).toContain("2 years");
    expect(renderToString(post([]))).toContain("As soon as the first month");
  });
});
