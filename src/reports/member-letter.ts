import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type Report, single } from "./report.ts";

/** Which letter was written about whom, and into which file. */
export const letterReport = (
  person: { readonly id: number; readonly knownAs: TeamName },
  file: string,
  template = "jobcentre-letter",
): Report =>
  single(
    "Letter",
    [
      { key: "member", heading: "Member" },
      { key: "known_as", heading: "Known as" },
      { key: "template", heading: "Template" },
      { key: "file", heading: "File" },
    ],
    { member: ref("member", person.id), known_as: person.knownAs, template, file },
  );
