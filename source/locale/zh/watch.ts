/** The words of `drill --watch` in Chinese. */
import type {WatchKeyId} from '../../app/watch/watch-keymap.js';
import type {WatchMessage} from '../../app/watch/watch-type.js';
import type {HostName} from '../../sim/action.js';
import type {LineMark} from '../../view/watch/script-rows.js';
import type {WatchWords} from '../en/watch.js';

const hosts: Readonly<Record<HostName, string>> = {client: '客户端', server: '服务器'};

const keys: Readonly<Record<WatchKeyId, string>> = {
	next: '下一事件',
	previous: '后退',
	'far-next': '前进十个事件',
	'far-previous': '后退十个事件',
	first: '开头',
	last: '末尾',
	failure: '失败处',
	play: '播放',
	faster: '加快',
	slower: '减慢',
	older: '前一个报文',
	newer: '后一个报文',
	details: '报文详情',
	numbers: '序号：相对、绝对',
	again: '重新运行',
	files: '文件',
	help: '帮助',
	quit: '退出',
};

const outcomes: Readonly<Record<LineMark, string>> = {
	passed: '符合预期',
	failed: '失败',
	tolerated: '不同，但容忍',
	unsupported: '不支持',
	waits: '等待',
};

function message(of: WatchMessage): string {
	switch (of.code) {
		case 'again':
			return '已重新读取并运行。';
		case 'at-first':
			return '这里是开头。';
		case 'at-last':
			return '这里是末尾。';
		case 'no-failure':
			return '这里没有失败。';
		case 'no-packet':
			return '这个事件与报文无关。';
		case 'one-file':
			return '只有这一个文件。';
		case 'choose':
			return 'Up、Down 选择，Enter 打开，q 退出。';
		case 'held':
			return '先按 Esc 关闭。';
		case 'unknown':
			return '这个键在此没有意义。? 显示全部按键。';
		case 'fastest':
			return '不能再快了。';
		case 'slowest':
			return '不能再慢了。';
		case 'unreadable':
			return of.error;
	}
}

export const watchZh = {
	progress: (at: number, total: number) => `事件 ${at}/${total}`,
	results: {pass: '通过', fail: '失败', unsupported: '不支持', error: '错误'},
	playing: '播放中',
	underTest: (host: HostName) => `${hosts[host]}（被测）`,
	plays: (host: HostName) => `脚本扮演${hosts[host]}`,
	field: '字段',
	event: '事件',
	expected: '预期',
	actual: '实际',
	sent: (first: number, last: number) => (first === last ? `已发出：#${first}` : `已发出：#${first} 到 #${last}`),
	nothingSent: '什么也没有发出',
	arrives: '脚本发出',
	does: {call: '应用程序调用', command: '脚本设置', code: '脚本断言', unsupported: '脚本要求'},
	begin: ['脚本还没有开始。', '.  下一事件', '空格  播放'],
	script: (name: string) => `脚本：${name}`,
	part: (first: number, last: number, total: number) => `第 ${first}-${last} 行，共 ${total} 行`,
	marks: {passed: '通过', failed: '失败', tolerated: '容忍', unsupported: '暂无', waits: '...'},
	outcome: (line: number, mark: LineMark) => `第 ${line} 行：${outcomes[mark]}`,
	beforeFirst: '还没有检查任何事件',
	differs: (fields: readonly string[]) => `${fields.join('、')}${/[a-z]$/.test(fields.at(-1) ?? '') ? ' ' : ''}不同`,
	same: '相同',
	key: (id: WatchKeyId) => keys[id],
	pause: '暂停',
	message,
	helpTitle: 'drill --watch：按键',
	detailsHints: ' [ ] 其他报文  Esc 返回',
	helpHints: ' Esc 返回',
	legend: [
		'通过  与脚本所说一致    失败  不一致：运行到此为止',
		'容忍  不同但放行（--non_fatal）    暂无  不支持    ...  等待中的调用',
		'*  不同之处；面板中为最新事件改变的值',
		'=====[SYN]>  脚本预期的    -----[SYN]>  端点发出的',
	],
	filesTitle: (count: number, folder: string) => `drill --watch：${folder === '' ? '' : `${folder} 中的 `}${count} 个脚本`,
	filesHints: ' Up Down 选择  Enter 打开  q 退出',
	fileLine: (line: number | undefined) => (line === undefined ? '' : `第 ${line} 行`),
} satisfies WatchWords;
