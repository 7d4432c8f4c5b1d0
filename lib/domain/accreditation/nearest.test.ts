import { expect, test } from "vitest";
import { nearestTo } from "./nearest";

const architect = { searchKey: "registered architect 注册建筑师 arb" };
const surveyor = { searchKey: "registered surveyor 注册测量师 srb" };
const nurse = { searchKey: "registered nurse 注册护士" };
const list = [nurse, surveyor, architect];

test("whoever mistypes a word is shown what comes nearest", () => {
  expect(nearestTo("architekt", list, 3)[0]).toBe(architect);
  expect(nearestTo("surveyer", list, 1)).toEqual([surveyor]);
  expect(nearestTo("建筑设计师", list, 1)).toEqual([architect]);
});

test("whoever types what has nothing to do with the list is shown nothing", () => {
  expect(nearestTo("zzzz", list, 3)).toEqual([]);
  expect(nearestTo("", list, 3)).toEqual([]);
});
