/** So often at most something is asked of a professional before it is decided. */
export const mostRounds = 2;

/** So many working days at most are added to the time to answer a request, once. */
export const mostExtraDays = 10;
