import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type Day } from "../../src/domain/day.ts";
import {
  audiences,
  choiceFor,
  formFor,
  type NamedOutput,
  type NamingForm,
  nameOf,
  namingForms,
  printed,
} from "../../src/domain/naming.ts";
import { checkNaming } from "../../src/domain/naming-choice.ts";
import {
  type CorrectionOutcome,
  checkCorrection,
  correctionOutcomes,
} from "../../src/domain/naming-correction.ts";
import { outputRows } from "../../src/store/named-outputs.ts";
import { addNaming, namingFacts } from "../../src/store/naming.ts";
import { addCorrection, closeCorrection, correctionRows } from "../../src/store/naming-corrections.ts";
import { saidOn } from "../../src/store/naming-history.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

type Output = NamedOutput & { readonly kind: "commentary" | "paper" | "event"; readonly id: number };
const outputs: readonly Output[] = [
  { kind: "commentary", id: 1 },
  { kind: "paper", id: 1 },
  { kind: "event", id: 1 },
];
const key = (o: Output): string => `${o.kind} ${o.id}`;
const group = "MHPRU Lived Experience Working Group";

/** A wish, recorded so many days late. */
interface Wish {
  readonly form: NamingForm;
  readonly n: number;
  readonly late: number;
}

type Step =
  | ({ readonly do: "default" } & Wish)
  | ({ readonly do: "choose"; readonly at: number } & Wish)
  | ({ readonly do: "correct"; readonly at: number } & Wish)
  | { readonly do: "close"; readonly at: number; readonly as: CorrectionOutcome }
  | { readonly do: "publish"; readonly at: number }
  | { readonly do: "agree" | "withdraw" };

const at = fc.integer({ min: 0, max: 2 });
const form = fc.constantFrom(...namingForms);
const n = fc.integer({ min: 1, max: 3 });
const late = fc.constantFrom(0, 0, 0, 1, 4);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("default" as const), form, n, late }),
  fc.record({ do: fc.constant("choose" as const), at, form, n, late }),
  fc.record({ do: fc.constant("correct" as const), at, form, n, late }),
  fc.record({ do: fc.constant("close" as const), at, as: fc.constantFrom(...correctionOutcomes) }),
  fc.record({ do: fc.constant("publish" as const), at }),
  fc.record({ do: fc.constantFrom("agree" as const, "withdraw" as const) }),
);

const withWords: readonly NamingForm[] = ["other", "initials", "pen-name"];
const wordsOf = (f: NamingForm, i: number): string | undefined =>
  withWords.includes(f) ? (f === "initials" ? `W. I ${i}` : `Wish ${f} ${i}`) : undefined;

/** What somebody said last, kept as plainly as can be: the model that the program is held against. */
class Model {
  usual: string | null = null;
  readonly own = new Map<string, string>();
  readonly inPrint = new Map<string, Day>();
  readonly beforeWish = new Map<string, string | null>();
  /** The day of the last wish, by output or "default": one that is recorded late and was said before it counts for nothing. */
  readonly days = new Map<string, Day>();
  consentEnded: Day | null = null;
  asked = false;

  said(o: Output): string | null {
    return this.own.get(key(o)) ?? this.usual;
  }

  publish(o: Output, on: Day): void {
    if (this.inPrint.has(key(o))) return;
    this.inPrint.set(key(o), on);
    // From here on a default says nothing about it any more.
    this.own.set(key(o), this.said(o) ?? "undecided");
  }

  /** What may be printed for readers outside the team. */
  permitted(o: Output): string {
    const wish = this.said(o) ?? "undecided";
    if (wish === "anonymous") return "Anonymous";
    if (wish === "undecided") return "name withheld";
    if (wish === "group") return group;
    const since = this.inPrint.get(key(o));
    if (this.consentEnded !== null && (since === undefined || since > this.consentEnded))
      return "name withheld";
    return wish === "full" ? "Tamsin Kerr" : wish;
  }
}

function furnish(): Store {
  const store = newStore();
  store.insert("person", { id: 1, known_as: "Tam", full_name: "Tamsin Kerr", created_on: "2026-01-01" });
  store.insert("paper", { id: 1, title: "What helps", status: "submitted" });
  store.insert("commentary", { id: 1, paper_id: 1, title: "What was not asked", proposed_on: "2026-01-01" });
  store.insert("commentary_author", { commentary_id: 1, person_id: 1, agreed_on: "2026-01-01" });
  store.insert("contribution", { paper_id: 1, person_id: 1, credit_role_id: 1, on_day: "2026-01-01" });
  store.insert("engagement_event", { id: 1, title: "Out loud", kind: "podcast", held_on: "2026-01-01" });
  store.insert("event_contributor", { event_id: 1, person_id: 1, role: "speaker" });
  return store;
}

function publish(store: Store, { kind }: Output, on: Day): boolean {
  if (kind === "event") return false;
  if (kind === "paper") store.update("paper", 1, { status: "published", status_on: on });
  else store.update("commentary", 1, { state: "published", submitted_on: on, published_on: on });
  return true;
}

/** Does one step in the store as a verb does it (where its rule lets it), and in the model. */
function take(store: Store, model: Model, s: Step, on: Day): void {
  if (s.do === "agree" || s.do === "withdraw") {
    const open = store.raw<{ id: number }>("select id from consent where withdrawn_on is null")[0];
    if (s.do === "agree" && !open) {
      const [wording] = store.raw<{ id: number }>("select id from consent_wording where purpose = 'naming'");
      store.insert("consent", {
        person_id: 1,
        wording_id: wording?.id ?? 0,
        given_on: on,
        how: "form",
        recorded_by: "test",
      });
      model.consentEnded = null;
    }
    if (s.do === "withdraw" && open) {
      store.update("consent", open.id, { withdrawn_on: on });
      model.consentEnded = on;
    }
    return;
  }
  const request = ({ form: f, n: i, late: days }: Wish) => ({
    ...{ form: f, wording: wordsOf(f, i), how: "e-mail", on: addDays(on, -days) },
  });
  const isOld = (wish: Wish, where: string): boolean =>
    addDays(on, -wish.late) < (model.days.get(where) ?? ("2025-01-01" as Day));
  const said = (f: NamingForm, i: number): string => wordsOf(f, i) ?? f;
  if (s.do === "default") {
    const days = { today: on, saidOn: saidOn(store, 1, { kind: "default", id: null }) };
    const kept = checkNaming(request(s), { ...days, output: "", inPrint: false });
    expect(kept.ok).toBe(!isOld(s, "default"));
    if (!kept.ok) return;
    addNaming(store, 1, "default", request(s), "test");
    model.usual = said(s.form, s.n);
    model.days.set("default", kept.value.on);
    return;
  }
  if (!("at" in s)) return;
  const output = outputs[s.at] as Output;
  if (s.do === "publish") {
    if (!model.inPrint.has(key(output)) && publish(store, output, on)) model.publish(output, on);
    return;
  }
  const row = outputRows(store).find((o) => o.output.kind === output.kind);
  const naming = namingFacts(store);
  const own = naming.choices.get(1) ?? [];
  const open = correctionRows(store).find((c) => c.doneOn === null && c.output.kind === output.kind);
  if (s.do === "choose") {
    const inPrint = row?.inPrint === true && formFor(1, own, output) !== "undecided";
    const days = { today: on, saidOn: saidOn(store, 1, output) };
    const kept = checkNaming(request(s), { ...days, output: "it", inPrint });
    expect(kept.ok).toBe(!inPrint && !isOld(s, key(output)));
    if (!kept.ok) return;
    addNaming(store, 1, output, kept.value, "test");
    model.own.set(key(output), said(s.form, s.n));
    model.days.set(key(output), kept.value.on);
  }
  if (s.do === "correct" && row) {
    const now = choiceFor(1, own, output);
    const wish = checkCorrection(request(s), {
      today: on,
      saidOn: saidOn(store, 1, output),
      output: "it",
      inPrint: row.inPrint,
      inPrintOn: row.inPrintOn,
      now: { form: now?.form ?? "undecided", wording: now?.wording ?? null },
      consentEnded: naming.people.get(1)?.consentEndedOn !== undefined,
      open: open?.id,
    });
    if (isOld(s, key(output))) expect(wish.ok).toBe(false);
    if (!wish.ok) return;
    addCorrection(store, 1, output, wish.value, "test");
    model.beforeWish.set(key(output), model.said(output));
    model.own.set(key(output), said(s.form, s.n));
    model.days.set(key(output), wish.value.on);
  }
  if (s.do === "close" && open) {
    closeCorrection(store, open, { as: s.as, note: "done", on, by: "test" });
    if (s.as === "taken-back") model.own.set(key(output), model.beforeWish.get(key(output)) ?? "undecided");
    if (s.as === "taken-back") model.days.set(key(output), on);
  }
}

describe("for any sequence of choices, defaults, consents, publication and corrections", () => {
  test("what is rendered is always the last that was permitted, for every audience", () => {
    const store = furnish();
    let rendered = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 24 }), (steps) => {
        const model = new Model();
        store.transaction(
          () =>
            steps.forEach((s, i) => {
              take(store, model, s, addDays("2026-01-02" as Day, i));
              const facts = namingFacts(store);
              for (const o of outputs) {
                const permitted = model.permitted(o);
                const names = audiences.map((a) => String(printed(nameOf(facts, 1, o, a))));
                const team = permitted === "Anonymous" ? "Anonymous" : "Tam";
                expect(names).toEqual([team, permitted, permitted, permitted]);
                rendered += permitted === "Anonymous" || permitted === "name withheld" ? 0 : 1;
              }
            }),
          true,
        );
      }),
      { numRuns: 150 },
    );
    expect(rendered).toBeGreaterThan(500);
    store.close();
  });

  test("in what is in print nobody is suddenly named by a default that they gave afterwards", () => {
    const store = furnish();
    publish(store, outputs[1] as Output, "2026-02-01" as Day);
    addNaming(
      store,
      1,
      "default",
      { form: "full", wording: undefined, how: "e-mail", on: "2026-03-01" as Day },
      "test",
    );
    const facts = namingFacts(store);
    expect(outputs.map((o) => String(printed(nameOf(facts, 1, o, "public"))))).toEqual([
      "Tamsin Kerr",
      "name withheld",
      "Tamsin Kerr",
    ]);
    store.close();
  });

  test("that it was printed before they had said anything is no wish of theirs: one that is found late counts", () => {
    const store = furnish();
    const paper = outputs[1] as Output;
    publish(store, paper, "2026-02-01" as Day);
    const usual = { form: "full", wording: undefined, how: "e-mail", on: "2026-03-01" as Day } as const;
    addNaming(store, 1, "default", usual, "test");
    expect(saidOn(store, 1, paper)).toBeNull();
    addNaming(store, 1, paper, { ...usual, form: "undecided", on: "2026-03-04" as Day }, "test");
    expect(saidOn(store, 1, paper)).toBe("2026-03-04");
    store.close();
  });
});
