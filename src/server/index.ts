export { type Desk, type ServeOptions, serve } from "./serve.js";
