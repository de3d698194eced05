import { affiliationsIn, type CreditedContributor } from "../domain/credits.ts";
import { nameOf, orcidOf } from "../domain/naming.ts";
import { type ContributorRow, contributorsOf } from "./authorship.ts";
import { namingFacts } from "./naming.ts";
import { unitName } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** What is printed beside the names of staff: their institution, else the unit; and their ORCID iD. */
const staffPrinted = (store: Store) =>
  new Map(
    store
      .all(sql.selectFrom("staff").select(["id", "institution", "orcid"]).orderBy("id"))
      .map((s) => [s.id, { institution: s.institution ?? unitName(store), orcid: s.orcid }]),
  );

/** Everybody who contributed to a paper, as the naming gate lets the public see them. */
export function creditedContributors(store: Store, paperId: number): CreditedContributor[] {
  const names = namingFacts(store);
  const staff = staffPrinted(store);
  const output = { kind: "paper", id: paperId } as const;
  const common = ({ row, roles }: ContributorRow) => ({
    ...{ id: row?.id ?? Number.MAX_SAFE_INTEGER, roles, surname: row?.surname ?? null },
    concluded: row?.concluded ?? null,
    agreed: row?.criteria.agreed ?? null,
    position: row?.position ?? null,
  });
  return contributorsOf(store, paperId).map((person): CreditedContributor => {
    const { by, row, staffName } = person;
    const chosen = affiliationsIn(row?.affiliation ?? null);
    if (by.kind === "member")
      return {
        ...common(person),
        naming: nameOf(names, by.id, output, "public"),
        orcid: orcidOf(names, by.id, output, "public"),
        affiliations: chosen,
      };
    const own = staff.get(by.id);
    return {
      ...common(person),
      naming: { shown: true, name: staffName ?? "", form: "staff" },
      orcid: own?.orcid ?? null,
      affiliations: chosen.length > 0 ? chosen : affiliationsIn(own?.institution ?? null),
    };
  });
}
