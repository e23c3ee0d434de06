/** Sequence numbers live on a circle of 2³² (RFC 9293 § 3.4): no `<`, no `+` on them anywhere but here. */

declare const seqBrand: unique symbol;
export type Seq = number & {readonly [seqBrand]: never};

/** Any number, taken modulo 2³². */
export const seq = (value: number): Seq => (value >>> 0) as Seq;

export const add = (a: Seq, octets: number): Seq => ((a + octets) >>> 0) as Seq;

/** Octets from a forward to b, 0 … 2³²−1. */
export const span = (a: Seq, b: Seq): number => (b - a) >>> 0;

/** Octets from a to b, negative when b lies behind a; meaningful within ±2³¹. */
export const offset = (a: Seq, b: Seq): number => (b - a) | 0;

/** a before b on the circle. Undefined 2³¹ apart (RFC 1982 § 3.2); windows stop at 2³⁰ (RFC 7323 § 2.3). */
export const before = (a: Seq, b: Seq): boolean => ((a - b) | 0) < 0;

export const atOrBefore = (a: Seq, b: Seq): boolean => ((a - b) | 0) <= 0;

/** Is a in [left, left + size)? */
export const inWindow = (a: Seq, left: Seq, size: number): boolean => (a - left) >>> 0 < size;

/** The one further on. */
export const later = (a: Seq, b: Seq): Seq => (before(a, b) ? b : a);
