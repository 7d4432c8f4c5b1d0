// The journeys set their scenes through the stories, on the database of the app they visit.
import { readLock } from "../lock.mjs";
import { environmentFor, readSettings } from "../settings.mjs";
import journeys from "./journeys.json" with { type: "json" };

export default function setup() {
  Object.assign(process.env, journeys);
  const settings = readSettings();
  Object.assign(process.env, environmentFor(settings, readLock(settings.lockFile).url));
}
