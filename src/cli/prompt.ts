import type { Ask } from "./context.ts";
import { usage } from "./errors.ts";

/** What inquirer throws when somebody presses Ctrl-C or closes the terminal. */
const gaveUp = new Set(["ExitPromptError", "AbortPromptError"]);

const pageSize = 16;

/** Asks with inquirer on stderr, so that what is asked never mixes with data. */
export async function terminalAsk(): Promise<Ask> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const answer = async <T>(question: Record<string, unknown>): Promise<T> => {
    try {
      const given = (await prompt([{ ...question, name: "it" }] as never)) as unknown as { it: T };
      return given.it;
    } catch (error) {
      if (error instanceof Error && gaveUp.has(error.name))
        throw usage({ code: "stopped", message: "Stopped at the question; nothing was written." });
      throw error;
    }
  };
  return {
    text: (message, fallback, check, before) =>
      answer<string>({
        type: "input",
        message,
        validate: (text: string) => check?.(text) ?? true,
        ...(before ? { default: before, prefill: "editable" } : fallback ? { default: fallback } : {}),
      }),
    pick: (message, choices, before) =>
      answer<string>({ type: "select", message, choices, default: before, pageSize }),
    find: (message, source, before) =>
      answer<string>({
        type: "search",
        message,
        source: (typed: string | undefined) =>
          source(typed ?? "").map(({ refused, ...c }) => ({
            ...c,
            short: c.value || c.name,
            disabled: refused ? " " : false,
          })),
        default: before,
        pageSize,
      }),
    several: (message, choices, before, needed) =>
      answer<string[]>({
        type: "checkbox",
        message,
        choices: choices.map((c) => ({ ...c, short: c.value || c.name, checked: before.includes(c.value) })),
        required: needed,
        loop: false,
        pageSize,
      }),
    confirm: (message) => answer<boolean>({ type: "confirm", message, default: false }),
  };
}
