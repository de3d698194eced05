import { command } from "../../cli/command.ts";
import { must, refused, usage } from "../../cli/errors.ts";
import { choice, flag, many, required, text } from "../../cli/options.ts";
import type { Day } from "../../domain/day.ts";
import { panelPlanInWords, planPanel } from "../../domain/panel-change.ts";
import { gapsInWords, panelGaps } from "../../domain/panel-check.ts";
import { panelRoles, type Round, stillOpen } from "../../domain/round.ts";
import { panelReport } from "../../reports/panel.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { conflictsOf } from "../../store/round-conflicts.ts";
import { findPanel, panelRule, panelSeats, savePanel, seatsOf } from "../../store/round-panel.ts";
import { criteriaOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** The panel as it now is, and what it lacks. */
function shown(store: Store, round: Round, today: Day) {
  const rule = panelRule(store);
  const seats = seatsOf(store, round, today);
  const codes = new Map(applicationsOf(store, round.id).map((a) => [a.id, a.code]));
  const facts = { seats, conflicts: conflictsOf(store, round.id), codes, group: rule.group };
  return {
    report: panelReport(round, panelSeats(store, round.id), facts),
    said: gapsInWords(panelGaps(seats, criteriaOf(store, round.id), rule)),
  };
}

/** The person that is meant, on the staff or a member. */
function thePerson(store: Store, name: string, kind: "staff" | "member" | undefined) {
  const { panel, problems } = findPanel(store, [{ line: 1, value: { role: "shortlister", name, kind } }]);
  const [found] = panel;
  if (!found) throw refused(...problems.map(({ line: _, column: __, ...p }) => p));
  return found;
}

export default command({
  about: "Put somebody on a round's panel, or take them off",
  details: [
    "A panel has at least two shortlisters, one of them a member of the working group, and at least one member of the working group among the interviewers; what is missing is pointed out. A conflict of interest somebody has declared holds in a new role too. Whoever has scored stays on the panel. With the round alone it shows the panel.",
  ],
  examples: [
    'involve round panel autumn-2026 "Harriet Osei" --role shortlister',
    "involve round panel autumn-2026 M-003 --role shortlister,interviewer",
    'involve round panel autumn-2026 "Tomasz Wilk" --role moderator --out',
    "involve round panel autumn-2026",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    name: text("who, by name or ref", "NAME", "contributor"),
  },
  options: {
    role: many(choice("what they do", panelRoles)),
    kind: choice("where to look for the name; staff first where left out", ["staff", "member"]),
    out: flag("take them off the panel, from these roles or from all"),
  },
  run(context, { round: key, name, kind, role: roles, out }) {
    if (name === undefined) {
      if (roles.length > 0 || out)
        throw usage({
          code: "missing",
          message: "Who? NAME is missing.",
          remedy: "Give a name or a ref such as M-003.",
        });
      return { ...shown(context.store, must(findRound(context.store, key)), context.today), shown: true };
    }
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, key))));
      const facts = {
        round: round.key,
        seats: panelSeats(store, round.id),
        conflicts: conflictsOf(store, round.id),
        applicants: applicationsOf(store, round.id).flatMap((a) => a.personId ?? []),
      };
      const plan = must(planPanel(thePerson(store, name, kind), { roles, out }, facts));
      savePanel(store, round.id, plan, context.today);
      const now = shown(store, round, context.today);
      return { report: now.report, said: [panelPlanInWords(plan, round.key), ...now.said] };
    });
  },
});
