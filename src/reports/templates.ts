import { placeholdersIn } from "../domain/template.ts";
import type { TemplateRow } from "../store/templates.ts";
import { list, type Report } from "./report.ts";

const standing = (template: TemplateRow): string =>
  template.body === template.original ? "as it came" : "the unit's";

/** The templates of the unit: what each is for, and whose words it has. */
export const templatesReport = (templates: readonly TemplateRow[]): Report =>
  list(
    "Templates",
    [
      { key: "key", heading: "Key" },
      { key: "title", heading: "Title" },
      { key: "purpose", heading: "For" },
      { key: "words", heading: "Words" },
      { key: "updated_on", heading: "Changed", kind: "day" },
      { key: "source", heading: "Source", detail: true },
    ],
    templates.map((t) => ({
      key: t.key,
      title: t.title,
      purpose: t.purpose,
      words: standing(t),
      updated_on: t.updatedOn,
      source: t.source,
    })),
    "No templates.",
  );

/** One template: its text line by line, and everything that can be filled in, whether the text uses it or not. */
export function templateReport(template: TemplateRow): Report {
  const used = placeholdersIn(template.body);
  return {
    title: `${template.title} (${template.key})`,
    sections: [
      {
        key: "template",
        single: true,
        columns: [
          { key: "key", heading: "Key" },
          { key: "title", heading: "Title" },
          { key: "purpose", heading: "For" },
          { key: "words", heading: "Words" },
          { key: "updated_on", heading: "Changed", kind: "day" },
          { key: "source", heading: "Source" },
        ],
        rows: [
          {
            key: template.key,
            title: template.title,
            purpose: template.purpose,
            words: standing(template),
            updated_on: template.updatedOn,
            source: template.source,
          },
        ],
      },
      {
        key: "placeholders",
        heading: "What can be filled in",
        columns: [
          { key: "placeholder", heading: "Written" },
          { key: "about", heading: "What stands in its place" },
          { key: "used", heading: "Used", kind: "yes-no" },
        ],
        rows: Object.entries(template.placeholders).map(([name, about]) => ({
          placeholder: `{{${name}}}`,
          about,
          used: used.includes(name),
        })),
        empty: "Nothing.",
      },
      {
        key: "text",
        heading: "The text",
        columns: [
          { key: "line", heading: "Line", kind: "integer" },
          { key: "text", heading: "Text" },
        ],
        rows: template.body.split("\n").map((text, i) => ({ line: i + 1, text })),
      },
    ],
    notes: [
      "A part between {{#name}} and {{/name}} is left out where there is nothing to fill in for that name.",
    ],
  };
}
