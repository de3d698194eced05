import type { World } from "./main.ts";

/** How far a long piece of work has come, for a person at a terminal. */
export interface Progress {
  /** From 0 to 1; told only when it can be seen to have changed. */
  at(share: number): void;
  end(): void;
}

const silent: Progress = { at: () => undefined, end: () => undefined };

const bar = (share: number, cells: number): string => {
  const full = Math.round(share * cells);
  return "█".repeat(full) + "░".repeat(cells - full);
};

/** A bar that is drawn over itself and gone at the end. */
function drawn(world: World, doing: string): Progress {
  let shown = -1;
  return {
    at(share) {
      const percent = Math.floor(share * 100);
      if (percent === shown) return;
      shown = percent;
      world.stderr(`\r\u001b[K${doing} ${bar(share, 24)} ${String(percent).padStart(3)} %`);
    },
    end() {
      if (shown >= 0) world.stderr("\r\u001b[K");
      shown = -1;
    },
  };
}

/** A sentence at each quarter, for whoever hears the screen read. */
function spoken(world: World, doing: string): Progress {
  let told = 0;
  return {
    at(share) {
      const quarter = Math.floor(share * 4);
      if (quarter <= told || quarter >= 4) return;
      told = quarter;
      world.stderr(`${doing}: ${quarter * 25} per cent done.\n`);
    },
    end: () => undefined,
  };
}

/** The progress of a long piece of work, on stderr: a bar on a terminal, sentences with --plain, and nothing anywhere else. */
export function progressOf(
  world: World,
  words: { readonly quiet?: boolean; readonly plain?: boolean },
  doing: string,
): Progress {
  if (!world.stderrIsTerminal || words.quiet) return silent;
  return words.plain || world.env["TERM"] === "dumb" ? spoken(world, doing) : drawn(world, doing);
}
