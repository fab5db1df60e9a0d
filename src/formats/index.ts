export type { Format } from "./format.js";
export { INPUT_ERROR_CODES, InputError, type InputErrorCode } from "./input-error.js";
export type { FormatOptions, Received } from "./received.js";
export { FORMATS, recognise } from "./registry.js";
export { type ReceivedStory, storiesOf } from "./stories.js";
