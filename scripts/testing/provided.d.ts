declare module "vitest" {
  interface ProvidedContext {
    /** How often a race is run, and how many random sequences a property test drives. */
    seed: number;
    rounds: { races: number; sequences: number };
  }
}

export {};
