export function words(line: string): string[];
