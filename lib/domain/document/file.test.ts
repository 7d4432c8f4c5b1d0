import { expect, test } from "vitest";
import { attachmentHeader, displayNameOf, fileLimits, mediaTypeOfName } from "./file";

test("a file keeps the name its owner gave it, in any script", () => {
  expect(displayNameOf("註冊證明書 (2026).pdf")).toBe("註冊證明書 (2026).pdf");
  expect(displayNameOf("Ｃｅｒｔ．pdf")).toBe("Cert.pdf");
  expect(displayNameOf("𨋢.png")).toBe("𨋢.png");
});

test("a name never leads anywhere and never turns the line around", () => {
  expect(displayNameOf("../../etc/passwd.pdf")).toBe("passwd.pdf");
  expect(displayNameOf("C:\\scans\\card.jpg")).toBe("card.jpg");
  expect(displayNameOf("card\u202Egpj.exe")).toBe("card gpj.exe");
  expect(displayNameOf("a\r\nb\u0000c.pdf")).toBe("a b c.pdf");
  expect(displayNameOf("<img src=x>.png")).toBe("img src x.png");
  expect(displayNameOf("...")).toBe("file");
  expect(displayNameOf(".pdf")).toBe("file.pdf");
  expect(displayNameOf("")).toBe("file");
});

test("a very long name is cut before its ending", () => {
  const name = displayNameOf(`${"𨋢".repeat(300)}.pdf`);
  expect([...name]).toHaveLength(fileLimits.nameLength);
  expect(name).toMatch(/\.pdf$/);
});

test("the ending says what a file claims to be", () => {
  expect(mediaTypeOfName("a.PDF")).toBe("application/pdf");
  expect(mediaTypeOfName("a.b.jpeg")).toBe("image/jpeg");
  expect(mediaTypeOfName("a.pdf.exe")).toBeNull();
  expect(mediaTypeOfName("pdf")).toBeNull();
});

test("a header carries the name in any script and cannot be broken out of", () => {
  expect(attachmentHeader('證"書%.pdf')).toBe(
    `attachment; filename="____.pdf"; filename*=UTF-8''%E8%AD%89%22%E6%9B%B8%25.pdf`,
  );
});
