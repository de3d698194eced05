import type { Overdue } from "../domain/retention.ts";
import { list, type Report } from "./report.ts";

/** What is past its date: what it is, where it belongs, how much of it, and since when. */
export const overdueReport = (due: readonly Overdue[]): Report =>
  list(
    "Past its date",
    [
      { key: "what", heading: "What" },
      { key: "about", heading: "Of" },
      { key: "number", heading: "Number", kind: "integer" },
      { key: "due_on", heading: "Kept to", kind: "day" },
    ],
    due.map((d) => ({ what: d.what, about: d.about, number: d.ids.length, due_on: d.dueOn })),
    "Nothing is past its date.",
  );

/** What was erased about one applicant. */
export const erasedReport = (round: string, code: string, contents: number): Report =>
  list(
    "Erased",
    [
      { key: "round", heading: "Round" },
      { key: "code", heading: "Code" },
      { key: "files", heading: "Contents of files deleted", kind: "integer" },
    ],
    [{ round, code, files: contents }],
    "Nothing.",
  );
