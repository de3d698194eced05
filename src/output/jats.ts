import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import type { CreditedAuthor, Credits } from "../domain/credits.ts";
import { nameParts } from "../domain/printed-name.ts";

/** A paper and who is credited in it. */
export interface CreditedPaper {
  readonly title: string;
  readonly doi: string | null;
  readonly credits: Credits;
  /** Whom the authors thank, as a sentence; null where they thank nobody. */
  readonly thanks: string | null;
}

const vocabulary = "https://credit.niso.org/";

/** A text for the library, which takes what looks like an entity for one: every ampersand is escaped beforehand. */
const whole = (text: string): string => text.replaceAll("&", "&amp;");

/** A name as printed, in the parts that are known of it. */
function named(contrib: XMLBuilder, author: CreditedAuthor): void {
  if (author.kind === "group") {
    contrib.ele("collab").txt(whole(author.name));
    return;
  }
  const parts = nameParts(author.name, author.surname);
  if (parts === null) {
    contrib.ele("string-name").txt(whole(author.name));
    return;
  }
  const name = contrib.ele("name", { "name-style": parts.style });
  if (parts.surname !== null) name.ele("surname").txt(whole(parts.surname));
  if (parts.given !== null) name.ele("given-names").txt(whole(parts.given));
}

function contributor(group: XMLBuilder, author: CreditedAuthor): void {
  const contrib = group.ele("contrib", { "contrib-type": "author" });
  if (author.orcid !== null)
    contrib.ele("contrib-id", { "contrib-id-type": "orcid" }).txt(`https://orcid.org/${author.orcid}`);
  named(contrib, author);
  for (const { key, label } of author.roles)
    contrib
      .ele("role", {
        vocab: "credit",
        "vocab-identifier": vocabulary,
        "vocab-term": whole(label),
        "vocab-term-identifier": `${vocabulary}contributor-roles/${key}/`,
      })
      .txt(whole(label));
  for (const n of author.affiliations)
    contrib.ele("xref", { "ref-type": "aff", rid: `aff${n}` }).txt(String(n));
}

function contributors(meta: XMLBuilder, { authors, anonymousAuthors, affiliations }: Credits): void {
  if (authors.length === 0 && !anonymousAuthors) return;
  const group = meta.ele("contrib-group", { "content-type": "authors" });
  for (const author of authors) contributor(group, author);
  if (anonymousAuthors) group.ele("contrib", { "contrib-type": "author" }).ele("anonymous");
  for (const [i, affiliation] of affiliations.entries()) {
    const aff = group.ele("aff", { id: `aff${i + 1}` });
    aff.ele("label").txt(String(i + 1));
    aff.ele("institution").txt(whole(affiliation));
  }
}

/**
 * Who is credited in a paper as JATS XML (ANSI/NISO Z39.96): contributors with their CRediT roles and affiliations, and the
 * acknowledgements. Characters that XML cannot hold are left out. The library that writes it is loaded only here.
 */
export async function creditsJats({ title, doi, credits, thanks }: CreditedPaper): Promise<string> {
  const { create } = await import("xmlbuilder2");
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "" });
  const article = document.ele("article", {
    "article-type": "research-article",
    "dtd-version": "1.3",
    "xml:lang": "en",
  });
  const meta = article.ele("front").ele("article-meta");
  if (doi !== null) meta.ele("article-id", { "pub-id-type": "doi" }).txt(whole(doi));
  meta.ele("title-group").ele("article-title").txt(whole(title));
  contributors(meta, credits);
  if (thanks !== null) article.ele("back").ele("ack").ele("p").txt(whole(thanks));
  return `${document.end({ prettyPrint: true })}\n`;
}
