import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";

/**
 * Checks JUnit XML by `junit.xsd`, which lies beside this file.
 *
 * @throws Error for a document that is not well-formed or not valid.
 */
export function assertJunit(text: string): void {
  using schema = XmlDocument.fromBuffer(readFileSync(new URL("junit.xsd", import.meta.url)));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(text);
  validator.validate(document);
}
