/** So often something is asked of a professional before it is decided, unless a supervisor allows once more. */
export const usualRounds = 2;

/** How often at most something is asked of a filing's professional: once more where a supervisor allowed it. */
export function mostRounds({ extraRound }: { extraRound: boolean }): number {
  return extraRound ? usualRounds + 1 : usualRounds;
}

/** So many working days at most are added to the time to answer a request, once. */
export const mostExtraDays = 10;
