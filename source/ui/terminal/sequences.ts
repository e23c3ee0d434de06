const showCursor = '\x1b[?25h';
const plainText = '\x1b[0m';
const plainPaste = '\x1b[?2004l';
const unsynchronized = '\x1b[?2026l';
const leaveAlternateScreen = '\x1b[?1049l';

/** Harmless where nothing is to be undone; said after each end of the screen. */
export const restore = plainText + plainPaste + unsynchronized + showCursor;

/** For an end in which Ink could not clean up. Leaving twice would move the cursor, so this is not part of `restore`. */
export const abandon = unsynchronized + plainText + leaveAlternateScreen + plainPaste + showCursor;
