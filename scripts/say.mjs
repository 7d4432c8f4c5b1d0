// How the scripts speak: one plain line at a time, and a sentence that says what to do when something stops them.

/** Something the person at the keyboard can put right: shown as its sentence alone, without a stack. */
export class Stop extends Error {}

export const say = (line) => console.log(line);

/** Runs a script's main function; a Stop ends it with its sentence, anything else with its stack. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Whether the file of this `import.meta.url` is the one Node was started with. */
export const isMain = (url) => process.argv[1] !== undefined && url === new URL(`file://${process.argv[1]}`).href;
