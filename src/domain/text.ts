/** `1 person`, `3 people`: a count with its noun; the plural is the singular with an s unless given. */
export const count = (n: number, singular: string, plural = `${singular}s`): string =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? singular : plural}`;

/** `a, b and c`: a list as a person says it. */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** What somebody wrote as a whole sentence, so that another may follow: with a full stop where it has none. */
export const sentence = (text: string): string => (/[.!?…][)"'’”]*$/u.test(text) ? text : `${text}.`);

/** `50.5`, `6.0`, `33.33`: a number with one decimal, or two where it has them. */
export const decimals = (n: number): string => (Number.isInteger(n * 10) ? n.toFixed(1) : n.toFixed(2));

/** A name or title as two of them are compared: in one spelling of its accents, and in any case. */
export const folded = (text: string): string =>
  text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

/** A label as a key: lower case, words joined by hyphens, nothing but letters and digits between them. */
export const keyOf = (label: string): string =>
  label
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The last part of a path, whichever system wrote it. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
