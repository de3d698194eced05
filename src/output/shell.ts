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

/** Stands in for a function of the bash-completion package, which macOS and small systems do not have. */
const withoutBashCompletion = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD - 1]}
        words=("\${COMP_WORDS[@]}")
        cword=$COMP_CWORD
    }
fi
`;

/** The script that makes a shell ask `involve` itself what could come next; it may be read more than once in one shell. */
export function completionScript(shell: Shell): string {
  const script = printedBy(() => new RootCommand().setup("involve", "involve", shell));
  return shell === "bash" ? withoutBashCompletion + script.replace(/^readonly /gm, "") : script;
}
