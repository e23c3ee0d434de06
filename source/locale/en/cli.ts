/** The command line's words in English. */
export const cliEn = {
	help: (version: string) => `tcp-tui ${version}: two live TCP endpoints and the wire between them

  tcp-tui [SCENARIO]            the lab; SCENARIO is a built-in name or a file
  tcp-tui run SCENARIO|-        play it without a screen and print the ladder
  tcp-tui drill FILE.pkt...     run packetdrill scripts (files or folders)
  tcp-tui scenarios             list the built-in scenarios

  --profile textbook|linux|freebsd   how both hosts behave (textbook)
  --seed N                      the run's chance, 0 to 4294967295
  --delay D --jitter D          time on the link, its variation: 200ms, 1.5s
  --rate R --queue N            64kbps, 1Mbps; packets that may wait for it
  --loss P --duplicate P        shares of the packets that this happens to: 5%
  --corrupt P --reorder P

  --speed X                     virtual seconds a second; 1 is real time
  --fps N                       frames a second at most, 1 to 60 (30)
  --lang en|zh                  language of the words (else the locale's)
  --ascii                       draw with ASCII characters only
  --no-color                    draw without colours (also: NO_COLOR)

  --format F                    of run: text, json, packetdrill, none
  --host client|server          of packetdrill: whose view is written
  -o, --output FILE             of run: write to FILE
  --json, --verbose, --watch    of drill: JSON lines; more told; step by step
  -D NAME=VALUE                 of drill: what NAME stands for in the scripts
  --help, --version

In the lab ? shows the keys, q quits.
`,
	unknownFlag: (flag: string) => `unknown flag ${flag}; tcp-tui --help lists what there is`,
	misplaced: (flag: string, owner: string) => `${flag} is a flag of ${owner}: tcp-tui ${owner} ... ${flag}`,
	badValue: (flag: string, allowed: string, got: string) => `${flag} must be ${allowed}, got ${got}`,
	allowed: {
		choice: (choices: readonly string[]) => choices.join(' or '),
		duration: 'a duration, as in 200ms, 1.5s or 2min',
		rate: 'a rate, as in 64kbps or 1Mbps',
		share: '0% to 100%',
		whole: (least: number, most: number) => `a whole number from ${least} to ${most}`,
		factor: 'a number above 0',
		file: 'the name of a file',
		format: 'the name of a format',
		define: 'NAME=VALUE',
		once: 'given once',
	},
	nothing: 'nothing',
	noTerminal: 'the lab needs a terminal to draw on and to read keys from; tcp-tui run SCENARIO prints text instead',
	dumbTerminal: 'the lab cannot draw on TERM=dumb; tcp-tui run SCENARIO prints text instead',
	oneScenario: (words: string) => `the lab opens one scenario, a built-in name or a file, got ${words}`,
	keysFromInput: 'the lab reads keys from its input, no scenario; tcp-tui run - does',
	brokenOutput: (code: string) => `standard output cannot be written (${code}); --output FILE writes to a file`,
	internal: (message: string) => `internal error: ${message}`,
};

/** What every language says. */
export type CliWords = typeof cliEn;
