import { type Deed, division, involved, type Measure, type Standing } from "./involvement.ts";

/** What the summary of a period is worked out from. */
export interface SummaryFacts {
  readonly deeds: readonly Deed[];
  readonly standings: ReadonlyMap<number, Standing>;
  /** Meetings held in the period. */
  readonly meetings: readonly { readonly notRecorded: number }[];
  /** Papers on record, and whether each has a commentary. */
  readonly papers: readonly { readonly commented: boolean }[];
  /** Commentaries on record. */
  readonly commentaries: readonly { readonly state: string }[];
  /** Public engagement of the period; reach null = not measured. */
  readonly events: readonly { readonly reach: number | null }[];
  /** Evaluation rounds of the period, with how many answered. */
  readonly evaluations: readonly { readonly responses: readonly unknown[] }[];
  /** Clearances, with how many were cleared on the last day. */
  readonly cleared: readonly { readonly key: string; readonly label: string; readonly n: number }[];
}

const people = (standard: string, key: string, label: string, n: number): Measure => ({
  key,
  standard,
  label,
  n,
  people: true,
});

const things = (standard: string, key: string, label: string, n: number): Measure => ({
  ...people(standard, key, label, n),
  people: false,
});

const distinct = (deeds: readonly Deed[], of: (deed: Deed) => string | number): number =>
  new Set(deeds.map(of)).size;

function inclusion({ deeds, standings }: SummaryFacts): Measure[] {
  const standard = "inclusive-opportunities";
  const active = involved(deeds).map((id) => standings.get(id));
  const offers = deeds.filter((d) => d.area === "offers");
  const joined = deeds.filter((d) => d.area === "groups" && d.what === "joined");
  const replies = {
    accepted: "… accepted",
    declined: "… declined",
    other: "… waiting, not answered or taken back",
  };
  return [
    people(standard, "people", "People involved", active.length),
    ...division(
      "people",
      standard,
      "group",
      { lewg: "… in the LEWG", lean: "… in LEAN", other: "… from outside both" },
      active.map((s) => s?.group ?? null),
    ),
    ...division(
      "people",
      standard,
      "perspective",
      {
        "service-user": "… service users",
        carer: "… carers",
        both: "… both",
        other: "… who have not said which",
      },
      active.map((s) => s?.perspective ?? null),
    ),
    people(standard, "joined-lewg", "Joined the LEWG", joined.filter((d) => d.ref === "lewg").length),
    people(standard, "joined-lean", "Joined LEAN", joined.filter((d) => d.ref === "lean").length),
    people(standard, "offers", "Project places offered", offers.length),
    ...division(
      "offers",
      standard,
      "reply",
      replies,
      offers.map((d) => d.what),
    ),
  ];
}

function together({ deeds, meetings }: SummaryFacts): Measure[] {
  const standard = "working-together";
  const notRecorded = meetings.flatMap((m) => Array.from({ length: m.notRecorded }, () => "not-recorded"));
  const said: Readonly<Record<string, string>> = {
    came: "came",
    "came for part of it": "part",
    "sent apologies": "apologies",
    "did not come": "absent",
  };
  const at = deeds.filter((d) => d.area === "meetings").map((d) => said[d.what] ?? "not-recorded");
  const teams = deeds.filter((d) => d.area === "teams");
  return [
    things(standard, "meetings", "Meetings held", meetings.length),
    people(standard, "places", "Places at them", at.length + notRecorded.length),
    ...division(
      "places",
      standard,
      "state",
      {
        came: "… came",
        part: "… came for part",
        apologies: "… sent apologies",
        absent: "… did not come",
        other: "… not recorded",
      },
      [...at, ...notRecorded],
    ),
    things(
      standard,
      "teams",
      "Project teams with lived experience",
      distinct(teams, (d) => d.ref),
    ),
    people(
      standard,
      "team-members",
      "People on project teams",
      distinct(teams, (d) => d.personId),
    ),
  ];
}

function learning({ deeds, cleared }: SummaryFacts): Measure[] {
  const standard = "support-and-learning";
  const training = deeds.filter((d) => d.area === "training");
  return [
    people(
      standard,
      "learners",
      "People who completed training",
      distinct(training, (d) => d.personId),
    ),
    people(standard, "completions", "Parts of courses completed", training.length),
    ...cleared.map((c) => people(standard, `cleared-${c.key}`, `Cleared for ${c.label}`, c.n)),
  ];
}

function communications({ deeds, events }: SummaryFacts): Measure[] {
  const standard = "communications";
  const measured = events.flatMap((e) => (e.reach === null ? [] : [e.reach]));
  const speakers = distinct(
    deeds.filter((d) => d.area === "events"),
    (d) => d.personId,
  );
  return [
    things(standard, "events", "Public engagement", events.length),
    people(standard, "event-people", "People who took part in it", speakers),
    things(
      standard,
      "reach",
      "People reached, where it was measured",
      measured.reduce((a, b) => a + b, 0),
    ),
    things(standard, "not-measured", "… not measured", events.length - measured.length),
  ];
}

function impact({ papers, commentaries }: SummaryFacts): Measure[] {
  const standard = "impact";
  const commented = papers.filter((p) => p.commented).length;
  return [
    things(standard, "papers", "Papers on record", papers.length),
    things(standard, "papers-with-commentary", "… with a Lived Experience Commentary", commented),
    things(standard, "papers-without-commentary", "… without one yet", papers.length - commented),
    ...["proposed", "drafting", "submitted", "accepted", "published"].map((state) =>
      things(
        standard,
        `commentaries-${state}`,
        `Commentaries ${state}`,
        commentaries.filter((c) => c.state === state).length,
      ),
    ),
  ];
}

function governance({ deeds, evaluations }: SummaryFacts): Measure[] {
  const standard = "governance";
  const reviewers = distinct(
    deeds.filter((d) => d.area === "evaluation"),
    (d) => d.personId,
  );
  const responses = evaluations.reduce((n, e) => n + e.responses.length, 0);
  return [
    things(standard, "evaluations", "Evaluation rounds", evaluations.length),
    people(standard, "responses", "Responses to them", responses),
    people(standard, "reviewers", "Members who review them", reviewers),
  ];
}

/** The figures of a period under the six UK Standards for Public Involvement, in their order. */
export const summary = (facts: SummaryFacts): Measure[] =>
  [inclusion, together, learning, communications, impact, governance].flatMap((part) => part(facts));
