/** The list of scripts of `drill --watch` as texts: their folder once, in the heading, and what tells each from its neighbours. */
import type {FilesView, WatchFile} from '../../app/watch/watch-type.js';
import {cells, clip, clipStart, pad} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';

/** The end of a path tells it from its neighbours: where it is too long, its beginning goes. */
const endOf = (name: string, width: number): string => (cells(name) <= width ? name : `~${clipStart(name, width - 1)}`);

type Room = {readonly columns: number /** Letters of the folder that all names begin with. */; readonly shared: number};

/** What came of it, its name, and where or why it went wrong, as much as there is room for. */
function fileText({result, name, line, error}: WatchFile, {watch}: Catalogue, {columns, shared}: Room): string {
	const widest = Math.max(...Object.values(watch.results).map(cells));
	const place = watch.fileLine(line);
	const least = error === undefined && place !== '' ? cells(place) + 2 : 0;
	const own = endOf(name.slice(shared), columns - widest - 2 - least);
	return clip(`${pad(watch.results[result], widest)}  ${own}  ${error ?? place}`.trimEnd(), columns);
}

/** With its slash; empty: they have none in common. */
function sharedFolder([first, ...others]: readonly WatchFile[]): string {
	let folder = first?.name.replace(/[^/]*$/, '') ?? '';
	while (folder !== '' && !others.every(({name}) => name.startsWith(folder))) folder = folder.replace(/[^/]*\/$/, '');
	return folder;
}

type FileTexts = {readonly title: string; readonly part: string; readonly texts: readonly string[]};

/** Of those that are to be seen. `columns`: of the screen; the texts leave two for the pointer. */
export function fileTexts({files, top, limit}: FilesView, words: Catalogue, columns: number): FileTexts {
	const {watch, menus} = words;
	const folder = sharedFolder(files);
	const part = files.length > limit ? menus.part(top + 1, Math.min(top + limit, files.length), files.length) : '';
	const room = columns - cells(watch.filesTitle(files.length, ' ')) - cells(part) - headingCells;
	const title = watch.filesTitle(files.length, endOf(folder, room));
	const texts = files.slice(top, top + limit).map(file => fileText(file, words, {columns: columns - 2, shared: folder.length}));
	return {title, part, texts};
}

/** `-- ` and ` --` of the heading, and a gap before what stands at its right. */
const headingCells = 8;
