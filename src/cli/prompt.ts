import type { Ask } from "./context.ts";
import { usage } from "./errors.ts";

/** What inquirer throws when somebody presses Ctrl-C or closes the terminal. */
const gaveUp = new Set(["ExitPromptError", "AbortPromptError"]);

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
    text: (message, fallback, check) =>
      answer<string>({
        type: "input",
        message,
        validate: (text: string) => check?.(text) ?? true,
        ...(fallback ? { default: fallback } : {}),
      }),
    pick: (message, choices) => answer<string>({ type: "select", message, choices, pageSize: 16 }),
    confirm: (message) => answer<boolean>({ type: "confirm", message, default: false }),
  };
}
