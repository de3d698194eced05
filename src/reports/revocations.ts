import { type Day, dayInWords } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import type { RevocationPlan } from "../domain/revocation.ts";
import { listed } from "../domain/text.ts";
import type { Named } from "./completions.ts";
import { list, type Report } from "./report.ts";

/** What was taken back of whom, in sentences; it counts until the day named. */
export function revokedSentences(plans: readonly RevocationPlan[], people: readonly Named[]): string[] {
  const knownAs = new Map(people.map((p) => [p.id, p.knownAs]));
  return plans.flatMap((plan) => {
    const name = `${ref("member", plan.personId)} ${knownAs.get(plan.personId) ?? ""}`.trim();
    const parts = plan.completions.map((c) => `${c.part.key} (completed ${dayInWords(c.completion.on)})`);
    const until = dayInWords(
      [...plan.completions, ...plan.waivers, ...plan.held].map((x) => x.on).reduce((a, b) => (a < b ? b : a)),
    );
    const what = [
      ...(parts.length > 0 ? [listed(parts)] : []),
      ...plan.waivers.map(
        (w) =>
          `the waiver of ${w.part?.key ?? "the whole course"} granted by ${w.waiver.grantedBy} on ${dayInWords(w.waiver.grantedOn)}`,
      ),
      ...plan.held.map((h) => `what was issued on ${dayInWords(h.held.issuedOn)}`),
    ];
    return [`Taken back from ${until} on, of ${name}: ${listed(what)}.`];
  });
}

/** What was taken back, as rows. */
export const revokedReport = (plans: readonly RevocationPlan[], people: readonly Named[]): Report => {
  const knownAs = new Map(people.map((p) => [p.id, p.knownAs]));
  return list(
    "Taken back",
    [
      { key: "ref", heading: "Ref" },
      { key: "known_as", heading: "Known as" },
      { key: "kind", heading: "Kind" },
      { key: "part", heading: "Part" },
      { key: "since", heading: "Counted from", kind: "day" },
      { key: "revoked_on", heading: "Until", kind: "day" },
      { key: "reason", heading: "Reason" },
    ],
    plans.flatMap((plan) => {
      const who = { ref: ref("member", plan.personId), known_as: knownAs.get(plan.personId) ?? null };
      const row = (kind: string, part: string | null, since: Day, on: Day) => ({
        ...{ ...who, kind, part, since, revoked_on: on, reason: plan.reason },
      });
      return [
        ...plan.completions.map((c) => row("completion", c.part.key, c.completion.on, c.on)),
        ...plan.waivers.map((w) => row("waiver", w.part?.key ?? "whole course", w.waiver.grantedOn, w.on)),
        ...plan.held.map((h) => row("requirement", null, h.held.issuedOn, h.on)),
      ];
    }),
    "Nothing.",
  );
};
