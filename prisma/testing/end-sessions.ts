import { database } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import { wallTime } from "@/lib/ports/clock";

/** Ends every session of an account, as changing its password elsewhere would. */
export async function endSessions(email: string): Promise<void> {
  const { id } = await database.account.findUniqueOrThrow({ where: { email }, select: { id: true } });
  await endSessionsOf(database, id, wallTime());
}
