/** How many of the people an observation counts had taken part in a project, as its note says; null where it says nothing. */
export function peopleInPractice(note: string): number | null {
  const found = /of whom (\d+) professionals\b/.exec(note)?.[1];
  return found === undefined ? null : Number(found);
}
