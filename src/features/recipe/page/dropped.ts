/** Bytes in which the name of the format stands, if it is one. */
const HEAD = 400;

/** Whether a file holds a recipe, by its first member, so that it is not taken for an export. */
export async function beginsAsRecipe(blob: Blob): Promise<boolean> {
  try {
    return /^\uFEFF?\s*\{\s*"format"\s*:\s*"doublet-recipe"/.test(await blob.slice(0, HEAD).text());
  } catch {
    // What cannot be read is refused by whoever reads it whole.
    return false;
  }
}
