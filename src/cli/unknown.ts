import type { Command as Commander } from "commander";
import { nearest } from "../domain/nearest.ts";
import { listed } from "../domain/text.ts";
import { catalogue, everyVerb, type Noun, typed, verbFor, verbsInShort, verbsUnder } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { type Stop, usage } from "./errors.ts";

/** What people type for some verbs, with what they may be called here. */
const sameMeaning: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    new: ["add", "open", "plan", "propose", "init"],
    create: ["add", "open", "plan", "propose", "init"],
    update: ["edit", "add"],
    change: ["edit"],
    find: ["show", "list"],
    search: ["list"],
    view: ["show", "list"],
    record: ["attend", "complete", "log", "contribute"],
    invite: ["offer"],
    book: ["plan", "schedule"],
    pay: ["log"],
    upload: ["import"],
    respond: ["reply"],
  }),
);

/** The verb most likely meant by the words behind a noun: one word of them, or both of a verb of two. */
function nearestVerb(noun: Noun, words: readonly string[]): string | undefined {
  const both = noun.verbs.filter((v) => v.name.includes(" ")).map((v) => v.name);
  const one = verbsInShort(noun).map((v) => v.split(" ")[0] ?? "");
  return nearest(words.slice(0, 2).join(" "), both) ?? nearest(words[0] ?? "", one) ?? undefined;
}

/** Stops at a noun or verb that the catalogue does not have, with the one most likely meant. */
export function checkKnown(noun: string | undefined, words: readonly string[]): void {
  if (noun === undefined || noun === "help") return;
  const found = catalogue.find((n) => n.name === noun);
  if (!found) throw unknownNoun(noun, words);
  const [verb, second] = words;
  if (verb === undefined || verb === "help" || verbFor(found, words)) return;
  const under = verbsUnder(found, verb);
  if (under.length === 0) throw unknownVerb(found, words);
  if (second !== undefined && second !== "help") throw unknownSecond(`${noun} ${verb}`, second, under);
}

function unknownVerb(noun: Noun, words: readonly string[]): Stop {
  const verb = words[0] ?? "";
  const verbs = verbsInShort(noun);
  const near = nearestVerb(noun, words) ?? sameMeaning.get(verb)?.find((v) => verbs.includes(v));
  return usage({
    code: "unknown-verb",
    message: `"${noun.name}" has no verb "${verb}".`,
    remedy: near
      ? `Did you mean "involve ${noun.name} ${near}"?`
      : `It has: ${verbs.join(", ")}. What was recorded by mistake is taken back with: involve undo`,
  });
}

/** Of a verb of two words only the first is known. */
function unknownSecond(before: string, second: string, under: Noun["verbs"]): Stop {
  const seconds = under.map((v) => v.name.split(" ")[1] ?? "");
  const near = nearest(second, seconds) ?? sameMeaning.get(second)?.find((v) => seconds.includes(v));
  return usage({
    code: "unknown-verb",
    message: `"${before}" has no verb "${second}".`,
    remedy: near ? `Did you mean "involve ${before} ${near}"?` : `It has: ${seconds.join(", ")}.`,
  });
}

/** What is typed for a verb that stands where the noun should: every noun that has it, if they are few. */
function withItsNoun(noun: string, words: readonly string[]): string[] {
  const having = catalogue.flatMap((n) => {
    const verb = verbFor({ ...n, verbs: n.verbs.filter((v) => v.name !== "") }, [noun, ...words]);
    return verb || verbsUnder(n, noun).length > 0 ? [typed(n.name, verb?.name ?? noun)] : [];
  });
  return having.length <= 3 ? having : [];
}

function unknownNoun(noun: string, words: readonly string[]): Stop {
  const [verb] = words;
  const asTyped = verb ? `${noun} ${verb}` : noun;
  const near = catalogue.find(
    (n) =>
      n.name ===
      nearest(
        noun,
        catalogue.map((c) => c.name),
      ),
  );
  const swapped = verb && everyVerb().includes(`${verb} ${noun}`) ? `${verb} ${noun}` : null;
  const meant = near && (verbFor(near, words)?.name ?? nearestVerb(near, words) ?? verb ?? "");
  const alone = withItsNoun(noun, words);
  const guesses = swapped ? [swapped] : alone.length > 0 || !near ? alone : [typed(near.name, meant ?? "")];
  return usage({
    code: "unknown-noun",
    message: `There is no "${asTyped}".`,
    remedy: guesses.length
      ? `Did you mean ${listed(
          guesses.map((g) => `"involve ${g}"`),
          "or",
        )}?`
      : `The nouns are: ${catalogue.map((n) => n.name).join(", ")}.`,
  });
}

/** A word more than the verb takes: most often a name of two words without quotes. */
export function wordTooMany(commander: Commander, command: Command): Stop {
  const extra = commander.args[Object.keys(command.args).length] ?? "";
  const quoted = command.examples.find((e) => e.includes('"'));
  return usage({
    code: "excess-arguments",
    message: `"${extra}" is one word too many.`,
    remedy: quoted
      ? `Words that belong together go in quotes: ${quoted}`
      : `For example: ${command.examples[0]}`,
  });
}

/** What an unknown option was most likely meant to be, among the verb's own and those of every verb. */
export function unknownOption(message: string, commander: Commander): Stop {
  const typedOption = /'([^']+)'/.exec(message)?.[1] ?? "";
  const known = commander.options.map((o) => o.long ?? "").filter(Boolean);
  const named = typedOption.split("=")[0] ?? "";
  // Whoever leaves out the end of a name of several words means the one that begins like it.
  const near = nearest(named, known) ?? known.find((option) => option.startsWith(`${named}-`));
  return usage({
    code: "unknown-option",
    message: `${commander.name()} has no option ${typedOption}.`,
    remedy: near ? `Did you mean ${near}?` : `See: ${commander.name()} --help`,
  });
}
