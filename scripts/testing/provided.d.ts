declare module "vitest" {
  interface ProvidedContext {
    /** What makes the random sequences of this run; the same seed makes the same. */
    seed: number;
    /** How often a race is run, how many random sequences a property test drives, and how often the app is killed. */
    rounds: { races: number; sequences: number; kills: number };
  }
}

export {};
