import { closeDatabase } from "@/lib/data/client";
import { wallTime } from "@/lib/ports/clock";
import { loadFieldData } from "./load-field-data";

await loadFieldData(wallTime());
await closeDatabase();
