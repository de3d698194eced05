import type { ContributionFacts, Contributor } from "../domain/contribution.ts";
import type { Day } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import { authorshipRows } from "./authorship.ts";
import { withdrewOn } from "./memberships.ts";
import { namingFacts } from "./naming.ts";
import { saidOn } from "./naming-history.ts";
import { contributions, creditRoles, type PaperRow } from "./papers.ts";
import type { Store } from "./store.ts";

/** Whether the paper is published and how they are named in it is on record: it is in print then. */
function namedInPrint(store: Store, paper: PaperRow, who: Contributor): boolean {
  if (who.kind === "staff" || paper.status !== "published") return false;
  const chosen = namingFacts(store, [who.id]).choices.get(who.id) ?? [];
  return chosen.some((c) => c.outputKind === "paper" && c.outputId === paper.id && c.form !== "undecided");
}

/** What has to be known to record what somebody did for a paper, or to take it back. */
export function contributionFacts(
  store: Store,
  paper: PaperRow,
  who: Contributor,
  today: Day,
): ContributionFacts {
  const theirs = <R extends { readonly by: Contributor }>(rows: readonly R[]): R[] =>
    rows.filter(({ by }) => by.kind === who.kind && by.id === who.id);
  const [authorship] = theirs(authorshipRows(store, paper.id));
  return {
    ...{ today, kind: who.kind, paper: ref("paper", paper.id), status: paper.status },
    roles: creditRoles(store),
    recorded: theirs(contributions(store, paper.id)),
    saidOn: who.kind === "member" ? saidOn(store, who.id, { kind: "paper", id: paper.id }) : null,
    inPrint: namedInPrint(store, paper, who),
    withdrewOn: who.kind === "member" ? withdrewOn(store, who.id) : null,
    concluded: authorship?.criteria.substantial === "yes",
  };
}
