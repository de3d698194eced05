import { RootCommand } from "@bomb.sh/tab";

/** The shells there is a completion script for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

/** What the completion library prints while `work` runs; it only knows how to print. */
export function printedBy(work: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: unknown) => void lines.push(String(line));
  try {
    work();
  } finally {
    console.log = log;
  }
  return `${lines.join("\n")}\n`;
}

/** The script that makes a shell ask `involve` itself what could come next. */
export const completionScript = (shell: Shell): string =>
  printedBy(() => new RootCommand().setup("involve", "involve", shell));
