/** Layers by the name of the command that lists them, in the order of DESIGN's table of commands. */
export const READ_LAYERS = ["statements", "actors", "times", "figures", "places", "positions", "meetings"] as const;
export type ReadLayer = (typeof READ_LAYERS)[number];

/** Layers that the model knows and this version does not read. */
export const UNREAD_LAYERS = ["events"] as const;

/** What there is to say of a layer that is not read: that nothing is known is not that there is nothing. */
export const notReadYet = (layer: string): string =>
  `${layer} are not read yet: this version reads ${READ_LAYERS.join(", ").replace(/, (\w+)$/, " and $1")}. ` +
  `That none are listed says nothing about the stories.`;
