import { onPanel, type ScorableApplication, theApplication } from "./panel.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, problemsOf, type Result, together, unless } from "./result.ts";
import { codesInWords } from "./score-view.ts";
import type { Conflict, PanelMember } from "./scoring.ts";
import { count } from "./text.ts";

/** What somebody on a panel declared: a conflict with some applications, one with none of them, that they have none, or that it is over. */
export interface ConflictWords {
  readonly scorer: string;
  readonly codes: readonly string[];
  readonly reason: string | undefined;
  readonly none: boolean;
  /** The conflict with these applications was a mistake, or is over. */
  readonly over: boolean;
}

/** What declarations are checked against. */
export interface ConflictFacts<T extends ScorableApplication> {
  readonly round: string;
  readonly panel: readonly PanelMember[];
  readonly applications: readonly T[];
  readonly known: readonly (Conflict & { readonly id: number })[];
}

/** What is put on record. */
export interface ConflictPlan {
  /** Everything that person does on the panel. */
  readonly roles: readonly PanelMember[];
  /** The applications, each once; null is a declaration without one. */
  readonly add: readonly (number | null)[];
  /** Rows that are taken out. */
  readonly end: readonly number[];
  readonly reason: string | null;
  readonly none: boolean;
  /** The codes that change. */
  readonly codes: readonly string[];
}

function wordProblems({ codes, reason, none, over }: ConflictWords, standing: number): Problem[] {
  const problems: Problem[] = [...privateTextProblems({ "--reason": reason })];
  if (none && (codes.length > 0 || over || reason !== undefined))
    problems.push({
      code: "none-or-some",
      message: "--none says that there is no conflict of interest, so nothing else goes with it.",
      remedy: "Leave out --none, or the rest.",
    });
  if (none && standing > 0)
    problems.push({
      code: "conflicts-on-record",
      message: `${count(standing, "conflict")} of interest of theirs ${standing === 1 ? "is" : "are"} on record.`,
      remedy: "If that was a mistake, name the applications with --over.",
    });
  if (over && codes.length === 0)
    problems.push({
      code: "missing",
      message: "--over needs the applications it is over with.",
      remedy: "Give their codes, such as A-017.",
    });
  if (!none && !over && codes.length === 0 && reason === undefined)
    problems.push({
      code: "missing",
      message: "There is nothing to declare: no application, no --reason and no --none.",
      remedy:
        'Give the code of an application; or --reason "what it is" for one that is with no application; or --none.',
    });
  return problems;
}

/**
 * What a declaration puts on record. A conflict with an application holds for every role somebody has on the panel; one that is
 * there already is not recorded twice; one that is over needs to be there. Every problem at once.
 */
export function planConflict<T extends ScorableApplication>(
  words: ConflictWords,
  facts: ConflictFacts<T>,
): Result<ConflictPlan> {
  const roles = onPanel(words.scorer, facts.panel);
  const found = together(words.codes.map((code) => theApplication(code, facts.applications, facts.round)));
  const ids = new Set(roles.ok ? roles.value.map((r) => r.id) : []);
  const own = facts.known.filter((k) => ids.has(k.panelId));
  const named = found.ok ? [...new Map(found.value.map((a) => [a.id, a])).values()] : [];
  const problems = [
    ...problemsOf(roles),
    ...problemsOf(found),
    ...wordProblems(words, new Set(own.map((k) => k.applicationId ?? -k.id)).size),
  ];
  const has = (id: number): boolean => own.some((k) => k.applicationId === id);
  for (const { code } of named.filter((a) => words.over && roles.ok && !has(a.id)))
    problems.push({
      code: "no-conflict",
      message: `No conflict of interest of ${words.scorer} with ${code} is on record.`,
      remedy: `See: involve round panel ${facts.round}`,
    });
  const fresh = named.filter((a) => !words.over && !has(a.id));
  return unless(problems, () => ({
    roles: roles.ok ? roles.value : [],
    add: words.over ? [] : words.codes.length > 0 ? fresh.map((a) => a.id) : words.none ? [] : [null],
    end: words.over ? own.filter((k) => named.some((a) => a.id === k.applicationId)).map((k) => k.id) : [],
    reason: words.reason ?? null,
    none: words.none,
    codes: (words.over ? named : fresh).map((a) => a.code),
  }));
}

/** What was put on record, in sentences. */
export function conflictInWords(plan: ConflictPlan, words: ConflictWords, taken: number): string[] {
  const who = plan.roles[0]?.name ?? words.scorer;
  const codes = codesInWords(plan.codes);
  const them = plan.codes.length === 1 ? "it" : "them";
  if (plan.none) return [`Recorded that ${who} has no conflict of interest to declare.`];
  if (words.over)
    return [`${who} has no conflict of interest with ${codes} any more and scores ${them} again.`];
  if (plan.add.length === 0) return ["That is on record already; nothing to do."];
  if (plan.codes.length === 0) return [`Noted what ${who} declared; it keeps them from scoring nobody.`];
  return [
    `Recorded that ${who} has a conflict of interest with ${codes} and does not score ${them}.`,
    ...(taken > 0 ? [`Scores by ${who} that were taken out: ${taken}.`] : []),
  ];
}
