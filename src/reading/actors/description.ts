import type { Range } from "./sight.js";

/**
 * What a noun phrase says of whom it means, before it is known who that is. `range` are the words of the mention: titles and name, no
 * apposition behind.
 */
export type Description =
  | {
      readonly type: "person";
      readonly head: number;
      readonly range: Range;
      readonly name: Range;
      readonly role: RoleOf | null;
      readonly gender: "m" | "f" | null;
      /** Head of the body in the title whose function it is ("dockers' union" before "leader X"), which is described on its own; -1 for none. */
      readonly employer: number;
    }
  | {
      readonly type: "role";
      readonly head: number;
      readonly range: Range;
      readonly role: RoleOf;
      readonly plural: boolean;
      readonly definite: boolean;
    }
  | {
      readonly type: "country";
      readonly head: number;
      readonly range: Range;
      readonly country: string;
      readonly form: "name" | "demonym" | "people" | "capital" | "metonym";
    }
  | {
      readonly type: "body";
      readonly head: number;
      readonly range: Range;
      /** Its own name within the phrase: "Brask Lines" of "Danish shipping company Brask Lines". The whole phrase where it has none. */
      readonly own: Range;
      /** A short form that the text gives it there: "(NUDW)", ", or OIF,"; null for none. */
      readonly alias: string | null;
      /** Whether the words often mean another than that organization of the tables: "the Commission". */
      readonly ambiguous: boolean;
      readonly organization: string | null;
      readonly country: string | null;
      readonly noun: string;
      readonly standsForState: boolean;
      readonly definite: boolean;
      readonly named: boolean;
      /** "three trawlers", "the authorities". */
      readonly plural: boolean;
      /** Ships, crews and crowds: they act, and are no organization. */
      readonly group: boolean;
    }
  | {
      readonly type: "group";
      readonly head: number;
      readonly range: Range;
      readonly country: string | null;
      readonly organization: string | null;
      readonly hides: boolean;
      /** With a state or body beside them they are it: "Russian troops". */
      readonly standsFor: boolean;
    }
  | { readonly type: "pronoun"; readonly head: number; readonly range: Range };

/** Descriptions of one type. */
export type DescriptionOf<Type extends Description["type"]> = Extract<Description, { readonly type: Type }>;

/** A function of a person as the text gives it, and whom such a person speaks for. */
export interface RoleOf {
  /** As written, without article and name: "Kremlin spokesman". */
  readonly words: string;
  /** Key of the role table: "spokesman". */
  readonly noun: string;
  readonly gender: "m" | "f" | null;
  readonly speaksFor: "state" | "body" | "self";
  readonly hides: boolean;
  /** Country and organization that its modifiers name ("NATO", "of Ethiopia"), and the head word of a possessor ("his", "Vinh's"). */
  readonly country: string | null;
  readonly organization: string | null;
  readonly possessor: number;
  /** Head word of a body that is not of the tables and whose function it is ("Interior Ministry", "for the Interior Ministry"); -1 for none. */
  readonly employer: number;
}
