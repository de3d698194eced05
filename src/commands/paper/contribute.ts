import { command, type Outcome } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text } from "../../cli/options.ts";
import { type Contributor, checkContribution } from "../../domain/contribution.ts";
import { consentEnded, consentEndedSentence, nameOf, namingForms, refMayShow } from "../../domain/naming.ts";
import { ref } from "../../domain/ref.ts";
import { paperReport } from "../../reports/papers.ts";
import { addNaming, namingFacts } from "../../store/naming.ts";
import {
  addContribution,
  contributions,
  creditRoles,
  findContributor,
  findPaper,
  type PaperRow,
} from "../../store/papers.ts";
import type { Store } from "../../store/store.ts";

/** Whether the paper is published and how they are named in it is on record: it is in print then. */
function namedInPrint(store: Store, paper: PaperRow, who: Contributor): boolean {
  if (who.kind === "staff" || paper.status !== "published") return false;
  const chosen = namingFacts(store, [who.id]).choices.get(who.id) ?? [];
  return chosen.some((c) => c.outputKind === "paper" && c.outputId === paper.id && c.form !== "undecided");
}

/** What was recorded, with the name of the contributor as the team may see it, and what is still to be asked. */
function answer(store: Store, paper: PaperRow, who: Contributor, role: string): Outcome {
  const facts = namingFacts(store);
  const done = contributions(store, paper.id);
  const report = paperReport(paper, done, facts, { audience: "team", reveal: false });
  const name = ref("paper", paper.id);
  if (who.kind === "staff")
    return { report, said: [`Recorded ${role} on ${name} by ${ref("staff", who.id)}.`] };
  const output = { kind: "paper", id: paper.id } as const;
  const naming = nameOf(facts, who.id, output, "team");
  const shown = refMayShow(naming, "team") && naming.shown ? `${ref("member", who.id)} ${naming.name}` : null;
  const open = nameOf(facts, who.id, output, "public");
  return {
    report,
    said: [
      `Recorded ${role} on ${name} by ${shown ?? "somebody who is anonymous in it"}.`,
      ...(!open.shown && shown !== null
        ? [
            consentEnded(facts, who.id, output)
              ? consentEndedSentence(who.id)
              : "How they wish to be named in it is not recorded, so their name is withheld; add it with --naming.",
          ]
        : []),
    ],
  };
}

export default command({
  about: "Record a contribution to a paper",
  details: [
    "The role is one of the fourteen CRediT roles, by key or label. With --naming you record at the same time how the person wishes to be named in this paper; without it their name is withheld outside the team.",
  ],
  examples: [
    'involve paper contribute PA-001 M-003 --role "Formal analysis" --evidence "coded twelve interviews" --on 2026-05-06',
    'involve paper contribute PA-001 M-003 --role writing-review-editing --naming initials --as "T. K" --how e-mail',
    "involve paper contribute PA-001 S-005 --role supervision",
  ],
  writes: true,
  args: {
    paper: required(text("the paper's ref or DOI", "PAPER", "paper")),
    who: required(text("a member or somebody on the staff", "WHO", "contributor")),
  },
  options: {
    role: required(text("the CRediT role, such as formal-analysis", "ROLE", "credit")),
    evidence: text("what they did"),
    on: fallback(day("the day it was done"), "today"),
    naming: choice("how they wish to be named in this paper", namingForms, "FORM"),
    as: text("exactly as it is to be printed", "NAME"),
    how: fallback(text("how they told you: e-mail, by phone", "HOW"), "recorded with the contribution"),
  },
  run(context, words) {
    return context.write((store) => {
      const paper = must(findPaper(store, words.paper));
      const who = must(findContributor(store, words.who));
      const theirs = contributions(store, paper.id).filter(
        ({ by }) => by.kind === who.kind && by.id === who.id,
      );
      const { role, naming } = must(
        checkContribution(words, {
          roles: creditRoles(store),
          today: context.today,
          recorded: theirs,
          kind: who.kind,
          paper: ref("paper", paper.id),
          inPrint: namedInPrint(store, paper, who),
        }),
      );
      addContribution(store, paper.id, who, { roleId: role.id, evidence: words.evidence, on: words.on });
      if (naming !== null) addNaming(store, who.id, { kind: "paper", id: paper.id }, naming, context.by);
      return answer(store, paper, who, role.label);
    });
  },
});
