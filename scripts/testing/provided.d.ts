declare module "vitest" {
  interface ProvidedContext {
    /** What makes the random sequences of this run; the same seed makes the same. */
    seed: number;
    /** How often a race is run, and how many random sequences a property test drives. */
    rounds: { races: number; sequences: number };
  }
}

export {};
