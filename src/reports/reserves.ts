import {
  freePlaces,
  missedInWords,
  openPlaces,
  type PlaceFacts,
  reserveStandings,
} from "../domain/reserve.ts";
import type { Report } from "./report.ts";

const title = (facts: PlaceFacts): string => {
  const { round, people, places } = facts;
  if (places === null) return `${round.title}: ${people} people in ${round.group}`;
  return `${round.title}: ${people} of ${places} places in ${round.group} are taken`;
};

/** The reserve list in order with who may be offered a place, the offers so far, and whose places are free. */
export function reservesReport(facts: PlaceFacts): Report {
  const [free] = freePlaces(facts);
  const standings = reserveStandings(facts, free?.membershipId ?? null);
  const open = openPlaces(facts);
  return {
    title: title(facts),
    sections: [
      {
        key: "reserves",
        columns: [
          { key: "rank", heading: "Reserve", kind: "integer" },
          { key: "code", heading: "Code" },
          { key: "until", heading: "On the list to", kind: "day" },
          { key: "standing", heading: "Standing" },
          { key: "aims_missed", heading: "Aims missed with them", kind: "lines" },
        ],
        rows: standings.map((s) => ({
          rank: s.rank,
          code: s.code,
          until: s.until,
          standing: s.standing,
          aims_missed: s.missed.map(missedInWords),
        })),
        empty: "There is no reserve list.",
      },
      {
        key: "offers",
        heading: "Places offered",
        columns: [
          { key: "code", heading: "Code" },
          { key: "place_of", heading: "Place of" },
          { key: "offered_on", heading: "Offered", kind: "day" },
          { key: "reply_by", heading: "Answer by", kind: "day" },
          { key: "reply", heading: "Answer" },
          { key: "replied_on", heading: "Answered", kind: "day" },
        ],
        rows: facts.offers.map((o) => ({
          code: o.code,
          place_of: o.placeOf,
          offered_on: o.offeredOn,
          reply_by: o.replyBy,
          reply: o.reply,
          replied_on: o.repliedOn,
        })),
        empty: "None so far.",
      },
      {
        key: "free",
        heading: "Places that are free",
        columns: [
          { key: "place_of", heading: "Place of" },
          { key: "left_on", heading: "Left", kind: "day" },
        ],
        rows: freePlaces(facts).map((l) => ({ place_of: l.ref, left_on: l.leftOn })),
        empty: open === null || open > 0 ? "Nobody's: they were never filled." : "None.",
      },
    ],
  };
}
