import type { Day } from "../domain/day.ts";
import { ofKey } from "../domain/nearest.ts";
import { problem, type Result } from "../domain/result.ts";
import type { Template } from "../domain/template.ts";
import { placeholdersOf } from "../domain/template-words.ts";
import { type Store, sql } from "./store.ts";

/** A template in the store. */
export interface TemplateRow extends Template {
  readonly id: number;
  /** Who gets it, and when. */
  readonly purpose: string;
  /** The text it came with. */
  readonly original: string;
  readonly source: string;
  readonly originalSource: string;
  /** The day the unit last changed it; null where it is as it came. */
  readonly updatedOn: Day | null;
}

/** Every template of the unit, in the order they came. */
export const templates = (store: Store): TemplateRow[] =>
  store
    .all(
      sql
        .selectFrom("document_template")
        .select([
          "id",
          "key",
          "title",
          "purpose",
          "body",
          "original",
          "source",
          "original_source",
          "updated_on",
        ])
        .orderBy("id"),
    )
    .map(({ updated_on, original_source, ...row }) => ({
      ...row,
      originalSource: original_source,
      placeholders: placeholdersOf(row.key),
      updatedOn: updated_on as Day | null,
    }));

/** The template of that key, or a refusal that says which there are. */
export const findTemplate = (store: Store, key: string): Result<TemplateRow> =>
  ofKey(key, templates(store), (nearest) =>
    problem("unknown-template", `There is no template "${key}".`, nearest),
  );

/** What changes about a template; what is undefined stays as it is. */
export interface TemplateChange {
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly source: string | undefined;
  readonly updatedOn: Day | null;
}

/** Changes a template's words, or takes them back to those it came with. */
export const changeTemplate = (store: Store, id: number, change: TemplateChange): void =>
  store.update("document_template", id, {
    title: change.title,
    body: change.body,
    source: change.source,
    updated_on: change.updatedOn,
  });
