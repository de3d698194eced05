import { evaluateClearance } from "../domain/clearance.ts";
import type { AuthorFacts } from "../domain/commentary-author.ts";
import type { Day } from "../domain/day.ts";
import { formFor } from "../domain/naming.ts";
import { standingOn } from "../domain/person.ts";
import { emptyRecord } from "../domain/training.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import type { CommentaryRow } from "./commentaries.ts";
import { onTeamBy, standingIn, teamBy } from "./commentary-authors.ts";
import { withdrewOn } from "./memberships.ts";
import { namingFacts } from "./naming.ts";
import { paperRows } from "./papers.ts";
import { memberships, peopleRows } from "./people.ts";
import type { Store } from "./store.ts";

const projectOf = (store: Store, commentary: CommentaryRow): number | null =>
  paperRows(store, commentary.paperId)[0]?.projectId ?? null;

const isAnonymous = (store: Store, commentaryId: number, personId: number): boolean =>
  formFor(personId, namingFacts(store, [personId]).choices.get(personId) ?? [], {
    kind: "commentary",
    id: commentaryId,
  }) === "anonymous";

/** What the rule asks of somebody who is to be invited, or to be an author. */
export function authorFacts(
  store: Store,
  commentary: CommentaryRow,
  personId: number,
  on: Day,
): Omit<AuthorFacts, "today"> {
  const project = projectOf(store, commentary);
  return {
    commentary,
    person: { id: personId },
    project,
    standing: standingIn(store, commentary.id, personId),
    anonymous: isAnonymous(store, commentary.id, personId),
    withdrewOn: withdrewOn(store, personId),
    inLewg: memberships(store, personId).some((m) => m.group === "lewg" && standingOn(m, on) === "active"),
    onTeam: project !== null && onTeamBy(store, project, personId, on),
  };
}

/** Whether somebody is cleared for writing commentaries: training that is suggested, and never a condition. */
export function isTrained(store: Store, personId: number, on: Day): boolean {
  const rules = clearanceRules(store).find((r) => r.key === "commentary-writing" && r.retiredOn === null);
  const record = trainingRecords(store, personId).get(personId) ?? emptyRecord(personId);
  return rules === undefined || evaluateClearance(rules, record, on).cleared;
}

/** Somebody who could be invited to write a commentary. */
export interface AuthorCandidate {
  readonly id: number;
  readonly knownAs: string;
  readonly trained: boolean;
}

/**
 * Members of the LEWG on the project team of a commentary's paper who were not asked yet. Who is anonymous in it stays among
 * them: to be missing from a small team would tell.
 */
export function authorCandidates(store: Store, commentary: CommentaryRow, on: Day): AuthorCandidate[] {
  const project = projectOf(store, commentary);
  if (project === null) return [];
  const team = teamBy(store, project, on);
  return peopleRows(store)
    .filter((p) => team.includes(p.id))
    .filter((p) => {
      const facts = authorFacts(store, commentary, p.id, on);
      return facts.inLewg && (facts.standing === null || facts.anonymous);
    })
    .map((p) => ({ id: p.id, knownAs: p.known_as, trained: isTrained(store, p.id, on) }));
}
