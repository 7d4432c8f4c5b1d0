import { describe, expect, test } from "vitest";
import { readForm, splitDate } from "./form";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [key, value] of entries) data.append(key, value);
  return data;
}

describe("a posted form is read as it was typed", () => {
  test("words stay as they are, spaces and rare characters included", () => {
    expect(readForm(form(["surname", " CHAN "], ["name", "𨋢大文"]))).toEqual({ surname: " CHAN ", name: "𨋢大文" });
  });

  test("one tick in a group is still a list", () => {
    expect(readForm(form(["fields[]", "law"]))).toEqual({ fields: ["law"] });
    expect(readForm(form(["fields[]", "law"], ["fields[]", "tax"]))).toEqual({ fields: ["law", "tax"] });
  });

  test("a field that comes twice is shown to its schema as what it is", () => {
    expect(readForm(form(["id", "1"], ["id", "2"]))).toEqual({ id: ["1", "2"] });
  });

  test("the framework's own fields are left out", () => {
    expect(readForm(form(["$ACTION_ID_40", ""], ["$ACTION_1:0", "x"], ["a", "b"]))).toEqual({ a: "b" });
  });

  test("three parts make a date, full-width digits and spaces forgiven", () => {
    expect(readForm(form(["born-day", " ３"], ["born-month", "9"], ["born-year", "２０１９"]))).toEqual({
      born: "2019-09-03",
    });
  });

  test("a date nobody typed is empty, a date that cannot be is left for the schema", () => {
    expect(readForm(form(["born-day", ""], ["born-month", ""], ["born-year", ""]))).toEqual({ born: "" });
    expect(readForm(form(["born-day", "3"], ["born-month", ""], ["born-year", "2019"]))).toEqual({ born: "2019--03" });
  });

  test("what was typed comes back in its three fields", () => {
    expect(splitDate("2019-09-03")).toEqual({ year: "2019", month: "9", day: "3" });
    expect(splitDate("2019--03")).toEqual({ year: "2019", month: "", day: "3" });
    expect(splitDate("")).toEqual({ year: "", month: "", day: "" });
  });
});
