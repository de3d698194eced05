import { no, type Result, yes } from "./result.ts";

/** The check character that ISO 7064 MOD 11-2 gives to the first fifteen digits of an ORCID iD. */
export function orcidCheck(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

/**
 * Reads an ORCID iD, with or without its web address and hyphens, and answers it with hyphens. Refuses one whose check
 * character (ISO 7064 MOD 11-2) does not fit, so that a mistyped digit is found.
 */
export function checkOrcid(text: string): Result<string> {
  const compact = text
    .trim()
    .replace(/^https?:\/\/(?:www\.)?orcid\.org\/|\/$/gi, "")
    .replace(/[\s-]/g, "")
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(compact))
    return no({
      code: "not-an-orcid",
      message: `"${text}" is not an ORCID iD.`,
      remedy: "Write its sixteen characters like 0000-0002-1825-0097.",
    });
  if (orcidCheck(compact.slice(0, 15)) !== compact.slice(15))
    return no({
      code: "orcid-check",
      message: `"${text}" has a mistyped digit: its check character does not fit.`,
      remedy: "Copy it again from orcid.org.",
    });
  return yes((compact.match(/.{4}/g) ?? []).join("-"));
}

/** Whose an ORCID iD is among the others of a list, members or staff, as a ref; undefined where it is nobody's. */
export type OrcidOwner = (orcid: string) => string | undefined;

/** Reads an ORCID iD that is to be somebody's own: it leads to one person, so that it is nobody else's here. */
export function checkOwnOrcid(text: string, ownerOf: OrcidOwner): Result<string> {
  const read = checkOrcid(text);
  const owner = read.ok ? ownerOf(read.value) : undefined;
  if (!read.ok || owner === undefined) return read;
  return no({
    code: "orcid-taken",
    message: `${read.value} is the ORCID iD of ${owner}.`,
    remedy:
      "An iD belongs to one person: look at orcid.org whose it is, and take it out where it is wrong with --clear orcid.",
  });
}
