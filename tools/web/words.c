#include "tools/web/words.h"

#include <string.h>

static const char *const words[W_N_WORDS][WEB_N_LANGS] = {
#define WORD(name, zh, en) { zh, en },
#include "tools/web/words_list.h"
#undef WORD
};

const char *web_word_text(web_lang lang, web_word word)
{
	return words[word][lang];
}

static const struct {
	const char *code;
	const char *text[WEB_N_LANGS];
} warnings[] = {
	{ "number-rebuilt", { "数字被分页切断，已拼接",
	  "a number split by a page break was rejoined" } },
	{ "name-rebuilt", { "名称被分页切断，已拼接", "a name split by a page break was rejoined" } },
	{ "number-doubtful", { "拼接的数字与旁边各数不合",
	  "a rejoined number does not fit the numbers beside it" } },
	{ "unit-missing", { "表中没有金额单位，按同一文件的其他表推定",
	  "the table states no unit; that of other tables in the file was assumed" } },
	{ "amount-missing", { "只见于绩效目标表，没有金额",
	  "listed only in a table of performance goals, without an amount" } },
	{ "only-mentioned", { "只在文字中提到，没有列入项目表",
	  "mentioned only in the text, not listed in a project table" } },
	{ "total-differs", { "各行相加与表内合计不符", "the rows do not add up to the total" } },
	{ "line-differs", { "几张表所印金额不同", "tables print different amounts" } },
	{ "row-differs", { "本行各栏相加与合计不符", "the columns of its row do not add up to the total" } },
	{ "unit-implausible", { "表内合计与别处相差一万倍，金额单位可能有误",
	  "another place prints the table's total 10,000 times larger or smaller; a unit is wrong" } },
	{ "department-unknown", { "标题中没有部门名称", "the title names no department" } },
	{ "year-unknown", { "标题中没有年度", "the title names no year" } },
	{ "region-unresolved", { "标题中没有认得出的地区", "the title names no region that is known" } },
	{ "region-ambiguous", { "有同名地区，只填了能确定的部分", "several regions share this name; only what is certain is given" } },
	{ "encoding", { "原文件已转换为 UTF-8", "the file was converted to UTF-8" } },
	{ "text-damaged", { "原文件有损坏的字节，已替换", "damaged bytes in the file were replaced" } },
	{ "text-cut-off", { "原文件在字符中间结束", "the file ends in the middle of a character" } },
	{ "no-tables", { "文件中没有找到表格", "no table was found in the file" } },
	{ "tables-lost", { "目录所列的表格有的没有认出", "tables that the contents announce were not recognised" } },
	{ "columns-lost", { "有的表格失去了分栏，没有读出", "tables whose columns are lost in the text were not read" } },
	{ "year-contradicts", { "标题、表头和正文的年度不一致",
	  "title, captions and text give different years" } },
};

const char *web_warning_text(web_lang lang, const char *code)
{
	for (gsize i = 0; i < G_N_ELEMENTS(warnings); i++)
		if (!g_strcmp0(warnings[i].code, code))
			return warnings[i].text[lang];
	return NULL;
}

typedef struct {
	const char *name;
	web_word word;
} named_word;

static const named_word kinds[] = {
	{ "预算", W_KIND_BUDGET },
	{ "决算", W_KIND_FINAL },
	{ "其他", W_KIND_OTHER },
};

static const named_word figures[] = {
	{ "total", W_FIGURE_TOTAL },
	{ "abroad", W_FIGURE_ABROAD },
	{ "vehicle", W_FIGURE_VEHICLE },
	{ "vehicle_purchase", W_FIGURE_VEHICLE_PURCHASE },
	{ "vehicle_running", W_FIGURE_VEHICLE_RUNNING },
	{ "reception", W_FIGURE_RECEPTION },
	{ "goods", W_FIGURE_GOODS },
	{ "works", W_FIGURE_WORKS },
	{ "services", W_FIGURE_SERVICES },
};

static const named_word fields[] = {
	{ "title", W_FIELD_TITLE },
	{ "goal", W_FIELD_GOAL },
	{ "content", W_FIELD_CONTENT },
	{ "indicators", W_FIELD_INDICATORS },
	{ "category", W_FIELD_CATEGORY },
	{ "basis", W_FIELD_BASIS },
	{ "plan", W_FIELD_PLAN },
	{ "code", W_FIELD_CODE },
	{ "unit", W_FIELD_UNIT },
	{ "text", W_FIELD_TEXT },
	{ "also", W_FIELD_ALSO },
	{ "aliases", W_FIELD_ALIASES },
	{ "subordinate_units", W_FIELD_UNITS },
	{ "department", W_DEPARTMENT },
};

static web_word word_named(const named_word *table, gsize n, const char *name)
{
	for (gsize i = 0; i < n; i++)
		if (!g_strcmp0(table[i].name, name))
			return table[i].word;
	return W_N_WORDS;
}

static const named_word dimensions[] = {
	{ "region", W_REGION },     { "department", W_DEPARTMENT }, { "role", W_ROLE },       { "year", W_YEAR },
	{ "kind", W_KIND },         { "level", W_LEVEL },           { "code", W_CODE },     { "line", W_TYPE_LINE },
	{ "unit", W_UNIT },         { "project", W_TYPE_PROJECT },  { "status", W_STATUS },
};

static const named_word statuses[] = {
	{ "new", W_STATUS_NEW },     { "continued", W_STATUS_CONTINUED }, { "renamed", W_STATUS_RENAMED },
	{ "split", W_STATUS_SPLIT }, { "merged", W_STATUS_MERGED },       { "ended", W_STATUS_ENDED },
};

web_word web_dimension_word(const char *name)
{
	return word_named(dimensions, G_N_ELEMENTS(dimensions), name);
}

web_word web_status_word(const char *status)
{
	return word_named(statuses, G_N_ELEMENTS(statuses), status);
}

web_word web_kind_word(const char *kind)
{
	return word_named(kinds, G_N_ELEMENTS(kinds), kind);
}

web_word web_figure_word(const char *name)
{
	return word_named(figures, G_N_ELEMENTS(figures), name);
}

web_word web_field_word(const char *name)
{
	return word_named(fields, G_N_ELEMENTS(fields), name);
}

web_word web_measure_word(const char *measure)
{
	static const struct {
		const char *measure;
		web_word word;
	} measures[] = {
		{ "total", W_MEASURE_TOTAL },
		{ "basic", W_MEASURE_BASIC },
		{ "project", W_MEASURE_PROJECT },
		{ "general_public", W_MEASURE_GPB },
		{ "general_public_basic", W_MEASURE_GPB_BASIC },
		{ "general_public_project", W_MEASURE_GPB_PROJECT },
		{ "income", W_MEASURE_INCOME },
		{ "government_fund", W_MEASURE_FUND },
		{ "state_capital", W_MEASURE_SOE },
		{ "appropriation", W_MEASURE_APPROPRIATION },
		{ "budget", W_MEASURE_BUDGET },
		{ "executed", W_MEASURE_EXECUTED },
		{ "last_year", W_MEASURE_LAST_YEAR },
		{ "other", W_MEASURE_OTHER },
		{ "total_expenditure", W_EXPENDITURE },
		{ "total_income", W_INCOME },
		{ "change", W_MEASURE_CHANGE },
		{ "three_public_total", W_THREE_PUBLIC },
		{ "three_public_abroad", W_FIGURE_ABROAD },
		{ "three_public_vehicle", W_FIGURE_VEHICLE },
		{ "three_public_vehicle_purchase", W_MEASURE_VEHICLE_PURCHASE },
		{ "three_public_vehicle_running", W_MEASURE_VEHICLE_RUNNING },
		{ "three_public_reception", W_FIGURE_RECEPTION },
		{ "procurement_total", W_PROCUREMENT },
		{ "procurement_goods", W_MEASURE_GOODS },
		{ "procurement_works", W_MEASURE_WORKS },
		{ "procurement_services", W_MEASURE_SERVICES },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
		if (!strcmp(measures[i].measure, measure))
			return measures[i].word;
	return W_MEASURE_TOTAL;
}

web_word web_type_word(ys_record_type type)
{
	static const web_word types[] = {
		W_TYPE_PUBLICATION, W_TYPE_SECTION, W_TYPE_TABLE, W_TYPE_PROJECT, W_TYPE_ITEM, W_TYPE_DEPARTMENT,
		W_TYPE_LINE,
	};

	return type < G_N_ELEMENTS(types) ? types[type] : W_N_WORDS;
}
