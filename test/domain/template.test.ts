import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { asLine, checkTemplate, fill, specimen, type Template } from "../../src/domain/template.ts";
import { templateWords } from "../../src/domain/template-words.ts";
import { templates } from "../../src/store/templates.ts";
import { newStore } from "../new-store.ts";

const template = (body: string): Template => ({
  key: "round-chosen",
  title: "Joining us",
  body,
  placeholders: { known_as: "what they are called", strengths: "a list", feedback: "a text" },
});
const problems = (body: string): string[] => {
  const result = checkTemplate(body, ["known_as", "strengths", "feedback"]);
  return result.ok ? [] : result.problems.map((p) => `${p.line ?? "-"} ${p.code}: ${p.remedy}`);
};
const lines = (body: string, values: Parameters<typeof fill>[1]): string[] => {
  const result = fill(template(body), values);
  if (!result.ok) throw new Error(result.problems.map((p) => p.message).join(" "));
  return result.value.blocks.map((b) => b.spans.map((s) => s.text).join(""));
};

describe("a text for letters is checked before it is kept", () => {
  test("a placeholder that cannot be filled is refused, with the one that was meant", () => {
    expect(problems("Dear {{knwon_as}},\n\n{{colour}}")).toEqual([
      '1 unknown-placeholder: Did you mean "known_as"?',
      "3 unknown-placeholder: Known: known_as, strengths, feedback.",
    ]);
  });

  test("an optional part that is never ended, ends nothing, or begins in another is refused", () => {
    expect(problems("{{#feedback}}x").map((p) => p.slice(0, 16))).toEqual(["1 broken-section"]);
    expect(problems("x{{/feedback}}").map((p) => p.slice(0, 16))).toEqual(["1 broken-section"]);
    expect(problems("{{#feedback}}{{#known_as}}x{{/known_as}}{{/feedback}}").length).toBeGreaterThan(0);
  });

  test("braces that hold no placeholder, a table, a blank text and a bank detail are refused, all at once", () => {
    expect(
      problems("Dear {{known_as},\n| a | b |\nSort code 12-34-56, account 12345678").map(
        (p) => p.split(":")[0],
      ),
    ).toEqual(["- private-detail", "1 broken-placeholder", "2 not-in-letters"]);
    expect(problems("  \n").map((p) => p.split(":")[0])).toEqual(["- blank"]);
  });
});

describe("a letter is filled in", () => {
  test("a list becomes as many items as it has; within a sentence it is said as a person says it", () => {
    expect(
      lines("- {{strengths}}\n\nYou have {{strengths}}.", { strengths: ["patience", "humour"] }),
    ).toEqual(["patience", "humour", "You have patience and humour."]);
  });

  test("an optional part goes where there is nothing to fill in, and stays where there is", () => {
    const body = "Hello\n\n{{#feedback}}\nWe said: {{feedback}}\n{{/feedback}}\n\nBye";
    expect(lines(body, { feedback: " " })).toEqual(["Hello", "Bye"]);
    expect(lines(body, { feedback: "well done" })).toEqual(["Hello", "We said: well done", "Bye"]);
    expect(lines("- {{strengths}}\n{{#strengths}}x{{/strengths}}y", { strengths: ["a"] })).toEqual(["a xy"]);
  });

  test("a placeholder with nothing to put in its place is refused, each by name", () => {
    const result = fill(template("{{known_as}} {{feedback}} {{strengths}}"), {
      known_as: "Ada",
      strengths: [],
    });
    expect(result.ok ? [] : result.problems.map((p) => p.message)).toEqual([
      "round-chosen says {{feedback}}, and there is nothing to put in its place (a text).",
      "round-chosen says {{strengths}}, and there is nothing to put in its place (a list).",
    ]);
  });

  test("what is filled in stays text: neither Markdown, nor a dollar sign, nor a placeholder in it is read", () => {
    const value = "**Null** $& $1 {{feedback}} # <b>";
    expect(lines("Dear {{known_as}},", { known_as: value, feedback: "no" })).toEqual([`Dear ${value},`]);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ""),
        (name) => {
          expect(lines("Dear {{known_as}},", { known_as: name })).toEqual([`Dear ${name},`]);
        },
      ),
    );
  });
});

describe("the templates of a new store", () => {
  const rows = templates(newStore());

  test("are those the program fills, no more and no fewer", () => {
    expect(new Set(rows.map((t) => t.key))).toEqual(new Set(Object.keys(templateWords)));
  });

  test.each(rows.map((t) => [t.key, t] as const))(
    "%s: uses only what can be filled in, and is whole",
    (_, t) => {
      expect(checkTemplate(t.body, Object.keys(t.placeholders))).toEqual({ ok: true, value: t.body });
      expect(t.original).toBe(t.body);
      const letter = specimen(t);
      expect(letter.ok && asLine(letter.value)).not.toMatch(/\{\{|\}\}|\*\*/);
    },
  );
});
