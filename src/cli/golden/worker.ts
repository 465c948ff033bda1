// The worker that computes golden vectors: it is sent the units one by one, and answers each with the text of its file.
import { generate, type Unit } from "../../../golden/files.ts";
import { answering } from "../answering.ts";

answering((unit) => generate(unit as Unit));
