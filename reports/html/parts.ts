import { html, type Html, type Part } from "./html.ts";

/** A part of the page, under its heading. */
export function section(id: string, title: string, ...content: readonly Part[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`;
}

/** Something wide, which scrolls by itself on a narrow screen, with the keyboard too. */
export function scroller(name: string, content: Html): Html {
  return html`<div class="scroller" role="region" aria-label="${name}, table" tabindex="0">${content}</div>`;
}

/** Text as it stands, in a box. */
export function block(text: string): Html {
  return html`<pre>${text}</pre>`;
}

/** A link, where the address is one that a reader can follow; else the address as text. */
export function link(address: string, text: string = address): Html {
  return /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${text}</a>`
    : html`<span>${address}</span>`;
}
