import { closeDatabase } from "@/lib/data/client";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { makeDemonstration, openingDay } from "./demonstration";
import { loadFieldData } from "./load-field-data";

await loadFieldData(env.demo ? openingDay : wallTime());
if (env.demo) await makeDemonstration(env.demoDay ?? addDays(officeDay(wallTime()), -1), (words) => console.log(words));
await closeDatabase();
