import { holdCredentials, type Credentials } from "@/lib/data/accounts";
import { transaction, type Db } from "@/lib/data/client";
import { refuse, type Refusal, type Result } from "@/lib/domain/result";

/** Does in one transaction what was judged right for an account, unless its password, its app or its standing changed since. */
export function whileUnchanged<T>(
  judged: Credentials,
  otherwise: Refusal,
  work: (db: Db) => Promise<Result<T>>,
): Promise<Result<T>> {
  return transaction(async (db) => {
    const account = await holdCredentials(db, judged.id);
    const isUnchanged =
      account?.status === "active" && account.passwordHash === judged.passwordHash && account.hasApp === judged.hasApp;
    return isUnchanged ? work(db) : refuse(otherwise);
  });
}
