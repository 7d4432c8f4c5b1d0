const sessionTouched = "sessiontouched";

/** The server has heard from this tab: the session lasts anew. */
export function touchSession(): void {
  window.dispatchEvent(new Event(sessionTouched));
}

/** Hears each time the server has heard from this tab; answers with how to stop hearing. */
export function whenSessionTouched(hear: () => void): () => void {
  window.addEventListener(sessionTouched, hear);
  return () => window.removeEventListener(sessionTouched, hear);
}
