import { create } from "xmlbuilder2";

/** What an element may hold: its child elements in order, as a pattern over their names; whether text; its attributes. */
interface Model {
  readonly children: RegExp;
  readonly text?: true;
  readonly attributes?: Readonly<Record<string, RegExp>>;
  readonly required?: readonly string[];
}

const none = /^$/;
const text: Model = { children: none, text: true };
const iri = /^https:\/\/credit\.niso\.org\//;

/**
 * The elements of JATS (ANSI/NISO Z39.96) that are written, each with what it may hold: names first in a contributor, then roles and
 * references; an identifier before them; affiliations behind the contributors of a group.
 */
const models: Readonly<Record<string, Model>> = {
  article: {
    children: /^front (body )?(back )?$/,
    attributes: { "article-type": /^research-article$/, "dtd-version": /^1\.3$/, "xml:lang": /^en$/ },
    required: ["article-type"],
  },
  front: { children: /^(journal-meta )?article-meta $/ },
  "article-meta": { children: /^(article-id )*(title-group )?(contrib-group |aff )*$/ },
  "article-id": { ...text, attributes: { "pub-id-type": /^doi$/ }, required: ["pub-id-type"] },
  "title-group": { children: /^article-title $/ },
  "article-title": text,
  "contrib-group": { children: /^(contrib )+(aff )*$/, attributes: { "content-type": /^authors$/ } },
  contrib: {
    children: /^(contrib-id )*(anonymous |collab |name |string-name )(role )*(xref )*$/,
    attributes: { "contrib-type": /^author$/ },
    required: ["contrib-type"],
  },
  "contrib-id": { ...text, attributes: { "contrib-id-type": /^orcid$/ }, required: ["contrib-id-type"] },
  anonymous: { children: none },
  collab: text,
  name: {
    children: /^(surname (given-names )?|given-names )$/,
    attributes: { "name-style": /^(western|eastern|given-only)$/ },
  },
  "string-name": text,
  surname: text,
  "given-names": text,
  role: {
    ...text,
    attributes: {
      vocab: /^credit$/,
      "vocab-identifier": iri,
      "vocab-term": /./,
      "vocab-term-identifier": iri,
    },
    required: ["vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier"],
  },
  xref: { ...text, attributes: { "ref-type": /^aff$/, rid: /^aff[1-9]\d*$/ }, required: ["ref-type", "rid"] },
  aff: { children: /^(label )?institution $/, attributes: { id: /^aff[1-9]\d*$/ }, required: ["id"] },
  label: text,
  institution: text,
  back: { children: /^ack $/ },
  ack: { children: /^(title )?(p )+$/ },
  p: text,
};

/** A node as far as it is looked at. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

function brokenIn(node: Node): string[] {
  const model = models[node.nodeName];
  if (!model) return [`${node.nodeName} is no element that is known`];
  const children = [...node.childNodes];
  const elements = children.filter((c) => c.nodeType === 1);
  const names = elements.map((c) => `${c.nodeName} `).join("");
  const words = children.filter((c) => c.nodeType === 3 && (c.nodeValue ?? "").trim() !== "");
  const attributes = new Map([...(node.attributes ?? [])].map((a) => [a.name, a.value]));
  return [
    ...(model.children.test(names) ? [] : [`${node.nodeName} holds: ${names}`]),
    ...(words.length > 0 && !model.text ? [`${node.nodeName} holds text`] : []),
    ...(model.text && (node.textContent ?? "") === "" ? [`${node.nodeName} is empty`] : []),
    ...(model.required ?? []).filter((a) => !attributes.has(a)).map((a) => `${node.nodeName} has no ${a}`),
    ...[...attributes]
      .filter(([name, value]) => !model.attributes?.[name]?.test(value))
      .map(([name, value]) => `${node.nodeName} has ${name}="${value}"`),
    ...elements.flatMap(brokenIn),
  ];
}

/** The elements of a document by name, with their text. */
export function textsOf(xml: string, name: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === name) found.push(node.textContent ?? "");
    for (const child of node.childNodes) walk(child);
  };
  walk(create(xml).root().node as unknown as Node);
  return found;
}

/** What in an XML text is not as JATS has it, or that it is not well-formed; empty where all is well. */
export function brokenJats(xml: string): string[] {
  try {
    const ids = [...xml.matchAll(/<aff id="([^"]+)"/g)].map((m) => m[1]);
    const refs = [...xml.matchAll(/ rid="([^"]+)"/g)].map((m) => m[1]);
    return [
      ...brokenIn(create(xml).root().node as unknown as Node),
      ...(new Set(ids).size === ids.length ? [] : ["an id is there twice"]),
      ...refs.filter((r) => !ids.includes(r)).map((r) => `nothing has the id ${r}`),
    ];
  } catch (error) {
    return [`not well-formed: ${String((error as Error).message)}`];
  }
}
