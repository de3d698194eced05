import { describe, expect, test } from "@jest/globals";
import { type Asking, askThrough, asOneLine, matching } from "../../src/cli/asking.ts";
import { catalogue } from "../../src/cli/catalogue.ts";
import type { Command } from "../../src/cli/command.ts";
import type { Ask } from "../../src/cli/context.ts";
import { refused } from "../../src/cli/errors.ts";
import { loadVerb } from "../../src/cli/program.ts";
import type { Given } from "../../src/cli/words.ts";
import type { Day } from "../../src/domain/day.ts";

interface Played {
  readonly asking: Asking;
  readonly questions: string[];
  readonly said: string[];
}

/** A person who gives these answers in order, and what was asked and said meanwhile. */
function person(...answers: readonly (string | readonly string[])[]): Played {
  const questions: string[] = [];
  const said: string[] = [];
  const next = (question: string): string | readonly string[] => {
    questions.push(question);
    return answers[questions.length - 1] ?? "";
  };
  const one = (question: string): Promise<string> => Promise.resolve(String(next(question)));
  const ask: Ask = {
    text: one,
    pick: one,
    find: one,
    several: (question) => Promise.resolve(next(question) as readonly string[]),
    confirm: async (question) => (await one(question)) === "yes",
  };
  const offered = (source: string) =>
    source === "member" ? [{ value: "M-001", about: "José Carvalho" }] : [];
  return { asking: { ask, today: "2026-11-23" as Day, offered, say: (l) => said.push(l) }, questions, said };
}

const play = async (
  verb: string,
  given: Given,
  played: Played,
  attempt: () => Promise<number>,
  all = true,
) => {
  const command = await loadVerb(verb.split(" ")[0] ?? "", verb.split(" ")[1] ?? "");
  return askThrough(played.asking, verb, command, given, all, attempt);
};

const done = (): Promise<number> => Promise.resolve(0);

describe("asking for what a verb needs", () => {
  test("the answers are said as the line that could have been typed", async () => {
    const played = person("M-001", "", "", "stepped-down", "");
    expect(await play("member leave", {}, played, done)).toBe(0);
    expect(played.questions).toEqual([
      "Who left (type to search)",
      "The group they left; needed where they are in two",
      "The day they left (such as 2026-03-14 or 14/03/2026)",
      "How they left",
      "Anything else?",
    ]);
    expect(played.said).toEqual(["As one line: involve member leave M-001 --as stepped-down"]);
  });

  test("members and then the course are two questions", async () => {
    const played = person(["M-001"], "interviewing", "");
    await play("training complete", {}, played, done);
    expect(played.said).toEqual(["As one line: involve training complete M-001 interviewing"]);
  });

  test("from the menu anything else can be said, and first it can be shown what would happen", async () => {
    const tries: boolean[] = [];
    const played = person("X", "", "", "", "", "", "", "", "region", "wales", "--dry-run", "");
    const command = await loadVerb("member", "add");
    await askThrough(played.asking, "member add", command, {}, true, (_given, dry) => {
      tries.push(dry);
      return done();
    });
    expect(tries).toEqual([true, false]);
    expect(played.said[0]).toBe("As one line: involve member add X --region wales --dry-run");
  });

  test("of words of which one is needed it is asked which, and then what it says", async () => {
    const need = person("required", "perspective", ["carer"]);
    await play("project need", { project: ["P-001"] }, need, done, false);
    expect(need.questions).toEqual(["Which of the two?", "What is it about?", "Service user or carer"]);
    expect(need.said).toEqual(["As one line: involve project need P-001 --required --perspective carer"]);
    const out = person("perspective", ["carer"]);
    await play("project need", { project: ["P-001"], remove: ["yes"] }, out, done, false);
    expect(out.questions).toEqual(["What is it about?", "Service user or carer"]);
    const reply = person("decline");
    await play("project reply", { project: ["P-001"], member: ["M-003"] }, reply, done, false);
    expect(reply.said).toEqual(["As one line: involve project reply P-001 M-003 --decline"]);
  });

  test("the choice among such words can be changed after a refusal", async () => {
    const played = person("accept", "change", "noReply");
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      if (tries === 1) throw refused({ code: "no-place-left", message: "All places are taken." });
      return 0;
    };
    await play("project reply", { project: ["P-001"], member: ["M-003"] }, played, attempt, false);
    expect(played.said.at(-1)).toBe("As one line: involve project reply P-001 M-003 --no-reply");
  });

  test("what a rule needs is asked for wherever it is missing, also where other words were typed", async () => {
    const played = person("twelve interviews", "a letter", "Dr Maeve Lynch");
    await play("training waive", { member: ["M-001"], course: ["interviewing"] }, played, done, false);
    expect(played.said).toEqual([
      'As one line: involve training waive M-001 interviewing --reason "twelve interviews" --evidence "a letter" --granted-by "Dr Maeve Lynch"',
    ]);
  });

  test("after a refusal an answer can be changed, and nothing is lost", async () => {
    const played = person("Amina", "", "", "", "", "", "amina", "", "change", "Amina");
    let times = 0;
    const attempt = (): Promise<number> => {
      times++;
      if (times === 1) throw refused({ code: "not-an-email", message: "No e-mail.", remedy: "Write it so." });
      return done();
    };
    expect(await play("member add", {}, played, attempt, false)).toBe(0);
    expect(played.said.slice(1, 3)).toEqual(["No e-mail. [not-an-email]", "  Write it so."]);
    expect(played.questions).toContain("What now?");
  });

  test("or left as it is, with the exit code of the refusal", async () => {
    const played = person("Amina", "", "", "", "", "", "", "", "leave");
    const no = (): Promise<number> => Promise.reject(refused({ code: "x", message: "No." }));
    expect(await play("member add", {}, played, no, false)).toBe(1);
  });
});

test("words of which one has to be said are words of their verb, in every verb", async () => {
  const verbs = catalogue.flatMap((n) => n.verbs.map((v) => [n.name, v.name] as const));
  const found: string[] = [];
  for (const [noun, verb] of verbs) {
    const loaded = await loadVerb(noun, verb);
    const words = (loaded.oneOf ?? []).flatMap((g) => g.words);
    const known = [...Object.keys(loaded.args), ...Object.keys(loaded.options)];
    expect(words.filter((w) => !known.includes(w))).toEqual([]);
    if (words.length > 0) found.push(`${noun} ${verb}`);
  }
  expect(found).toEqual(expect.arrayContaining(["project need", "project reply"]));
});

test("what is typed is found in any order, without accents or capitals", () => {
  const choices = [{ name: "M-001  José Carvalho" }, { name: "M-002  Kit Null" }];
  expect(matching(choices, "carvalho jose")).toEqual([choices[0]]);
  expect(matching(choices, "null")).toEqual([choices[1]]);
  expect(matching(choices, "x")).toEqual([]);
});

test("words with blanks and quotes are quoted in the line", async () => {
  const command: Command = await loadVerb("staff", "add");
  expect(asOneLine("staff add", command, { name: ['A "B" C'], role: ["co-ordinator", "x"] })).toBe(
    'involve staff add "A \\"B\\" C" --role co-ordinator --role x',
  );
});
