/** Layers by the name of the command that lists them, in the order of DESIGN's table of commands. */
export const READ_LAYERS = ["statements", "actors", "times", "figures", "places", "events", "positions", "meetings"] as const;
export type ReadLayer = (typeof READ_LAYERS)[number];
