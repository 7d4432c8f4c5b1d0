import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fileLimits } from "@/lib/domain/document/file";
import form from "@/lib/i18n/messages/en/form.json";
import validation from "@/lib/i18n/messages/en/validation.json";
import { FileField } from "./file-field";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const sent: FormDataEntryValue[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      upload = {};
      open = () => undefined;
      setRequestHeader = () => undefined;
      send(data: FormData) {
        const file = data.get("file");
        if (file) sent.push(file);
      }
    },
  );
  render(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={{ form, validation }}>
      <FileField uploadUrl="/api/x" label="Identity card" />
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
  const camera = screen.getByLabelText(/Take a photograph/);
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
