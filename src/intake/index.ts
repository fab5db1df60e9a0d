export { bytesOf, type Input, inputsOf } from "./inputs.js";
export { type IntakeOptions, type IntakeProblem, type ReceivedStory, readReceived, receive, type Taken, take } from "./intake.js";
export { type NotRead, openReader, type Reader, type ReaderOptions } from "./reader.js";
