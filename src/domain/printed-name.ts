/** A name in parts, as far as somebody said which part is which. */
export interface NameParts {
  readonly style: "western" | "eastern" | "given-only";
  readonly surname: string | null;
  readonly given: string | null;
}

/**
 * A printed name with its family name told apart, where that stands at its beginning or end; null where nobody said which part it is.
 * Nothing is guessed: the last word of a name is not the family name everywhere.
 */
export function nameParts(name: string, surname: string | null): NameParts | null {
  const family = surname?.trim();
  if (!family) return null;
  if (name === family) return { style: "western", surname: family, given: null };
  if (name.endsWith(` ${family}`))
    return { style: "western", surname: family, given: name.slice(0, -family.length).trim() };
  if (name.startsWith(`${family} `))
    return { style: "eastern", surname: family, given: name.slice(family.length).trim() };
  return null;
}
