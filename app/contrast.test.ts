import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

type Tokens = Record<string, string>;

function tokensOf(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function block(selector: string): Tokens {
  const from = css.indexOf(selector);
  return tokensOf(css.slice(from, css.indexOf("}", from)));
}

const light = block(":root {\n  color-scheme: light");
const wishedBySystem = block(':root:not([data-theme="light"])');
const chosenByPerson = block(':root[data-theme="dark"]');
const themes: Record<string, Tokens> = { light, dark: { ...light, ...chosenByPerson } };

/** The contrast of two colours by the formula of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const accents = ["brand", "jade", "gold", "red", "violet"];
const grounds = ["paper", "mist", "card"];

const textPairs = [
  ...["ink", "ink-soft", "brand", "brand-strong", "jade", "gold", "red", "violet"].flatMap((colour) =>
    grounds.map((ground) => [colour, ground]),
  ),
  ...accents.map((colour) => [colour, `${colour}-tint`]),
  ...accents.map((colour) => ["ink", `${colour}-tint`]),
  ["on-brand", "brand"],
  ["on-brand", "brand-strong"],
  ["on-brand", "red"],
  ["on-brand", "jade"],
  ["on-header", "header"],
  ["on-focus", "focus"],
];

const controlPairs = [
  ...grounds.map((ground) => ["edge", ground]),
  ...[1, 2, 3, 4, 5, 6].map((series) => [`chart-${series}`, "card"]),
];

describe.each(Object.entries(themes))("in the %s theme", (_name, tokens) => {
  const colour = (name: string | undefined) => tokens[name ?? ""] ?? `no token ${name}`;

  test.each(textPairs)("%s on %s can be read", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controlPairs)("%s on %s can be made out", (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

// The figures that the design was decided upon.
test.each([
  [light, "ink", "paper", 16.4],
  [light, "ink-soft", "mist", 7.3],
  [light, "edge", "paper", 4.5],
  [light, "brand", "paper", 8.9],
  [light, "brand-strong", "paper", 12.1],
  [light, "gold", "gold-tint", 5.4],
  [light, "red", "red-tint", 5.7],
  [themes["dark"], "ink", "paper", 16.0],
  [themes["dark"], "brand", "card", 8.5],
  [themes["dark"], "gold", "gold-tint", 8.5],
  [themes["dark"], "focus", "paper", 13.0],
])("the table of the design holds for %# %s on %s: %d", (tokens, text, ground, ratio) => {
  expect(contrast(tokens?.[text] ?? "", tokens?.[ground] ?? "")).toBeCloseTo(ratio, 1);
});

test("the dark theme is one theme, whoever asks for it", () => {
  expect(wishedBySystem).toEqual(chosenByPerson);
  expect(Object.keys(chosenByPerson).length).toBeGreaterThan(20);
});
