import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { exits, must, usage } from "../../cli/errors.ts";
import { checkNoFile, type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { asked, choice, file, flag, many, text, wholeNumber } from "../../cli/options.ts";
import { needColumns, ofProjects } from "../../csv/projects.ts";
import { needCategories, needInWords, needKinds } from "../../domain/need.ts";
import { checkNeeds, projectOrFile } from "../../domain/need-check.ts";
import { type NeedWrite, planNeeds } from "../../domain/need-plan.ts";
import { type NeedWords, needsMeant, needsNamed, needsToRemove } from "../../domain/need-words.ts";
import { perspectives } from "../../domain/person.ts";
import type { Project } from "../../domain/project.ts";
import { standsNow } from "../../domain/team-short.ts";
import { needsReport } from "../../reports/project-parts.ts";
import { keepNeeds, needFacts, needFactsOfAll, removeNeeds } from "../../store/project-sheets.ts";
import { findProject, keepNeed } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { teamsAsked } from "../../store/team-short.ts";

type Facts = ReturnType<typeof needFacts>;

function addWords(store: Store, id: number, facts: Facts, words: NeedWords & { readonly change: boolean }) {
  const needs = must(checkNeeds(must(needsMeant(words), exits.usage), facts, words.change));
  const said = needs.map((n) => `${facts.project} asks for ${needInWords(n)} (${n.kind}).`);
  return { report: needsReport(keepNeeds(store, id, needs)), said };
}

function removeWords(store: Store, { existing, project }: Facts, words: NeedWords) {
  const needs = must(needsToRemove(must(needsNamed(words), exits.usage), words.team, existing, project));
  const said = needs.map((n) => `${project} asks for ${needInWords(n)} no longer.`);
  return { report: needsReport(removeNeeds(store, needs)), said };
}

/** A file of needs of any projects. */
const needs = ({ today }: Context): ImportKind<ReturnType<typeof needColumns<Project>>, NeedWrite> => ({
  kind: "needs",
  identity: null,
  clears: true,
  columns: (store) => needColumns((text) => findProject(store, text)),
  plan: (store, rows, { blanks }) => planNeeds(ofProjects(rows), needFactsOfAll(store, today), blanks),
  apply(store, { write }) {
    keepNeed(store, write.projectId, write.need, write.inPlaceOf ?? undefined);
    return null;
  },
});

export default command({
  about: "Add a need to a project, change one, or take one out",
  details: [
    "A need is required or desired, and is asked of every member or, with --team, of so many of the team. A required need of every member is a gate: nobody is proposed who does not meet it. Needs for lived experience count only for people who agreed to that use.",
  ],
  examples: [
    "involve project need P-001 --required --clearance interviewing",
    "involve project need P-001 --desired --interest acute-care",
    "involve project need P-003 --required --perspective carer --team --at-least 1",
    "involve project need P-001 --remove --interest acute-care",
    "involve project need --from-file needs.csv --dry-run",
  ],
  writes: true,
  oneOf: [
    { question: "Which of the two?", words: needKinds, needed: (s) => s("project") && !s("remove") },
    { question: "What is it about?", words: needCategories, needed: (s) => s("project") },
  ],
  args: { project: asked(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    required: flag("the project cannot do without it"),
    desired: flag("the project is better for it"),
    experience: many(text("lived experience, by key", "EXPERIENCE", "experience")),
    skill: many(text("a skill, by key", "SKILL", "skill")),
    level: wholeNumber("for a skill: at least this level, 1 to 4", -99, 99),
    interest: many(text("an interest, by key", "INTEREST", "interest")),
    perspective: many(choice("service user or carer", perspectives)),
    clearance: many(text("work they have to be cleared for, by key", "CLEARANCE", "clearance")),
    region: many(text("a region, by key", "REGION", "region")),
    availability: many(text("when they can take part, by key", "TIME", "availability")),
    team: flag("asked of so many of the team, not of every member"),
    atLeast: wholeNumber("with --team: at least so many", 1, 1000),
    atMost: wholeNumber("with --team: at most so many", 0, 1000),
    weight: wholeNumber("how many times a desired need counts", 1, 100),
    remove: flag("take it out again; whether required or desired need not be said"),
    change: flag("put it in place of the need for the same thing"),
    fromFile: file("a CSV file or an XLSX workbook of needs, in place of the words above"),
    ...importOptions,
  },
  run(context, words) {
    const { project: given, fromFile } = words;
    if ((given === undefined) === (fromFile === undefined)) throw usage(projectOrFile);
    if (given === undefined) return importFile(context, { ...words, file: fromFile ?? "" }, needs(context));
    checkNoFile(words);
    return context.write((store) => {
      const project = must(findProject(store, given));
      const facts = needFacts(store, project, context.today);
      const done = words.remove
        ? removeWords(store, facts, words)
        : addWords(store, project.id, facts, words);
      return { ...done, said: [...done.said, ...standsNow(teamsAsked(store, [project.id], context.today))] };
    });
  },
});
