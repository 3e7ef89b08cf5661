#include "tools/web/reason.h"

#include "src/error.h"

/* The English ones stand in src/refusal.c. */
static const char *const reasons[YS_N_REASONS] = {
	[YS_REASON_QUERY_LONG] = "查询有 {bytes} 字节，最多 {max} 字节。",
	[YS_REASON_QUERY_UTF8] = "查询不是有效的 UTF-8 文字。",
	[YS_REASON_NOTHING_ASKED] = "没有要查的内容：请写词语，或给出条件。",
	[YS_REASON_ONLY_EXCLUDES] = "查询里只有要排除的，请再写要找的。",
	[YS_REASON_NO_LETTERS] = "“{typed}”中没有可查的汉字、字母或数字。",
	[YS_REASON_MANY_WORDS] = "超过 {max} 个词。",
	[YS_REASON_MANY_SINGLES] = "单字超过 {max} 个，请写长一些的词。",
	[YS_REASON_OPEN_QUOTE] = "这个引号没有配对。",
	[YS_REASON_OPEN_BRACKET] = "这个括号没有配对。",
	[YS_REASON_CLOSING_BRACKET] = "这个括号没有配对。",
	[YS_REASON_EMPTY_BRACKETS] = "括号里没有内容。",
	[YS_REASON_DEEP_BRACKETS] = "括号套了 {max} 层以上。",
	[YS_REASON_DEEP_EXCLUSIONS] = "排除套了 {max} 层以上。",
	[YS_REASON_NO_EXCLUDED] = "没有写要排除什么。",
	[YS_REASON_LONE_AND] = "AND 两边都要有内容。",
	[YS_REASON_LONE_OR] = "OR 两边都要有内容。",
	[YS_REASON_MIXED_OR] = "条件和词语不能用 OR 相连，请分两次查。",
	[YS_REASON_MIXED_NOT] = "条件和词语不能一起排除，请分两次查。",
	[YS_REASON_EMPTY_FIELD] = "冒号后面没有内容。",
	[YS_REASON_NOT_COMPARED] = "只有金额和年度可以比较大小；其他字段后面请写冒号。",

	[YS_REASON_NO_TYPE] = "没有“{typed}”这种类型；可用 publication（公开文件）、section（文字说明）、table（表格）、"
			      "project（项目）、item（采购明细）、department（部门）、"
			      "line（预算科目）和 all（全部）。",
	[YS_REASON_NO_YEAR] = "“{typed}”不是可用的年度，请写：2023、2021..2024 或 2021..。",
	[YS_REASON_YEARS_BACKWARDS] = "年度“{typed}”先后颠倒了。",
	[YS_REASON_NO_KIND] = "没有“{typed}”这个种类；可用 预算、决算 和 其他。",
	[YS_REASON_NO_NAME] = "“{typed}”不是地区或部门的名称。",
	[YS_REASON_NO_AMOUNT] = "“{typed}”不是金额，请写 100万..1亿、>=500万 或 1,156.36（不写单位即万元）。",
	[YS_REASON_AMOUNTS_BACKWARDS] = "金额“{typed}”大小颠倒了。",
	[YS_REASON_NO_CODE] = "“{typed}”不是科目编码，也不是科目名称；请写 2010302、206*（206 以下全部）或 机关服务。",
	[YS_REASON_NO_PUBLICATION] = "“{typed}”不是公开文件的编号；搜索结果里有编号。",
	[YS_REASON_NO_ORDER] = "没有“{typed}”这种排序；可用 relevance（相关程度）、amount（金额）和 year（年度）。",
	[YS_REASON_NO_NUMBER] = "“{typed}”不是可用的 {name}，请写：不大于 {max} 的整数。",
	[YS_REASON_NO_OPTION] = "没有“{typed}”这个选项。",
	[YS_REASON_VALUE_LONG] = "{name}有 {bytes} 字节，最多 {max} 字节。",
	[YS_REASON_VALUE_UTF8] = "{name}不是有效的 UTF-8 文字。",

	[YS_REASON_VALUE_CONTROL] = "{name}中有控制字符。",
	[YS_REASON_VALUE_PERCENT] = "{name}中有一个百分号，后面缺两位十六进制数；百分号本身请写作 %25。",
	[YS_REASON_VALUE_TWICE] = "{name}给了不止一次。",
	[YS_REASON_NO_SWITCH] = "“{typed}”不是可用的{name}，请写：0 或 1。",
	[YS_REASON_NO_PAGE] = "“{typed}”不是可用的页码，请写：1 到 {max} 的数；再往后请缩小查询范围。",
	[YS_REASON_NO_FORMAT] = "“{typed}”不是可用的格式，请写：html、json、csv 或 atom。",
	[YS_REASON_NO_LANG] = "“{typed}”不是可用的语言，请写：zh 或 en。",
	[YS_REASON_NO_ID] = "“{typed}”不是可用的记录编号，请写：一条记录的编号。",
	[YS_REASON_NO_ALL] = "{name}没有“{typed}”这种写法；可用 all（全部），或者不写。",
	[YS_REASON_NO_VIEW] = "没有“{typed}”这个页面；可用 help（使用说明）、compare（比较）和 coverage（收录情况）。",
	[YS_REASON_NO_DIMENSION] = "不能按“{typed}”比较；可用 region（地区）、department（部门）、role（部门类型）、year（年度）、kind（种类）、"
				   "level（层级）、code（科目编码）、line（科目）、unit（资金使用单位）、project（项目）和 status（变化）。",
	[YS_REASON_DIMENSION_TWICE] = "by 里的“{typed}”写了两次。",
	[YS_REASON_DIMENSION_MISFITS] = "所比较的内容没有“{typed}”这一项，请换一种比较方式。",
	[YS_REASON_NO_COMPARED] = "“{typed}”不能比较；可用 project（项目）、line（预算科目）和 publication（公开文件）。",
	[YS_REASON_NO_MEASURE] = "没有“{typed}”这种口径的金额。",
	[YS_REASON_NO_MATCH] = "没有“{typed}”这种写法；match 可用 title（名称）或 text（全文）。",
	[YS_REASON_NO_CELL_ORDER] = "比较结果没有“{typed}”这种排序；可用 group（分组）、amount（金额）和 change（变化）。",
	[YS_REASON_NO_CELL] = "这次比较里没有这一格；索引更新后可能已有变化。",
	[YS_REASON_METHOD] = "只接受 GET 和 HEAD 请求。",
	[YS_REASON_ADDRESS_LONG] = "网址问号后面超过 {max} 个字符。",
	[YS_REASON_ADDRESS_UNKNOWN] = "这个网址没有内容。",
	[YS_REASON_RECORD_UNKNOWN] = "没有这个编号的记录。",
	[YS_REASON_RECORD_FEED] = "单条记录没有订阅；请去掉 format，或写 json 或 csv。",
};

/* The English ones stand in src/error.c. */
static const char *const failures[] = {
	[YS_ERROR_INPUT] = "查询写得不对。",
	[YS_ERROR_NO_INDEX] = "还没有索引。",
	[YS_ERROR_SCHEMA] = "索引是另一个版本的程序建立的。",
	[YS_ERROR_IO] = "索引读写出错。",
	[YS_ERROR_LOCKED] = "索引正在更新，请稍后再试。",
	[YS_ERROR_PUBLICATION] = "有一份公开文件读不出来。",
	[YS_ERROR_FOREIGN] = "有一个文件不是预决算公开文件。",
	[YS_ERROR_SEVERAL] = "有一个文件包含多份公开文件。",
	[YS_ERROR_INTERNAL] = "程序内部出错。",
};

int web_reason_status(const GError *error)
{
	switch (error->domain == YS_REFUSAL ? error->code : YS_N_REASONS) {
	case YS_REASON_ADDRESS_UNKNOWN:
	case YS_REASON_RECORD_UNKNOWN:
	case YS_REASON_NO_CELL:
		return 404;
	case YS_REASON_METHOD:
		return 405;
	case YS_REASON_ADDRESS_LONG:
		return 414;
	default:
		return ys_error_answer(error)->http_status;
	}
}

char *web_reason(web_lang lang, const GError *error)
{
	const ys_error_row *row = ys_error_answer(error);
	ys_refusal quoted;

	if (error->domain != YS_REFUSAL)
		return g_strdup(lang == WEB_ZH ? failures[row->code] : row->visitor);
	if (lang != WEB_ZH)
		return g_strdup(error->message);
	quoted = *ys_refusal_of(error);
	quoted.name = web_parameter_zh(quoted.name);
	return ys_refusal_say(&quoted, "查询的第 {at} 个字符：", reasons[error->code]);
}
