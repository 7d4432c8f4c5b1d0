import { notFound } from "next/navigation";

/** Every address that no page answers to, so that its 404 stands in the language of the address. */
export default function Unknown(): never {
  notFound();
}
