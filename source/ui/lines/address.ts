/** IPv4 in dotted decimals. */
export const addressText = (addr: number): string => [24, 16, 8, 0].map(shift => (addr >>> shift) & 255).join('.');
