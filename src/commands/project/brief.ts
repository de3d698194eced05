import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { day, required, text } from "../../cli/options.ts";
import { briefProblems } from "../../domain/offer.ts";
import { projectStanding } from "../../domain/project.ts";
import { briefFillings, tooLongForAPage, unsaidInBrief } from "../../domain/project-brief.ts";
import { ref } from "../../domain/ref.ts";
import { every, noneOf } from "../../domain/result.ts";
import { fill } from "../../domain/template.ts";
import { letterFile, letterFormatOf } from "../../output/letter.ts";
import { briefReport } from "../../reports/project-parts.ts";
import { briefFacts } from "../../store/project-brief.ts";
import { findProject } from "../../store/projects.ts";
import { findTemplate } from "../../store/templates.ts";

export default command({
  about: "Write the one-page brief that people are sent before they choose",
  details: [
    "Aims, who leads it, dates, places, time, pay, what it looks for, and what in it may be hard. Its words are the template project-brief, which the unit edits: involve template set project-brief --from-file brief.md. Whoever writes it signs it (--by). Nobody with lived experience is named in it, and none is written for a project that is over.",
  ],
  examples: [
    "involve project brief P-001 --output brief.docx",
    "involve project brief P-003 --reply-by 2026-06-30 --output P-003.md",
  ],
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    output: required(text("the file to write: .docx, .md or .html", "FILE")),
    replyBy: day("the day to answer by, where it should say one"),
  },
  async run({ store, by, today }, words) {
    const format = must(letterFormatOf(words.output), exits.usage);
    const { project, template } = must(
      every({ project: findProject(store, words.project), template: findTemplate(store, "project-brief") }),
    );
    const name = ref("project", project.id);
    must(noneOf(briefProblems(name, projectStanding(project, today), words.replyBy, today)));
    const facts = briefFacts(store, project, { by, today, replyBy: words.replyBy });
    const letter = must(fill({ ...template, title: project.title }, briefFillings(facts)));
    return {
      report: briefReport(name, project.title, words.output),
      said: [
        `The brief of ${name} is for ${facts.signedBy} to sign.`,
        ...unsaidInBrief(facts),
        ...tooLongForAPage(letter),
      ],
      files: [{ path: words.output, content: await letterFile(letter, format, true) }],
    };
  },
});
