/** An element that was opened: its name and its attributes, still escaped. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const token =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<!doctype html>|<(?<close>\/?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gy;

/**
 * Reads a document strictly: every element is closed in order, every attribute is in double quotes, every `&` starts a
 * known entity, and no character is one that XML forbids or that acts on a terminal or on the direction of writing.
 *
 * @returns every element that was opened, in order.
 * @throws Error with what stands at the first offence.
 */
export function readMarkup(document: string): Tag[] {
  const forbidden = /[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}|[\ufffe\uffff]/u.exec(document);
  if (forbidden !== null)
    throw new Error(`character ${String(forbidden[0].codePointAt(0))} at ${String(forbidden.index)}`);
  const entity = /&(?!(?:amp|lt|gt|quot|#39);)/.exec(document);
  if (entity !== null) throw new Error(`a bare & at ${document.slice(entity.index, entity.index + 40)}`);
  const tags: Tag[] = [];
  const open: string[] = [];
  let end = 0;
  for (const match of document.matchAll(token)) {
    end = match.index + match[0].length;
    const { name, close, attributes, empty } = match.groups!;
    if (name === undefined) continue;
    if (close === "/") {
      const expected = open.pop();
      if (expected !== name) throw new Error(`</${name}> closes <${String(expected)}>`);
      continue;
    }
    const pairs = [...attributes!.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(
      ([, key, value]) => [key!, value ?? ""] as const,
    );
    tags.push({ name, attributes: new Map(pairs) });
    if (empty !== "/") open.push(name);
  }
  if (end !== document.length) throw new Error(`no markup at ${document.slice(end, end + 40)}`);
  if (open.length > 0) throw new Error(`<${open.join("> <")}> left open`);
  return tags;
}
