// The app as the journeys visit it: started as anybody would start it, with a demonstration of its own on a fixed day.
import { rmSync } from "node:fs";
import journeys from "./journeys.json" with { type: "json" };

Object.assign(process.env, journeys);
rmSync(new URL(`../../${journeys.DATA_DIR}`, import.meta.url), { recursive: true, force: true });
await import("../start.mjs");
