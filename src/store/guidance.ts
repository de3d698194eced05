import type { Day } from "../domain/day.ts";
import type { GuidanceDocument, GuidanceVersion, NewGuidance } from "../domain/guidance.ts";
import { type Store, sql } from "./store.ts";

/** Every version of a guidance document, or of both, oldest first. */
export function guidanceVersions(store: Store, document?: GuidanceDocument): GuidanceVersion[] {
  const query = sql
    .selectFrom("guidance_version")
    .select(["id", "document", "version", "co_designed_on", "agreed_on", "body", "source"])
    .orderBy("document")
    .orderBy("version");
  return store.all(document === undefined ? query : query.where("document", "=", document)).map((g) => ({
    id: g.id,
    document: g.document as GuidanceDocument,
    version: g.version,
    coDesignedOn: g.co_designed_on as Day | null,
    agreedOn: g.agreed_on as Day | null,
    body: g.body,
    source: g.source,
  }));
}

/** Adds a version of a guidance document; answers its id. */
export const addGuidance = (
  store: Store,
  document: GuidanceDocument,
  version: number,
  guidance: NewGuidance,
): number =>
  store.insert("guidance_version", {
    document,
    version,
    co_designed_on: guidance.coDesigned ?? null,
    agreed_on: guidance.agreed ?? null,
    body: guidance.body,
    source: guidance.source,
  });

/** Records that a version was agreed, and when it was written together where that is said now. */
export const agreeGuidance = (store: Store, id: number, { coDesigned, agreed }: NewGuidance): void =>
  store.update("guidance_version", id, {
    agreed_on: agreed ?? null,
    ...(coDesigned === undefined ? {} : { co_designed_on: coDesigned }),
  });

/** An author of a commentary that is not finished, with the version of the guidance they were given. */
export interface GivenGuidance {
  readonly commentaryId: number;
  readonly title: string;
  readonly state: string;
  readonly personId: number;
  readonly version: number | null;
}

/** Authors of commentaries on their way into print, and those invited, with the guidance each was given. */
export const guidanceGiven = (store: Store): GivenGuidance[] =>
  store
    .all(
      sql
        .selectFrom("commentary_author as a")
        .innerJoin("commentary as c", "c.id", "a.commentary_id")
        .leftJoin("guidance_version as g", "g.id", "a.guidance_version_id")
        .select(["c.id", "c.title", "c.state", "a.person_id", "g.version"])
        .where("c.state", "not in", ["published", "withdrawn"])
        .where("a.left_on", "is", null)
        .where("a.declined_on", "is", null)
        .orderBy("c.id")
        .orderBy("a.position")
        .orderBy("a.id"),
    )
    .map((a) => ({
      commentaryId: a.id,
      title: a.title,
      state: a.state,
      personId: a.person_id,
      version: a.version,
    }));
