/** "1 story", "3 stories"; thousands are parted: "12,000 stories". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
