import { pathToFileURL } from "node:url";
import { closeDatabase } from "@/lib/data/client";
import { enqueueEvery, startWorkers } from "@/lib/data/jobs";
import { wallTime } from "@/lib/ports/clock";
import { askForReviews } from "@/lib/services/ask-for-reviews";
import { keepEntryTimes } from "@/lib/services/entry-times";
import { carryOutErasures } from "@/lib/services/carry-out-erasures";
import { endOldDrafts } from "@/lib/services/end-old-drafts";
import { forgetThePast } from "@/lib/services/forget-the-past";
import { sendMail } from "@/lib/services/mail/send-mail";
import { officeTime } from "@/lib/services/office-time";
import { reconcileNumbers } from "@/lib/services/reconcile-numbers";
import { runOfficeClock } from "@/lib/services/run-office-clock";
import { tellOfChanges } from "@/lib/services/tell-of-change";
import { tellOfListed } from "@/lib/services/tell-of-listed";
import { sweepDocuments } from "@/lib/services/sweep-documents";

const minute = 60;

/** Does what waits and ticks once a minute, however many workers there are; gives the way to stop. */
export async function startWorker(): Promise<() => Promise<void>> {
  const stop = await startWorkers({
    send_mail: sendMail,
    office_clock: async () => {
      const now = await officeTime();
      await runOfficeClock(now);
      await keepEntryTimes(now);
      await tellOfListed(now);
      await tellOfChanges(now);
      await forgetThePast();
      // One tick of each hour, whichever worker has it.
      if (wallTime().getUTCMinutes() === 0) {
        await endOldDrafts(now);
        await sweepDocuments(now);
        await carryOutErasures(now);
        await askForReviews(now);
      }
      // Last, since it reads everything: nothing else waits for it.
      await reconcileNumbers(now);
    },
  });

  // A tick that does not come through is made up for by the next one.
  const tick = () => void enqueueEvery(minute, "office_clock", {}).catch(() => undefined);
  tick();
  const ticking = setInterval(tick, minute * 1000);
  ticking.unref();

  return async () => {
    clearInterval(ticking);
    await stop();
  };
}

// `npm run worker`: a process of its own, where there are many.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const stop = await startWorker();
  console.log(JSON.stringify({ event: "worker_started" }));
  const end = () =>
    void stop()
      .then(closeDatabase)
      .then(() => process.exit());
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
