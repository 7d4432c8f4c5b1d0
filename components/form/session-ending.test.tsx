import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SessionEnding } from "./session-ending";

const minute = 60_000;
const refresh = vi.fn();
const words = {
  title: "Are you still there?",
  stay: "Stay signed in",
  minutes: ["in 1 minute.", ...[2, 3, 4, 5].map((count) => `in ${count} minutes.`)],
};

function page() {
  return (
    <AppRouterContext value={{ refresh } as unknown as AppRouterInstance}>
      <PathnameContext value="/en/filings">
        <SessionEnding
          idle={30 * minute}
          announced={5 * minute}
          endsAt={Infinity}
          signInHref="/en/sign-in"
          words={words}
        >
          <a href="/en">Sign out now</a>
        </SessionEnding>
      </PathnameContext>
    </AppRouterContext>
  );
}

const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

beforeEach(() => {
  vi.useFakeTimers();
  refresh.mockClear();
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("nobody is asked while there is time", async () => {
  render(page());
  await wait(24 * minute);
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

test("five minutes before the end a person is asked, and told again at two and at one", async () => {
  render(page());
  await wait(25 * minute);
  expect(screen.getByRole("alertdialog").textContent).toContain("in 5 minutes");
  await wait(minute);
  expect(screen.getByRole("alertdialog").textContent).toContain("in 5 minutes");
  await wait(2 * minute);
  expect(screen.getByRole("alertdialog").textContent).toContain("in 2 minutes");
  await wait(minute);
  expect(screen.getByRole("alertdialog").textContent).toContain("in 1 minute.");
});

test("whoever stays is kept, and asked again only when time runs out again", async () => {
  render(page());
  await wait(26 * minute);
  fireEvent.click(screen.getByRole("button", { name: "Stay signed in" }));
  expect(refresh).toHaveBeenCalledOnce();
  await wait(24 * minute);
  expect(screen.queryByRole("alertdialog")).toBeNull();
  await wait(minute);
  expect(screen.getByRole("alertdialog")).toBeTruthy();
});
