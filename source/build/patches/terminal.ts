import type {Patch} from '../patch.js';

/** The lab on its terminal: from the first screen to the last. */
export const terminalPatches: readonly Patch[] = [
	{
		file: 'ink/build/ink.js',
		sha256: 'f632f6176e593183',
		why: `After a resize nothing on the terminal is where it was: all is painted anew, at once, when React has drawn for the new size.
A frame goes out in one write, not in three: each wakes the terminal. No developer tools; the keyboard is asked no questions.`,
		edits: [
			{find: 'import ansiEscapes', put: 'import * as ansiEscapes'},
			{find: "if (process.env['DEV'] === 'true') {", put: 'if (false) {'},
			{find: 'this.initKittyKeyboard();', put: ''},
			{
				find: `if (sync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);
                if (sync && shouldWrite) {
                    this.options.stdout.write(esu);
                }`,
				put: `this.options.stdout.cork();
                if (sync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);
                if (sync && shouldWrite) {
                    this.options.stdout.write(esu);
                }
                this.options.stdout.uncork();`,
			},
			{
				find: `resized = () => {
        const currentWidth = getWindowSize(this.options.stdout).columns;
        if (currentWidth < this.lastTerminalWidth) {
            // We clear the screen when decreasing terminal width to prevent duplicate overlapping re-renders.
            this.log.clear();
            this.lastOutput = '';
            this.lastOutputToRender = '';
        }`,
				put: `resized = () => setImmediate(() => {
        if (this.isUnmounted || this.isSuspended) return;
        const currentWidth = getWindowSize(this.options.stdout).columns;
        this.options.stdout.write(ansiEscapes.clearTerminal);
        this.log.reset();
        this.lastOutput = '';
        this.lastOutputToRender = '';
        this.lastOutputHeight = 0;`,
			},
			{
				find: `this.onRender();
        this.lastTerminalWidth = currentWidth;
    };`,
				put: `this.onRender();
        this.lastTerminalWidth = currentWidth;
    });`,
			},
		],
		without: [
			'initKittyKeyboard',
			'confirmKittySupport',
			'enableKittyProtocol',
			'patchConsole',
			'hasPendingConcurrentWork',
			'awaitNextRender',
		],
		known: {
			'this.options.debug': 'false',
			'options.debug': 'false',
			'this.options.concurrent': 'false',
			'options.concurrent': 'false',
			'this.isConcurrent': 'false',
			'options.patchConsole': 'false',
			'this.interactive': 'true',
			'this.kittyProtocolEnabled': 'false',
			'this.cancelKittyDetection': 'undefined',
			'this.nextRenderCommit': 'undefined',
		},
	},
	{
		file: 'ink/build/components/App.js',
		sha256: 'd1a137fe13429edc',
		why: 'One component hears all keys, and the store has a clock of its own: nothing asks Ink for focus or animation.',
		edits: [
			{find: '}, [isFocusEnabled, focusNext, focusPrevious]);', put: '}, []);'},
			{
				find: `React.createElement(FocusContext.Provider, { value: focusContextValue },
                        React.createElement(AnimationContext.Provider, { value: animationContextValue },
                            React.createElement(CursorContext.Provider, { value: cursorContextValue },
                                React.createElement(ErrorBoundary, { onError: handleExit }, children)))))))));`,
				put: `React.createElement(CursorContext.Provider, { value: cursorContextValue },
                                React.createElement(ErrorBoundary, { onError: handleExit }, children)))))));`,
			},
			{find: '}, [clearAnimationTimer]);\n    // Determines', put: '}, []);\n    // Determines'},
			{find: '            clearAnimationTimer();\n        };', put: '        };'},
		],
		known: {
			'focusablesCountRef.current': '0',
			// So that those are left out which nothing uses any more.
			useCallback: '/* @__PURE__ */ useCallback',
			useMemo: '/* @__PURE__ */ useMemo',
		},
	},
	{
		file: 'ink/build/styles.js',
		sha256: 'aa1b1b4377e8b0e1',
		why: 'The layout has no method for these styles, so that a screen which asks for one would fail. It still fails.',
		edits: [
			{
				find: 'applyPositionStyles(node, style);',
				put: `for (const name in style) if (/^(?:position|top|right|bottom|left|padding|border|gap|columnGap|rowGap)/.test(name)) throw new Error(name);`,
			},
			{find: '    applyPaddingStyles(node, style);', put: ''},
			{find: '    applyBorderStyles(node, style, currentStyle);', put: ''},
			{find: '    applyGapStyles(node, style);', put: ''},
		],
	},
	{
		file: 'signal-exit/index.js',
		sha256: '7cc6f6a1e14dec79',
		why: 'Loading node:assert takes 2 ms of a start, for a callback that is one.',
		edits: [
			{find: "var assert = require('assert')", put: ''},
			{find: "assert.equal(typeof cb, 'function', 'a callback must be provided for exit handler')", put: ''},
		],
	},
	{
		file: 'ink/build/render.js',
		sha256: '5c0a43877ae084c4',
		why: 'It is given options, never a stream; loading node:stream takes 3 ms.',
		edits: [
			{find: "import { Stream } from 'node:stream';", put: ''},
			{find: 'if (stdout instanceof Stream) {', put: 'if (false) {'},
		],
	},
	{
		file: 'ink-select-input/build/Indicator.js',
		sha256: '7be5c53a2809bbf7',
		why: 'The menu has a pointer of its own.',
		edits: [
			{find: "import figures from 'figures';", put: ''},
			{find: 'figures.pointer', put: "'>'"},
		],
	},
	{
		file: 'ink/build/cursor-helpers.js',
		sha256: '05b91614dd4086b7',
		why: 'So that escape sequences which nobody writes are left out.',
		edits: [{find: 'import ansiEscapes', put: 'import * as ansiEscapes'}],
	},
	{
		file: 'ansi-escapes/base.js',
		sha256: 'e464e2fb56286617',
		why: "Leaving a full-height frame must not erase the terminal's scrollback; the alternate screen starts in its corner, where the cursor may not be.",
		edits: [
			{find: "import {isBrowser} from 'environment';", put: 'const isBrowser = false;'},
			{find: '{ESC}3J$', put: "{''}$"},
			{find: "ESC + '?1049h'", put: "ESC + '?1049h' + ESC + 'H'"},
		],
	},
	{
		file: 'terminal-size/index.js',
		sha256: 'e9869170041390b3',
		why: 'Asked only when the terminal tells no size; running programs to find one out would need node:child_process at the start.',
		edits: [
			{find: "import {execFileSync} from 'node:child_process';", put: ''},
			{find: 'return devTty() ?? tput() ?? resize() ?? fallback;', put: 'return fallback;'},
			{find: 'return tput() ?? fallback;', put: 'return fallback;'},
			{find: 'return devTty() ?? tput() ?? fallback;', put: 'return fallback;'},
		],
	},
];
