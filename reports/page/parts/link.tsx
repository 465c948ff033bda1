import { oneLine } from "../../text.ts";

/** A link, where the address is one that a reader can follow; else the address as text. */
export function Link({ address }: { readonly address: string }) {
  return /^https?:\/\//i.test(address) ? (
    <a href={address} rel="noopener noreferrer">
      {oneLine(address)}
    </a>
  ) : (
    <span>{oneLine(address)}</span>
  );
}
