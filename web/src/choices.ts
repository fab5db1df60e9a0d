import type { Event, Status } from "../../src/model/index.js";

/** Choices of filters. Written out, so that the page needs no schema library; the types see to it that they are the model's. */

const all =
  <Value extends string>() =>
  <const Values extends readonly Value[]>(values: Values & (Exclude<Value, Values[number]> extends never ? unknown : never)): Values =>
    values;

export const STATUSES = all<Status>()(["occurred", "ongoing", "planned", "conditional", "denied", "alleged"]);

export const EVENT_TYPES = all<Event["type"]>()([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);
