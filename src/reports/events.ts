import type { Day } from "../domain/day.ts";
import {
  type Audience,
  byline,
  consentEnded,
  consentEndedSentence,
  formFor,
  type NamingFacts,
  nameOf,
  printed,
  refMayShow,
  withheldLast,
} from "../domain/naming.ts";
import type { OutwardText } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import type { EventContributor, EventRow } from "../store/events.ts";
import { type Column, list, type OutwardReport } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "held_on", heading: "Date", kind: "day" },
  { key: "kind", heading: "Kind" },
  { key: "title", heading: "Title" },
  { key: "audience", heading: "Audience" },
  { key: "reach", heading: "Reach", kind: "integer" },
  { key: "reach_method", heading: "How counted" },
  { key: "people", heading: "Who took part" },
  { key: "place", heading: "Place", detail: true },
  { key: "url", heading: "Web address", detail: true },
  { key: "project", heading: "Project", detail: true },
];

/**
 * Who took part, as each chose to be named there. The team sees refs and roles, though not of those who are anonymous;
 * anybody else sees names only, and no count of those who are withheld.
 */
function contributorsInWords(event: EventRow, facts: NamingFacts, audience: Audience): OutwardText[] {
  const output = { kind: "event", id: event.id } as const;
  const named = event.contributors.map((c) => ({ c, naming: nameOf(facts, c.personId, output, audience) }));
  if (audience !== "team") return byline(named.map((n) => n.naming));
  const words = withheldLast(named, (n) => n.naming).map(({ c, naming }) =>
    naming.shown
      ? `${refMayShow(naming, audience) ? `${ref("member", c.personId)} ` : ""}${naming.name} (${c.role})`
      : naming.placeholder,
  );
  return [...new Set(words)];
}

/** Public engagement, oldest first. */
export const eventsReport = (
  events: readonly EventRow[],
  facts: NamingFacts,
  audience: Audience,
): OutwardReport =>
  list(
    "Public engagement",
    columns,
    events.map((e) => ({
      ref: ref("event", e.id),
      held_on: e.heldOn,
      kind: e.kind,
      title: e.title,
      audience: e.audience,
      reach: e.reach,
      reach_method: e.reach === null ? "not measured" : e.reachMethod,
      people: contributorsInWords(e, facts, audience),
      place: e.place,
      url: e.url,
      project: e.projectId === null ? null : ref("project", e.projectId),
    })),
    'No public engagement here yet. Record some with: involve event add "Title" --kind public-event --on 2026-06-18',
  );

/** What was recorded of one person's part in an event, or of what they are asked to, without the name of somebody who is anonymous there. */
export function contributionInWords(
  event: EventRow,
  part: EventContributor,
  facts: NamingFacts,
  today: Day,
): string {
  const output = { kind: "event", id: event.id } as const;
  const naming = nameOf(facts, part.personId, output, "team");
  const form = formFor(part.personId, facts.choices.get(part.personId) ?? [], output);
  const who = naming.shown
    ? `${ref("member", part.personId)} ${naming.name}`
    : "Somebody who is anonymous there";
  const named =
    form === "undecided"
      ? "They have not said how they wish to be named, so their name is withheld from the public."
      : form === "anonymous"
        ? "Their name and ref are left out of every list."
        : consentEnded(facts, part.personId, output)
          ? consentEndedSentence(part.personId)
          : `"${printed(nameOf(facts, part.personId, output, "public"))}" is what the public sees.`;
  const does = event.heldOn > today ? "is to take part" : "took part";
  return `${who} ${does} in ${ref("event", event.id)} ${event.title} (${part.role}). ${named}`;
}
