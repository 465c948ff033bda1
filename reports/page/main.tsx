import { render } from "preact";
import { App } from "./app.tsx";
import { modelOf } from "./model/model.ts";
import { unpack } from "../packed.ts";
import "./style/index.css";

const packed = document.querySelector("#run")?.textContent ?? "";
const page = document.querySelector("#page")!;
page.replaceChildren();
render(<App model={modelOf(unpack(packed))} />, page);
