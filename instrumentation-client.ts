import { config } from "zod/v4/core";

// Zod would try whether it may make code out of text; our content policy forbids it, and each try would be reported.
config({ jitless: true });
