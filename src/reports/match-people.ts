import { gatesCounted } from "../domain/gap.ts";
import type { MatchAnswer, MatchFacts, Ranked } from "../domain/match.ts";
import type { Run } from "../domain/match-run.ts";
import { count } from "../domain/text.ts";
import { type MatchTold, peopleColumns, personRow, projectColumn, proposedFor } from "./match-rows.ts";
import type { Row, Section } from "./report.ts";

/** A project of a run with its answer. */
interface Each {
  readonly facts: MatchFacts;
  readonly answer: MatchAnswer;
}

/** Every project of a run with its answer, in order of the refs. */
export const eachOf = (run: Run): Each[] =>
  run.facts.flatMap((facts, i) => {
    const answer = run.answers[i];
    return answer ? [{ facts, answer }] : [];
  });

/** So many rows are read on a terminal; where there are more, those in question and the next few of each project are shown. */
export const manyRows = 60;
const nextFew = 3;

/** Whether somebody is in question for a project: proposed, in for a reason, or among the next few by rank. */
function inQuestion({ answer }: Each): (person: Ranked) => boolean {
  const next = answer.people.filter((p) => p.rank !== null && !p.proposed).slice(0, nextFew);
  return (person) => person.proposed || person.because !== null || next.includes(person);
}

/** What is said of those who are not shown. */
function othersInWords(one: Each, several: boolean): string[] {
  const others = one.answer.people.filter((p) => !inQuestion(one)(p));
  const gates = others.flatMap((p) => p.gates[0]?.code ?? []);
  const ranked = others.length - gates.length;
  const said = [
    ...(ranked > 0 && !several
      ? [`${count(ranked, "more person", "more people")} may be asked and ranked lower`]
      : []),
    ...(gates.length > 0
      ? [`${count(gates.length, "person", "people")} cannot be asked: ${gatesCounted(gates)}`]
      : []),
  ];
  return said.length === 0 ? [] : [`${several ? `${one.facts.project}: ` : ""}${said.join("; ")}.`];
}

/** Everybody considered, by project; where those are too many to read, those in question and what keeps the others out. */
export function peopleSection(told: MatchTold): Section {
  const { run } = told;
  const [each, places] = [eachOf(run), proposedFor(run)];
  const rows = (shown: (one: Each) => (person: Ranked) => boolean): Row[] =>
    each.flatMap((one) =>
      one.answer.people
        .filter(shown(one))
        .map((p) => ({ project: one.facts.project, ...personRow(p, told, places.get(p.id)) })),
    );
  const all = rows(() => () => true);
  return {
    key: "people",
    heading: "People",
    columns: [projectColumn(told), ...peopleColumns(run.facts.some((f) => f.asked.length > 1))],
    rows: all,
    empty: "Nobody is in the groups that are asked.",
    ...(all.length > manyRows
      ? {
          brief: {
            rows: rows(inQuestion),
            said: [
              `Shown are those proposed and the next ${nextFew}${each.length > 1 ? " of each project" : ""}. Everybody, with every reason: --format csv, or --output match.xlsx; one person: --explain M-009`,
              ...each.flatMap((one) => othersInWords(one, each.length > 1)),
            ],
          },
        }
      : {}),
  };
}
