import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

/** A paper for reports: how it stands, and whether it has a Lived Experience Commentary that was not withdrawn. */
export interface PaperStanding {
  readonly id: number;
  readonly title: string;
  readonly journal: string | null;
  readonly year: number | null;
  readonly status: string;
  readonly statusOn: Day | null;
  readonly doi: string | null;
  readonly commented: boolean;
  /** People with lived experience who contributed. */
  readonly contributors: readonly number[];
}

/** Papers that were not withdrawn, by id. */
export function paperStandings(store: Store): PaperStanding[] {
  const commented = new Set(
    store
      .all(
        sql
          .selectFrom("commentary")
          .select("paper_id")
          .distinct()
          .where("state", "!=", "withdrawn")
          .orderBy("paper_id"),
      )
      .map((c) => c.paper_id),
  );
  const contributors = store.all(
    sql
      .selectFrom("contribution")
      .select(["paper_id", "person_id"])
      .distinct()
      .where("person_id", "is not", null)
      .orderBy("paper_id")
      .orderBy("person_id"),
  );
  return store
    .all(
      sql
        .selectFrom("paper")
        .select(["id", "title", "journal", "year", "status", "status_on", "doi"])
        .where("status", "!=", "withdrawn")
        .orderBy("id"),
    )
    .map(({ status_on, ...p }) => ({
      ...p,
      statusOn: status_on as Day | null,
      commented: commented.has(p.id),
      contributors: contributors.filter((c) => c.paper_id === p.id).map((c) => c.person_id as number),
    }));
}

/** A commentary for reports. */
export interface CommentaryStanding {
  readonly id: number;
  readonly paperId: number;
  readonly title: string;
  readonly state: string;
  readonly publishedOn: Day | null;
  readonly authors: readonly number[];
}

/** Commentaries that were not withdrawn, by id, with the authors who agreed in their order. */
export function commentaryStandings(store: Store): CommentaryStanding[] {
  const authors = store.all(
    sql
      .selectFrom("commentary_author")
      .select(["commentary_id", "person_id"])
      .where("agreed_on", "is not", null)
      .where("left_on", "is", null)
      .orderBy("position")
      .orderBy("id"),
  );
  return store
    .all(
      sql
        .selectFrom("commentary")
        .select(["id", "paper_id", "title", "state", "published_on"])
        .where("state", "!=", "withdrawn")
        .orderBy("id"),
    )
    .map((c) => ({
      id: c.id,
      paperId: c.paper_id,
      title: c.title,
      state: c.state,
      publishedOn: c.published_on as Day | null,
      authors: authors.filter((a) => a.commentary_id === c.id).map((a) => a.person_id),
    }));
}

/** A meeting that was held, with how many of the group came; not recorded is not the same as absent. */
export interface MeetingStanding {
  readonly ref: string;
  readonly on: Day;
  readonly title: string;
  readonly present: number;
  readonly part: number;
  readonly apologies: number;
  readonly absent: number;
  readonly notRecorded: number;
}

/** Meetings of a stretch of days that were not cancelled, oldest first; of one series, or of all. */
export const meetingStandings = (store: Store, from: Day, to: Day, series?: string): MeetingStanding[] =>
  store.raw<MeetingStanding>(
    `select a.meeting as ref, a.held_on as "on", coalesce(m.title, s.title) as title, a.present as present, a.part as part,
       a.apologies as apologies, a.absent as absent, a.not_recorded as notRecorded
     from meeting_attendance a join meeting m on m.key = a.meeting join meeting_series s on s.id = m.series_id
     where a.status <> 'cancelled' and a.held_on between ? and ? and s.key = coalesce(?, s.key) order by a.held_on, m.id`,
    from,
    to,
    series ?? null,
  );

/** A UK Standard for Public Involvement, in order. */
export const ukStandards = (store: Store): { key: string; label: string }[] =>
  store.all(sql.selectFrom("uk_standard").select(["key", "label"]).orderBy("position"));
