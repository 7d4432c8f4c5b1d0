import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fileLimits } from "@/lib/domain/document/file";
import form from "@/lib/i18n/messages/en/form.json";
import validation from "@/lib/i18n/messages/en/validation.json";
import { FileField } from "./file-field";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const sent: FormDataEntryValue[] = [];
const forms: FormData[] = [];
/** Answers the request that waits. */
let answer: (status: number, body: object) => Promise<void>;

beforeEach(() => {
  sent.length = forms.length = 0;
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      upload = {};
      status = 0;
      responseText = "";
      onload = () => undefined;
      open = () => undefined;
      setRequestHeader = () => undefined;
      send(data: FormData) {
        const file = data.get("file");
        if (file) sent.push(file);
        forms.push(data);
        answer = (status, body) =>
          act(async () => {
            Object.assign(this, { status, responseText: JSON.stringify(body) });
            this.onload();
            await Promise.resolve();
          });
      }
    },
  );
  render(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={{ form, validation }}>
      <FileField uploadUrl="/api/x" label="Identity card" />
      <FileField uploadUrl="/api/y" label="Letters" hidden={{ replaces: "one" }} most={10} />
    </NextIntlClientProvider>,
  );
});
afterEach(cleanup);

const choose = (file: File, label = "Identity card") =>
  fireEvent.change(screen.getByLabelText(label), { target: { files: [file] } });

test.each([
  ["a telephone that names no type", "IMG_0001.JPG", ""],
  ["a computer", "scan.pdf", "application/pdf"],
])("a paper from %s is sent", (_, name, type) => {
  choose(new File(["x"], name, { type }));
  expect(sent).toHaveLength(1);
});

test("a photograph goes the same way as a file, straight from the camera", () => {
  const camera = screen.getByLabelText("Take a photograph: Identity card");
  expect(camera.getAttribute("capture")).toBe("environment");
  fireEvent.change(camera, { target: { files: [new File(["x"], "image.jpg", { type: "image/jpeg" })] } });
  expect(sent).toMatchObject([{ name: "image.jpg" }]);
});

test.each([
  ["of another kind", new File(["x"], "scan.docx", { type: "" }), validation.file_type],
  ["that is empty", new File([], "scan.pdf", { type: "application/pdf" }), validation.file_empty],
  [
    "larger than the server takes",
    new File([new Uint8Array(fileLimits.bytesOfFile + 1)], "scan.pdf", { type: "application/pdf" }),
    validation.file_too_large,
  ],
])("a file %s is refused before it is sent, in a sentence", (_, file, words) => {
  choose(file);
  expect(sent).toHaveLength(0);
  expect(screen.getAllByText(words).length).toBeGreaterThan(0);
});

test("letters that are chosen together are sent one after another, and each says what became of it", async () => {
  const type = "application/pdf";
  const files = ["a.pdf", "b.docx", "c.pdf", "d.pdf"].map((name) => {
    return new File(["x"], name, { type: name.endsWith("pdf") ? type : "application/msword" });
  });
  fireEvent.change(screen.getByLabelText("Letters"), { target: { files } });
  expect(sent).toMatchObject([{ name: "a.pdf" }]);
  expect(screen.getByText("d.pdf is waiting.")).toBeTruthy();

  await answer(200, { signs: [] });
  await answer(422, { refusal: { code: "invalid_input", fields: { file: "validation.file_unsafe" } } });
  await answer(200, { signs: [] });
  expect(sent).toMatchObject([{ name: "a.pdf" }, { name: "c.pdf" }, { name: "d.pdf" }]);
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toEqual([
    "",
    "Received: a.pdf",
    `b.docx: ${validation.file_type}`,
    `c.pdf: ${validation.file_unsafe}`,
    "Received: d.pdf",
  ]);
  // Only the first takes the place of another, and begins the choice.
  expect(forms.map((it) => [it.get("replaces"), it.get("together")])).toEqual([
    ["one", null],
    [null, "yes"],
    [null, "yes"],
  ]);
});
