import { codeOf } from "./applicant.ts";
import { ofKey } from "./nearest.ts";
import { no, problem, type Result, yes } from "./result.ts";
import type { Criterion, PanelMember } from "./scoring.ts";
import { folded, listed } from "./text.ts";

/** An application as far as scoring needs it. */
export interface ScorableApplication {
  readonly id: number;
  readonly code: string;
  readonly status: string;
}

/** The application a code means (`a-1` is A-001), or a refusal. */
export function theApplication<T extends { readonly code: string }>(
  code: string,
  applications: readonly T[],
  round: string,
): Result<T> {
  const wanted = codeOf(code);
  const found = applications.find((a) => a.code === wanted);
  return found
    ? yes(found)
    : no({
        code: "unknown-application",
        message: `${round} has no application "${code}".`,
        remedy: `See them with: involve round show ${round}`,
      });
}

/** Everybody on the panel meant by a name or ref (S-001, M-001), a row for each of their roles; nobody is refused. */
export function onPanel(name: string, panel: readonly PanelMember[]): Result<readonly PanelMember[]> {
  const found = panel.filter((p) => folded(p.name) === folded(name) || folded(p.ref) === folded(name));
  if (found.length > 0 && new Set(found.map((p) => p.ref)).size === 1) return yes(found);
  const names = [...new Set(panel.map((p) => `${p.ref} ${p.name}`))];
  return no({
    code: found.length > 0 ? "ambiguous-scorer" : "not-on-panel",
    message:
      found.length > 0 ? `"${name}" could be two people on the panel.` : `"${name}" is not on the panel.`,
    remedy: names.length > 0 ? `On the panel: ${listed(names)}.` : "This round was opened without a panel.",
  });
}

/** The criterion of that key, or a refusal with the nearest. */
export const theCriterion = (key: string, criteria: readonly Criterion[]): Result<Criterion> =>
  ofKey(key, criteria, (nearest) =>
    problem("unknown-criterion", `"${key}" is not a criterion of this round.`, nearest),
  );
