import { type LetterBlock, letterBlocks, notInLetters, type Span } from "./letter.ts";
import { suggestion } from "./nearest.ts";
import type { OutwardText } from "./person-name.ts";
import { privateTextProblems } from "./private-text.ts";
import { byLine, no, type Problem, type Result, unless } from "./result.ts";
import { listed } from "./text.ts";

/** A text that the unit can edit, with what may be filled in: each placeholder by name, and what stands in its place. */
export interface Template {
  readonly key: string;
  /** The title of the document; also among its properties. */
  readonly title: string;
  readonly body: string;
  readonly placeholders: Readonly<Record<string, string>>;
}

/** What placeholders are filled with: a text, a list (an item that holds nothing else becomes as many items), or nothing. */
export type Fillings = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The same for a document that leaves the unit: a name that did not come through the naming gate is a type error here. */
export type OutwardFillings = Readonly<
  Record<string, OutwardText | readonly OutwardText[] | null | undefined>
>;

/** A filled text: a title and what stands on the page. */
export interface Letter {
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
}

interface Tag {
  readonly kind: "value" | "open" | "close";
  readonly name: string;
  readonly line: number;
}

const tag = /\{\{\s*([#/]?)\s*([^{}]*?)\s*\}\}/g;
const kinds = { "": "value", "#": "open", "/": "close" } as const;

/** Every placeholder and section mark of a text, in order. */
const tagsIn = (text: string): Tag[] =>
  [...text.matchAll(tag)].map((m) => ({
    kind: kinds[m[1] as keyof typeof kinds],
    name: m[2] ?? "",
    line: text.slice(0, m.index).split("\n").length,
  }));

/** The names of the placeholders that a text uses, each once, in order. */
export const placeholdersIn = (text: string): string[] => [...new Set(tagsIn(text).map((t) => t.name))];

/** Sections that are closed before they are opened, opened inside one another, or never closed. */
function sectionProblems(tags: readonly Tag[]): Problem[] {
  const problems: Problem[] = [];
  let open: Tag | null = null;
  const broken = ({ line }: Tag, message: string, remedy: string): void => {
    problems.push({ code: "broken-section", line, message, remedy });
  };
  for (const t of tags) {
    if (t.kind === "open" && open)
      broken(
        t,
        `{{#${t.name}}} begins inside {{#${open.name}}}.`,
        `End the first one before: {{/${open.name}}}`,
      );
    if (t.kind === "close" && open?.name !== t.name)
      broken(t, `{{/${t.name}}} ends a part that is not open.`, `Begin it with: {{#${t.name}}}`);
    if (t.kind === "open") open = t;
    if (t.kind === "close") open = null;
  }
  if (open) broken(open, `{{#${open.name}}} is never ended.`, `End it with: {{/${open.name}}}`);
  return problems;
}

/**
 * Whether a text can be used for a letter: it says something, its placeholders are ones that can be filled, its optional parts
 * (`{{#name}}…{{/name}}`, left out where there is nothing to fill in) are whole, and it holds nothing that a letter cannot.
 * Every problem at once, by line.
 */
export function checkTemplate(body: string, placeholders: readonly string[]): Result<string> {
  const tags = tagsIn(body);
  const unknown = tags
    .filter((t) => t.kind !== "close" && !placeholders.includes(t.name))
    .map(({ name, line }) => ({
      code: "unknown-placeholder",
      line,
      message: `{{${name}}} is not something that can be filled in here.`,
      remedy: suggestion(name, placeholders),
    }));
  const loose = body
    .replace(tag, (t) => t.replace(/[{}]/g, " "))
    .split("\n")
    .flatMap((text, i) =>
      /\{\{|\}\}/.test(text)
        ? [
            {
              code: "broken-placeholder",
              line: i + 1,
              message: "There are two braces that do not hold a placeholder.",
              remedy: `Write it whole and on one line, for example {{${placeholders[0] ?? "name"}}}.`,
            },
          ]
        : [],
    );
  const other = notInLetters(body).map(({ line, what }) => ({
    code: "not-in-letters",
    line,
    message: `There is ${what}, which a letter cannot hold.`,
    remedy: "Headings, paragraphs, lists, **bold** and *italics* are kept.",
  }));
  const empty =
    letterBlocks(body).length === 0
      ? [{ code: "blank", message: "The text is blank.", remedy: "Write what the letter is to say." }]
      : [];
  const kept = privateTextProblems({ "The text": body });
  const problems = [...empty, ...unknown, ...sectionProblems(tags), ...loose, ...other, ...kept];
  return unless(byLine(problems), () => body);
}

const isBlank = (value: Fillings[string]): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" ? value.trim() === "" : value.length === 0);

/** A text with its optional parts: those with something to fill in stay, the others go. */
const withSections = (body: string, values: Fillings): string =>
  body.replace(
    /\{\{\s*#\s*([^{}]*?)\s*\}\}([\s\S]*?)\{\{\s*\/\s*\1\s*\}\}/g,
    (_, name: string, inner: string) => (isBlank(values[name]) ? "" : inner),
  );

const inWords = (value: Fillings[string]): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : listed(value);

const filledSpans = (spans: readonly Span[], values: Fillings): Span[] =>
  spans.map((span) => ({
    ...span,
    text: span.text.replace(tag, (_, _mark, name: string) => inWords(values[name])),
  }));

/** The items of a list where an item holds one placeholder and nothing else, and that is a list. */
function itemsOf(block: LetterBlock, values: Fillings): readonly string[] | null {
  const [span, ...others] = block.spans;
  const only = /^\{\{\s*([^{}#/]*?)\s*\}\}$/.exec(span?.text ?? "")?.[1];
  const value = only === undefined || others.length > 0 ? null : values[only];
  return Array.isArray(value) ? (value as readonly string[]) : null;
}

/**
 * The letter a template makes with these values. What is filled in stays text: it is never read as Markdown or as another
 * placeholder. Refuses, naming each, where a placeholder has nothing to put in its place.
 */
export function fill(template: Template, values: Fillings): Result<Letter> {
  const body = withSections(template.body, values);
  const missing = placeholdersIn(body).filter((name) => isBlank(values[name]));
  if (missing.length > 0)
    return no(
      ...missing.map((name) => ({
        code: "placeholder-missing",
        message: `${template.key} says {{${name}}}, and there is nothing to put in its place${template.placeholders[name] ? ` (${template.placeholders[name]})` : ""}.`,
        remedy: `Put it between {{#${name}}} and {{/${name}}}, so that it is left out where there is none: involve template show ${template.key}`,
      })),
    );
  const blocks = letterBlocks(body).flatMap((block): LetterBlock[] => {
    const items = block.kind === "item" ? itemsOf(block, values) : null;
    const [look] = block.spans;
    if (items && look && block.kind === "item")
      return items.map((text, i) => ({
        ...block,
        number: block.number === null ? null : block.number + i,
        spans: [{ ...look, text }],
      }));
    return [{ ...block, spans: filledSpans(block.spans, values) }];
  });
  return { ok: true, value: { title: template.title, blocks } };
}

/** A letter in which each placeholder says, in brackets, what will stand there: to see how the words look on the page. */
export const specimen = (template: Template): Result<Letter> =>
  fill(
    template,
    Object.fromEntries(Object.entries(template.placeholders).map(([name, about]) => [name, `[${about}]`])),
  );

/** What became of a template, in sentences: what its text leaves unsaid, and how to see it. */
export function templateInWords(template: Template, isNew: boolean): string[] {
  if (!isNew) return [`${template.key} has these words already; nothing changed.`];
  const used = placeholdersIn(template.body);
  const unused = Object.keys(template.placeholders).filter((name) => !used.includes(name));
  return [
    `${template.key} has new words.`,
    ...(unused.length > 0 ? [`Not in the text: ${unused.map((n) => `{{${n}}}`).join(", ")}.`] : []),
    `To see it on a page: involve template show ${template.key} --preview ${template.key}.docx`,
  ];
}

/** A filled template of a few words, such as a phrase of feedback, as one line of text. */
export const asLine = (letter: Letter): string =>
  letter.blocks.map((b) => b.spans.map((s) => s.text).join("")).join(" ");
