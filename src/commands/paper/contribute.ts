import { command, type Outcome } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { choice, day, fallback, flag, many, required, text } from "../../cli/options.ts";
import { checkContribution } from "../../domain/contribution.ts";
import { planTakingBack } from "../../domain/contribution-back.ts";
import type { Day } from "../../domain/day.ts";
import { namingForms } from "../../domain/naming.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { listed } from "../../domain/text.ts";
import { contributedSaid, paperReport } from "../../reports/papers.ts";
import { contributionFacts } from "../../store/contribution-facts.ts";
import { addNaming, namingFacts } from "../../store/naming.ts";
import {
  addContribution,
  contributions,
  findContributor,
  findPaper,
  removeContributions,
} from "../../store/papers.ts";
import type { Store } from "../../store/store.ts";

const team = { audience: "team", reveal: false } as const;

/** Takes back what was recorded by mistake. */
function takeBack(
  store: Store,
  words: {
    readonly paper: string;
    readonly who: string;
    readonly role: readonly string[];
    readonly on: Day | undefined;
  },
  today: Day,
): Outcome {
  const { paper, who } = must(
    every({ paper: findPaper(store, words.paper), who: findContributor(store, words.who) }),
  );
  const facts = contributionFacts(store, paper, who, today);
  const { ids, roles } = must(planTakingBack({ roles: words.role, on: words.on }, facts));
  removeContributions(store, ids);
  return {
    report: paperReport(paper, contributions(store, paper.id), namingFacts(store), team),
    said: [`Took back ${listed(roles.map((r) => r.label))} on ${ref("paper", paper.id)}.`],
  };
}

export default command({
  about: "Record a contribution to a paper",
  details: [
    "The roles are those of CRediT, fourteen in all, by key or label; several at once. With --naming you record at the same time how the person wishes to be named in this paper; without it their name is withheld outside the team. --out takes back what was recorded by mistake.",
  ],
  examples: [
    'involve paper contribute PA-001 M-003 --role "Formal analysis" --evidence "coded twelve interviews" --on 2026-05-06',
    'involve paper contribute PA-001 M-003 --role writing-review-editing --role validation --naming initials --as "T. K" --how e-mail',
    "involve paper contribute PA-001 S-005 --role supervision",
    "involve paper contribute PA-001 M-003 --role validation --out",
  ],
  writes: true,
  args: {
    paper: required(text("the paper's ref or DOI", "PAPER", "paper")),
    who: required(text("a member or somebody on the staff", "WHO", "contributor")),
  },
  options: {
    role: required(many(text("the CRediT role, such as formal-analysis", "ROLE", "credit"))),
    evidence: text("what they did"),
    on: day("the day it was done; today if you leave it out"),
    naming: choice("how they wish to be named in this paper", namingForms, "FORM"),
    as: text("exactly as it is to be printed", "NAME"),
    how: fallback(text("how they told you: e-mail, by phone", "HOW"), "recorded with the contribution"),
    out: flag("take it back; with --on only what is recorded on that day"),
  },
  run(context, words) {
    if (words.out && [words.evidence, words.naming, words.as].some((w) => w !== undefined))
      throw usage({
        code: "only-taking-back",
        message: "With --out nothing is recorded, so --evidence, --naming and --as have no place.",
        remedy: "Leave them out.",
      });
    if (words.out) return context.write((store) => takeBack(store, words, context.today));
    return context.write((store) => {
      const { paper, who } = must(
        every({ paper: findPaper(store, words.paper), who: findContributor(store, words.who) }),
      );
      const facts = contributionFacts(store, paper, who, context.today);
      const on = words.on ?? context.today;
      const { roles, naming } = must(checkContribution({ ...words, roles: words.role, on }, facts));
      for (const role of roles)
        addContribution(store, paper.id, who, { roleId: role.id, evidence: words.evidence, on });
      if (naming !== null) addNaming(store, who.id, { kind: "paper", id: paper.id }, naming, context.by);
      const names = namingFacts(store);
      return {
        report: paperReport(paper, contributions(store, paper.id), names, team),
        said: contributedSaid(paper.id, who, roles, names),
      };
    });
  },
});
