#include "tools/web/reason.h"

#include <string.h>

#include "tools/web/request.h"

/* Holes of a message, at most. */
#define HOLES_MAX 4

/* Words of ours that fill holes: names of parameters, and what to write instead. */
static const struct {
	const char *en, *zh;
} words[] = {
	{ "q", "查询词" },
	{ "year", "年度" },
	{ "region", "地区" },
	{ "kind", "种类" },
	{ "department", "部门" },
	{ "type", "类型" },
	{ "amount", "金额" },
	{ "publication", "公开文件" },
	{ "sort", "排序" },
	{ "exact", "“照原样”选项（exact）" },
	{ "synonyms", "“同义说法”选项（synonyms）" },
	{ "page", "页码" },
	{ "format", "格式" },
	{ "lang", "语言" },
	{ "id", "记录编号" },
	{ "limit", "条数" },
	{ "offset", "起始位置" },
	{ "2023, 2021..2024 or 2021..", "2023、2021..2024 或 2021.." },
	{ "project, item, table, section, publication or department",
	  "project（项目）、item（采购明细）、table（表格）、section（文字说明）、publication（公开文件）或 "
	  "department（部门）" },
	{ "the id of a publication", "一份公开文件的编号" },
	{ "the id of a record", "一条记录的编号" },
	{ "relevance, amount or year", "relevance（相关程度）、amount（金额）或 year（年度）" },
	{ "0 or 1", "0 或 1" },
	{ "a number from 1 to " G_STRINGIFY(WEB_PAGE_MAX) "; narrow the search instead",
	  "1 到 " G_STRINGIFY(WEB_PAGE_MAX) " 的数；再往后请缩小查询范围" },
	{ "html, json, csv or atom", "html、json、csv 或 atom" },
	{ "zh or en", "zh 或 en" },
	{ "alternatives", "用 OR 相连" },
	{ "excluded together", "一起排除" },
};

/* Messages and their sentences, whose holes are filled in the same order.  %s is what was typed,
 * whatever it holds, and there is one of it at most: so a message is understood in one way only.
 * %w is one of our words, %u a number. */
static const struct {
	const char *en, *zh;
} reasons[] = {
	/* tools/web: request, handler, gather; years of queries */
	{ "the value of %w has %u bytes; at most %u are allowed", "%w有 %u 字节，最多 %u 字节。" },
	{ "the value of %w has a control character", "%w中有控制字符。" },
	{ "the value of %w is not valid UTF-8", "%w不是有效的 UTF-8 文字。" },
	{ "'%s' is no %w; write %w", "“%s”不是可用的%w，请写：%w。" },
	{ "the value of %w has a percent sign without two hexadecimal digits; write %25 for the sign itself",
	  "%w中有一个百分号，后面缺两位十六进制数；百分号本身请写作 %25。" },
	{ "%w is given more than once", "%w给了不止一次。" },
	{ "only GET and HEAD are answered", "只接受 GET 和 HEAD 请求。" },
	{ "the address has more than %u characters behind its question mark", "网址问号后面超过 %u 个字符。" },
	{ "there is nothing at this address", "这个网址没有内容。" },
	{ "there is nothing to look for: name words or a filter", "没有要查的内容：请写词语，或给出条件。" },
	{ "no record has this id", "没有这个编号的记录。" },
	{ "a record has no feed; leave format out, or write json or csv",
	  "单条记录没有订阅；请去掉 format，或写 json 或 csv。" },
	/* src/query/parse.c */
	{ "'%s' holds no letter, digit or character to look for", "“%s”中没有可查的汉字、字母或数字。" },
	{ "more than %u words", "超过 %u 个词。" },
	{ "more than %u words of a single character; write longer ones", "单字超过 %u 个，请写长一些的词。" },
	{ "this quotation mark is never closed", "这个引号没有配对。" },
	{ "the field has no value", "冒号后面没有内容。" },
	{ "only amounts and years are compared; write a colon behind the field",
	  "只有金额和年度可以比较大小；其他字段后面请写冒号。" },
	{ "more than %u brackets inside each other", "括号套了 %u 层以上。" },
	{ "there is nothing in the brackets", "括号里没有内容。" },
	{ "this bracket is never closed", "这个括号没有配对。" },
	{ "this bracket closes nothing", "这个括号没有配对。" },
	{ "more than %u exclusions inside each other", "排除套了 %u 层以上。" },
	{ "there is nothing to exclude", "没有写要排除什么。" },
	{ "AND needs something on both sides", "AND 两边都要有内容。" },
	{ "OR needs something on both sides", "OR 两边都要有内容。" },
	/* src/query/query.c */
	{ "a field and a word cannot be %w; ask twice", "条件和词语不能%w，请分两次查。" },
	{ "the query has %u bytes; at most %u are allowed", "查询有 %u 字节，最多 %u 字节。" },
	{ "the query is not valid UTF-8", "查询不是有效的 UTF-8 文字。" },
	{ "the query only excludes; name something to look for", "查询里只有要排除的，请再写要找的。" },
	{ "'%s' is no %w; write a whole number up to %u", "“%s”不是可用的%w，请写：不大于 %u 的整数。" },
	{ "'%s' is no order; there are relevance, amount and year",
	  "没有“%s”这种排序；可用 relevance（相关程度）、amount（金额）和 year（年度）。" },
	{ "there is no option %s", "没有“%s”这个选项。" },
	/* src/query/filter.c */
	{ "'%s' is no type; there are publication, section, table, project, item, department and all",
	  "没有“%s”这种类型；可用 publication（公开文件）、section（文字说明）、table（表格）、project（项目）、"
	  "item（采购明细）、department（部门）和 all（全部）。" },
	{ "the years %s run backwards", "年度“%s”先后颠倒了。" },
	{ "'%s' is no kind; there are 预算, 决算 and 其他", "没有“%s”这个种类；可用 预算、决算 和 其他。" },
	{ "'%s' is no name of a region or department", "“%s”不是地区或部门的名称。" },
	{ "'%s' is no amount; write 100万..1亿, >=500万 or 1,156.36 (bare numbers are 万元)",
	  "“%s”不是金额，请写 100万..1亿、>=500万 或 1,156.36（不写单位即万元）。" },
	{ "the amounts %s run backwards", "金额“%s”大小颠倒了。" },
	{ "'%s' is no code, nor the name of one; write 2010302, 206* for all below 206, or 机关服务",
	  "“%s”不是科目编码，也不是科目名称；请写 2010302、206*（206 以下全部）或 机关服务。" },
	{ "'%s' is no id of a publication; a search prints them", "“%s”不是公开文件的编号；搜索结果里有编号。" },
	/* src/error.c */
	{ "The query is not valid.", "查询写得不对。" },
	{ "There is no index yet.", "还没有索引。" },
	{ "The index is from another version.", "索引是另一个版本的程序建立的。" },
	{ "The index could not be read or written.", "索引读写出错。" },
	{ "The index is being written.  Try again later.", "索引正在更新，请稍后再试。" },
	{ "A publication could not be read.", "有一份公开文件读不出来。" },
	{ "Internal error.", "程序内部出错。" },
};

/* Said before what is wrong at a place of the query. */
static const char place_en[] = "character %u of the query: ";
static const char place_zh[] = "查询的第 %u 个字符：";

typedef struct {
	const char *text;       /* of the message, or a word's translation */
	gsize len;
} hole;

static gboolean is_hole(const char *pattern)
{
	return pattern[0] == '%' && pattern[1] && strchr("swu", pattern[1]);
}

static gboolean match(const char *pattern, const char *text, hole *holes);

static gboolean match_typed(const char *pattern, const char *text, hole *holes)
{
	for (const char *end = text; ; end++) {
		if (match(pattern + 2, end, holes + 1)) {
			*holes = (hole){ text, end - text };
			return TRUE;
		}
		if (!*end)
			return FALSE;
	}
}

static gboolean match_word(const char *pattern, const char *text, hole *holes)
{
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_prefix(text, words[i].en) &&
		    match(pattern + 2, text + strlen(words[i].en), holes + 1)) {
			*holes = (hole){ words[i].zh, strlen(words[i].zh) };
			return TRUE;
		}
	return FALSE;
}

/* text is the whole of what the pattern stands for. */
static gboolean match(const char *pattern, const char *text, hole *holes)
{
	gsize digits;

	for (; *pattern && !is_hole(pattern); pattern++, text++)
		if (*pattern != *text)
			return FALSE;
	if (!*pattern)
		return !*text;
	if (pattern[1] == 's')
		return match_typed(pattern, text, holes);
	if (pattern[1] == 'w')
		return match_word(pattern, text, holes);
	digits = strspn(text, "0123456789");
	*holes = (hole){ text, digits };
	return digits && match(pattern + 2, text + digits, holes + 1);
}

static void append_filled(GString *out, const char *sentence, const hole *holes)
{
	for (; *sentence; sentence++) {
		if (!is_hole(sentence)) {
			g_string_append_c(out, *sentence);
			continue;
		}
		g_string_append_len(out, holes->text, holes->len);
		holes++;
		sentence++;
	}
}

/* Translate a leading "character 7 of the query: "; returns what is behind it. */
static const char *take_place(GString *out, const char *message)
{
	const char *rest = strstr(message, ": ");
	g_autofree char *place = rest ? g_strndup(message, rest + 2 - message) : NULL;
	hole number;

	if (!place || !match(place_en, place, &number))
		return message;
	append_filled(out, place_zh, &number);
	return rest + 2;
}

char *web_reason_zh(const char *message)
{
	g_autoptr(GString) out = g_string_new(NULL);
	hole holes[HOLES_MAX];

	message = take_place(out, message);
	for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (match(reasons[i].en, message, holes)) {
			append_filled(out, reasons[i].zh, holes);
			return g_string_free(g_steal_pointer(&out), FALSE);
		}
	return NULL;
}
