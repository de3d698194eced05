import type { CitationStyle, CslItem } from "../domain/reference.ts";

const templates: Readonly<Record<CitationStyle, string>> = {
  vancouver: "vancouver",
  apa: "apa",
  harvard: "harvard1",
};

/** British quotation marks and dates, made of the American ones that the library brings. */
const british = (american: string): string =>
  american
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(/(<term name="open-quote">)[^<]*/, "$1‘")
    .replace(/(<term name="close-quote">)[^<]*/, "$1’")
    .replace(/(<term name="open-inner-quote">)[^<]*/, "$1“")
    .replace(/(<term name="close-inner-quote">)[^<]*/, "$1”")
    .replace(
      /<date form="text">.*?<\/date>/s,
      '<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>',
    );

/** The library with what it needs to format, loaded when the first citation is. */
async function library() {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-csl");
  const { locales } = plugins.config.get("@csl");
  if (!locales.has("en-GB")) locales.add("en-GB", british(locales.get("en-US")));
  return plugins;
}

/**
 * A reference as one line of text in one of the styles of a CSL processor, without a number in front. Markup in a title goes;
 * its words stay.
 */
export async function citationText(item: CslItem, style: CitationStyle): Promise<string> {
  const { output } = await library();
  const text = output.format("bibliography", [{ ...item, id: "cited" }], {
    format: "text",
    template: templates[style],
    lang: "en-GB",
  });
  return text
    .replace(/^\s*1\.\s+/, "")
    .replace(/,? (?:&|and) et al\./, ", et al.")
    .replace(/\s+/g, " ")
    .trim();
}
