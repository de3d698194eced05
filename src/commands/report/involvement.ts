import { command } from "../../cli/command.ts";
import { choice, fallback, period, required } from "../../cli/options.ts";
import { evaluateClearance } from "../../domain/clearance.ts";
import { upTo } from "../../domain/involvement.ts";
import { involvementReport } from "../../reports/involvement.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { evaluationRounds } from "../../store/evaluations.ts";
import { eventRows } from "../../store/events.ts";
import { deeds, standings } from "../../store/involvement.ts";
import { namingFacts } from "../../store/naming.ts";
import { commentaryStandings, meetingStandings, paperStandings, ukStandards } from "../../store/outputs.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Report who did what over a period",
  details: [
    "The figures stand under the UK Standards for Public Involvement. For the team, rows say who did what, though not who is anonymous in a paper, commentary or event. For the public there are counts, with small numbers left out, and names only as people chose them.",
    "A period is a year (2026), a month (2026-03), tax:2026-27, ucl:2026-27, nihr:2026-27, or two days (2026-01-01..2026-06-30).",
  ],
  examples: [
    "involve report involvement --period 2026 --format csv",
    "involve report involvement --period 2026 --output involvement-2026.html",
    "involve report involvement --period nihr:2026-27 --audience public --format md",
  ],
  args: {},
  options: {
    period: required(period("the time it is about")),
    audience: fallback(choice("who will read it", ["team", "public"]), "team"),
  },
  run({ store, today }, words) {
    const lastDay = upTo(words.period, today);
    const during = { ...words.period, to: lastDay };
    const records = [...trainingRecords(store).values()];
    const facts = {
      period: words.period,
      today,
      threshold: numberSetting(store, "small-number-threshold"),
      standards: ukStandards(store),
      deeds: deeds(store, during),
      standings: standings(store, during),
      meetings: meetingStandings(store, during.from, lastDay),
      papers: paperStandings(store),
      commentaries: commentaryStandings(store),
      events: eventRows(store, { period: during }),
      evaluations: evaluationRounds(store).filter(
        (r) => (r.opensOn ?? "") >= during.from && (r.opensOn ?? "") <= lastDay,
      ),
      naming: namingFacts(store),
      cleared: clearanceRules(store).map((c) => ({
        key: c.key,
        label: c.label,
        n: records.filter((r) => evaluateClearance(c, r, lastDay).cleared).length,
      })),
    };
    return { report: involvementReport(facts, words.audience) };
  },
});
