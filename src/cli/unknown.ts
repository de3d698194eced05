import type { Command as Commander } from "commander";
import { nearest } from "../domain/nearest.ts";
import { listed } from "../domain/text.ts";
import { catalogue, everyVerb, typed } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { type Stop, usage } from "./errors.ts";

/** What people type for some verbs, with what they may be called here. */
const sameMeaning: Readonly<Record<string, readonly string[]>> = {
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
};

/** Stops at a noun or verb that the catalogue does not have, with the one most likely meant. */
export function checkKnown(noun: string | undefined, verb: string | undefined): void {
  if (noun === undefined || noun === "help") return;
  const found = catalogue.find((n) => n.name === noun);
  if (!found) throw unknownNoun(noun, verb);
  if (
    verb === undefined ||
    verb === "help" ||
    found.verbs[0]?.name === "" ||
    found.verbs.some((v) => v.name === verb)
  )
    return;
  const verbs = found.verbs.map((v) => v.name);
  const near = nearest(verb, verbs) ?? sameMeaning[verb]?.find((v) => verbs.includes(v));
  throw usage({
    code: "unknown-verb",
    message: `"${noun}" has no verb "${verb}".`,
    remedy: near
      ? `Did you mean "involve ${noun} ${near}"?`
      : `It has: ${verbs.join(", ")}. What was recorded by mistake is taken back with: involve undo`,
  });
}

/** What is typed for a verb that stands where the noun should: every noun that has it, if they are few. */
function withItsNoun(verb: string): string[] {
  const having = catalogue
    .filter((n) => n.verbs.some((v) => v.name === verb))
    .map((n) => typed(n.name, verb));
  return having.length <= 3 ? having : [];
}

/** The verb of a noun that was most likely meant; the word itself where none is near. */
function nearestVerb(noun: string, verb: string): string {
  const verbs = catalogue.find((n) => n.name === noun)?.verbs.map((v) => v.name) ?? [];
  return nearest(verb, verbs) ?? verb;
}

function unknownNoun(noun: string, verb: string | undefined): Stop {
  const asTyped = verb ? `${noun} ${verb}` : noun;
  const near = nearest(
    noun,
    catalogue.map((n) => n.name),
  );
  const swapped = verb && everyVerb().includes(`${verb} ${noun}`) ? `${verb} ${noun}` : null;
  const nearby = near ? [typed(near, verb ? nearestVerb(near, verb) : "")] : [];
  const alone = withItsNoun(noun);
  const guesses = swapped ? [swapped] : alone.length > 0 ? alone : nearby;
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
  const near = nearest(typedOption.split("=")[0] ?? "", known);
  return usage({
    code: "unknown-option",
    message: `${commander.name()} has no option ${typedOption}.`,
    remedy: near ? `Did you mean ${near}?` : `See: ${commander.name()} --help`,
  });
}
