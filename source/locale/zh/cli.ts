import type {CliWords} from '../en/cli.js';

/** The command line's words in Chinese. */
export const cliZh = {
	help: (version: string) => `tcp-tui ${version}：两个真实运行的 TCP 端点，以及它们之间的线路

  tcp-tui [SCENARIO]            实验；SCENARIO 是内置场景名或文件
  tcp-tui run SCENARIO|-        不开界面直接运行，打印时序图
  tcp-tui drill FILE.pkt...     运行 packetdrill 脚本（文件或目录）
  tcp-tui scenarios             列出内置场景

  --profile textbook|linux|freebsd   两台主机的行为（textbook）
  --seed N                      随机种子，0 到 4294967295
  --delay D --jitter D          链路延迟及其抖动：200ms、1.5s
  --rate R --queue N            链路速率，64kbps 或 1Mbps；可排队等待的报文数
  --loss P --duplicate P        丢失、重复、损坏、乱序的报文比例：5%
  --corrupt P --reorder P

  --speed X                     每秒走多少虚拟秒；1 为真实时间（否则为「观察」）
  --fps N                       每秒最多帧数，1 到 60（30）
  --lang en|zh                  语言（否则按系统区域设置）
  --ascii                       只用 ASCII 字符绘制
  --no-color                    不用颜色（也可用 NO_COLOR）

  --format F                    用于 run：text、json、packetdrill、none
  --host client|server          用于 packetdrill：从哪台主机看
  -o, --output FILE             用于 run：写入 FILE
  --json, --verbose, --watch    用于 drill：每个脚本一行 JSON；多说一些；逐步看
  -D NAME=VALUE                 用于 drill：脚本中的 NAME 代表什么
  --help, --version

实验中按 ? 看按键，按 q 退出。
`,
	unknownFlag: (flag: string) => `未知选项 ${flag}；tcp-tui --help 列出全部选项`,
	misplaced: (flag: string, owner: string) => `${flag} 只用于 ${owner}：tcp-tui ${owner} ... ${flag}`,
	badValue: (flag: string, allowed: string, got: string) => `${flag} 应为${allowed}，实为 ${got}`,
	allowed: {
		choice: (choices: readonly string[]) => ` ${choices.join(' 或 ')}`,
		duration: '时长，如 200ms、1.5s 或 2min',
		rate: '速率，如 64kbps 或 1Mbps',
		share: ' 0% 到 100%',
		whole: (least: number, most: number) => ` ${least} 到 ${most} 的整数`,
		factor: '大于 0 的数',
		file: '文件名',
		format: '格式名',
		define: ' NAME=VALUE',
		once: '只给一次',
	},
	nothing: '空',
	noTerminal: '实验需要能绘制并读取按键的终端；tcp-tui run SCENARIO 可改为打印文本',
	dumbTerminal: '实验无法在 TERM=dumb 上绘制；tcp-tui run SCENARIO 可改为打印文本',
	oneScenario: (words: string) => `实验只打开一个场景（内置名或文件），实为 ${words}`,
	keysFromInput: '实验从输入读取按键，不读取场景；tcp-tui run - 可以',
	brokenOutput: code => `标准输出无法写入（${code}）；--output FILE 写到文件`,
	internal: (message: string) => `内部错误：${message}`,
} satisfies CliWords;
