import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { choice, day, member, required, text } from "../../cli/options.ts";
import { standsWith } from "../../domain/match.ts";
import { ref } from "../../domain/ref.ts";
import { explainReport } from "../../reports/explain.ts";
import { matchReport } from "../../reports/match.ts";
import { matchFacts } from "../../store/matching.ts";
import { findPerson, peopleRows } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import { runOn } from "../../store/runs.ts";

export default command({
  about: "Rank people for a project's places, with reasons",
  details: [
    "Whoever does not pass every gate is not ranked, and the gate is named. The others are ranked by the points of the match policy, equals by a lot that is always the same for the same data. The proposal is the best team for the places left that meets what the team as a whole needs.",
    "Lived experience counts only for people who agreed to that use, and the answer never says which experience somebody has. Nothing is written: a run is put on record when an offer is made.",
  ],
  examples: [
    "involve project match P-001",
    "involve project match P-001 --explain M-003",
    "involve project match P-002 --widen lean --format json",
  ],
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    explain: member("say of one person how they stand, part by part"),
    widen: choice("ask beyond the LEWG: LEAN, or people from outside both too", ["lean", "external"]),
    asAt: day("the day it is worked out for; today where left out"),
  },
  run(context, words) {
    const { store } = context;
    const project = must(findProject(store, words.project));
    const facts = matchFacts(store, project, words.asAt ?? context.today, words.widen);
    const { answer, seed, facts: used } = runOn(facts);
    const knownAs = new Map(peopleRows(store).map((p) => [p.id, p.known_as]));
    const told = { title: project.title, facts: used, answer, seed, knownAs };
    if (words.explain === undefined) return { report: matchReport(told) };
    const { id } = must(findPerson(store, words.explain));
    const person = facts.people.find((p) => p.id === id);
    if (!person)
      throw refused({ code: "never-a-member", message: `${ref("member", id)} was never in any group.` });
    const ranked = answer.people.find((p) => p.id === id);
    return { report: explainReport(ranked ?? standsWith(person, used), told) };
  },
});
