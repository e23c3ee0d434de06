import type {Patch} from '../patch.js';

/** What React and Ink's bridge to it bring for other hosts than a terminal: a browser's page, a server, developer tools. */
export const reactPatches: readonly Patch[] = [
	{
		file: 'react-reconciler/cjs/react-reconciler.production.js',
		sha256: '9eab580c6ec67255',
		why: 'Ink tells it that its host cannot do these things, but only when it runs; told now, a fifth of it is left out. What it writes about an error goes nowhere.',
		edits: [
			{
				find: 'function getStackByFiberInDevAndProd(workInProgress) {',
				put: "function getStackByFiberInDevAndProd(workInProgress) { return '';",
			},
			{find: 'exports.findHostInstance = findHostInstance;', put: ''},
			{find: 'workInProgress = getComponentNameFromType(current) || current;', put: 'workInProgress = current;'},
		],
		without: [
			...['updateSuspenseComponent', 'updateSuspenseListComponent', 'updateActivityComponent', 'updateOffscreenComponent'],
			...['recursivelyTraverseReappearLayoutEffects', 'recursivelyTraverseDisappearLayoutEffects'],
			...['recursivelyTraverseReconnectPassiveEffects', 'recursivelyTraverseDisconnectPassiveEffects'],
			...['recursivelyTraverseAtomicPassiveEffects', 'mountActionState', 'updateActionState', 'rerenderActionState'],
			...['useMemoCache', 'useId', 'useOptimistic', 'useTransition', 'useDeferredValue', 'useImperativeHandle', 'useCacheRefresh'],
			...['attemptContinuousHydration', 'attemptHydrationAtCurrentPriority', 'attemptSynchronousHydration', 'createHydrationContainer'],
			...['createComponentSelector', 'createHasPseudoClassSelector', 'createRoleSelector', 'createTestNameSelector', 'createTextSelector'],
			...['findBoundingRects', 'focusWithin', 'getFindAllNodesFailureDescription', 'observeVisibleRects'],
			...['createPortal', 'findHostInstanceWithNoPortals', 'findHostInstanceWithWarning', 'getPublicRootInstance'],
			...['deferredUpdates', 'flushSyncFromReconciler', 'injectIntoDevTools', 'startHostTransition'],
		],
		known: {
			supportsHydration: 'false',
			isHydrating: 'false',
			supportsPersistence: 'false',
			supportsResources: 'false',
			supportsSingletons: 'false',
			supportsTestSelectors: 'false',
			supportsMutation: 'true',
			supportsMicrotasks: 'true',
			mountActionState: 'undefined',
			updateActionState: 'undefined',
			rerenderActionState: 'undefined',
			useMemoCache: 'undefined',
		},
	},
	{
		file: 'react/cjs/react.production.js',
		sha256: '0b5529981841afa1',
		why: 'Neither Ink nor the screens use these.',
		edits: [
			{find: 'exports.Children = Children;', put: ''},
			{find: 'exports.addTransitionType = addTransitionType;', put: ''},
			{find: 'exports.startTransition = startTransition;', put: ''},
			{find: 'exports.isValidElement = isValidElement;', put: ''},
		],
		without: [
			...['cache', 'cacheSignal', 'cloneElement', 'createRef', 'lazy', 'memo', 'unstable_useCacheRefresh', 'use', 'useActionState'],
			...['useDeferredValue', 'useId', 'useImperativeHandle', 'useOptimistic', 'useReducer', 'useTransition'],
		],
	},
	{
		file: 'ink/build/reconciler.js',
		sha256: '8564ed65454e346f',
		why: 'The developer tools need a top-level await, which a CommonJS bundle cannot have.',
		edits: [
			{find: "await import('./devtools.js');", put: ''},
			{find: "import.meta.resolve('react-devtools-core');", put: ''},
			{find: 'const loaded = await loadPackageJson();', put: 'const loaded = packageInfo;'},
		],
	},
	{
		file: 'ink/build/components/ErrorBoundary.js',
		sha256: 'dd320a410df18e2c',
		why: 'The overview of an error (stack-utils, code-excerpt) would be drawn on the alternate screen and vanish with it.',
		edits: [
			{find: "import ErrorOverview from './ErrorOverview.js';", put: ''},
			{find: 'React.createElement(ErrorOverview, { error: this.state.error })', put: 'null'},
		],
	},
];
