import { oneLine } from "../../text.ts";
import { hrefOf } from "../model/route.ts";

/** What an address that leads nowhere shows. */
export function Missing({ what }: { readonly what: string }) {
  return (
    <>
      <h1>There is no {oneLine(what)} in this run</h1>
      <p>
        The address may be of another run. <a href={hrefOf([])}>The verdict of this one</a> leads to all there is.
      </p>
    </>
  );
}
