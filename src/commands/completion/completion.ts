import { command } from "../../cli/command.ts";
import { choice, required } from "../../cli/options.ts";
import { completionScript, shells } from "../../output/shell.ts";

export default command({
  about: "Print a completion script for bash, zsh or fish",
  details: [
    "With it, the Tab key completes nouns, verbs, options and the refs in your store. `involve` must be on your PATH.",
    "bash: put this line in ~/.bashrc:  source <(involve completion bash)\nzsh:  put this line in ~/.zshrc:   source <(involve completion zsh)\nfish: involve completion fish > ~/.config/fish/completions/involve.fish",
  ],
  examples: ["involve completion bash", "involve completion fish > ~/.config/fish/completions/involve.fish"],
  args: { shell: required(choice("the shell you use", shells)) },
  options: {},
  run: (_context, { shell }) => ({ text: completionScript(shell) }),
});
