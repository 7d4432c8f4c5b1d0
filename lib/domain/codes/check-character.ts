const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The check character of ISO 7064 MOD 37,36 for a text of digits and capital letters. */
export function checkCharacter(text: string): string {
  const carry = [...text].reduce((product, character) => {
    const sum = (product + alphabet.indexOf(character)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return alphabet.charAt((37 - carry) % 36);
}

/** Whether the last character is the check character of what stands before it. */
export function hasCheckCharacter(text: string): boolean {
  return /^[0-9A-Z]{2,}$/.test(text) && checkCharacter(text.slice(0, -1)) === text.slice(-1);
}
