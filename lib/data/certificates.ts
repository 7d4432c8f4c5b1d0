import type { Db } from "@/lib/data/client";

/** Issues the first paper of a registration under its verification code. */
export async function insertCertificate(
  db: Db,
  certificate: { code: string; registrationId: string; issuedAt: Date },
): Promise<void> {
  await db.certificate.create({ data: { ...certificate, serial: 1 }, select: { code: true } });
}
