#include "src/publication/words/clean.h"

#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"

typedef struct {
	const char *name, *text, *expected;
} row;

static const row clean_rows[] = {
	{ "text without anything to clean stays", "公共服务经费", "公共服务经费" },
	{ "nothing stays nothing", "", "" },
	{ "blanks alone are nothing", " \t\u3000\u00a0 ", "" },
	{ "phenomenon 13: a line end inside a word vanishes", "系统建\n设", "系统建设" },
	{ "phenomenon 62: tags vanish", "<p>光纤<br/>租赁</p>", "光纤租赁" },
	{ "phenomenon 59: two paragraphs in one cell become one text", "<p>第一段。</p> <p>第二段。</p>",
	  "第一段。第二段。" },
	{ "a tag between two words separates them", "smart<br>city", "smart city" },
	{ "a tag with attributes vanishes", "<td colspan=\"2\">合计</td>", "合计" },
	{ "entities are spelled out", "A&amp;B&lt;C&gt;&quot;D&quot;&nbsp;云", "A&B<C>\"D\"云" },
	{ "an ampersand alone stays", "研发&生产 & 销售", "研发&生产&销售" },
	{ "phenomenon 63: a formula is spelled out",
	  "$\\Sigma \\text{办结件} \\div \\text{受理件} \\times 100\\%$", "Σ办结件÷受理件×100%" },
	{ "a formula has many signs", "$\\sum\\Sigma\\div\\times\\geq\\ge\\leq\\le\\approx\\pm\\cdot$", "ΣΣ÷×≥≥≤≤≈±·" },
	{ "two prices are no formula", "由$5 到 $7 之间", "由$5到$7之间" },
	{ "an unknown command of a formula vanishes", "$\\hat{x} \\geq 3$", "x≥3" },
	{ "a formula that is never closed stays", "$\\Sigma 办结", "$\\Sigma办结" },
	{ "a backslash at the end of a formula is no trap", "$\\div \\$", "÷" },
	{ "phenomenon 17: a superscript is spelled out", "^{2.} 本表单位", "2.本表单位" },
	{ "a superscript that is never closed stays", "m^{2", "m^{2" },
	{ "emphasis vanishes", "**二、机构设置**", "二、机构设置" },
	{ "phenomenon 64: blanks inside Chinese words vanish", "信息化项 目管\u3000理经费", "信息化项目管理经费" },
	{ "phenomenon 64: so do blanks between Chinese and digits", "12345 热线 2020 年", "12345热线2020年" },
	{ "phenomenon 64: and between Chinese and letters", "IT 服务", "IT服务" },
	{ "a blank between two words is kept once", "Smart  \n City 2", "Smart City 2" },
	{ "full-width letters are set like Chinese", "Ａ Ｂ", "ＡＢ" },
	{ "phenomenon 65: blanks beside the point of a number vanish", "36, 145. 11", "36,145.11" },
	{ "zero-width characters vanish", "政\u200b务\ufeff云", "政务云" },
	{ "phenomenon 69: quotation marks stay as they are printed", "“政务云窗” \"三公\"", "“政务云窗”\"三公\"" },
	{ "phenomenon 70: a less-than sign is no tag", "< 5 次，>=4，≥ 99%", "<5次，>=4，≥99%" },
	{ "phenomenon 70: not even before a letter", "a<b 而 b>a", "a<b而b>a" },
	{ "a digit in angle brackets is no tag", "每周<5>次", "每周<5>次" },
	{ "nor is a name with another mark behind it", "a<b:c>", "a<b:c>" },
	{ "nor a sign at the end", "甲<", "甲<" },
	{ "a number in angle brackets is no tag", "<5%>", "<5%>" },
	{ "a tag may have Chinese in its attributes", "<td title=\"合计 >\">1", "1" },
	{ "a less-than sign before a letter without an end stays", "当x<y时", "当x<y时" },
	{ "phenomenon 72: numbering inside a cell stays", "1、甲；\n2、乙。", "1、甲；2、乙。" },
	{ "bytes that are no UTF-8 vanish", "政\xff务\xe4\xba", "政务" },
	{ "markup alone is nothing", "<p> </p>**$\\hat$&nbsp;", "" },
	{ "nor are bytes that are no UTF-8 before markup", "\xff <b>\u3000</b>", "" },
	{ "a sign of markup may be text", " * 5", "*5" },
	{ "characters of four bytes stay", "\U00020000 \U00020001", "\U00020000\U00020001" },
};

static void a_text_is_cleaned(void **state)
{
	const row *row = *state;
	g_autofree char *clean = ys_clean(row->text, -1), *again = NULL;

	assert_string_equal(clean, row->expected);
	/* the length counts, not the NUL */
	again = ys_clean(row->text, strlen(row->text));
	assert_string_equal(again, row->expected);
	assert_int_equal(ys_clean_is_empty(row->text, strlen(row->text)), !*row->expected);
}

static void only_the_given_bytes_are_cleaned(void **state)
{
	g_autofree char *clean = ys_clean("政 务云平台", strlen("政 务"));
	g_autofree char *cut = ys_clean("政务云", strlen("政务") + 1);
	g_autofree char *tag = ys_clean("甲<p>乙", strlen("甲<p"));

	(void)state;
	assert_string_equal(clean, "政务");
	assert_string_equal(cut, "政务");
	assert_string_equal(tag, "甲<p");
}

static const struct {
	const char *name, *text;
	gboolean nothing;
} nothing_rows[] = {
	{ "an empty cell is nothing", "", TRUE },
	{ "no cell is nothing", NULL, TRUE },
	{ "blanks are nothing", " \u3000", TRUE },
	{ "phenomenon 71: 无 is nothing", "无", TRUE },
	{ "phenomenon 71: 无 with a full stop is nothing", "无。", TRUE },
	{ "a dash is nothing", "-", TRUE },
	{ "a long dash is nothing", "——", TRUE },
	{ "a slash is nothing", "/", TRUE },
	{ "many dashes with blanks between them are nothing", "— — — — — — — — — — — — — — — — — — — — —", TRUE },
	{ "无 behind very many blanks is nothing", "                                                  无", TRUE },
	{ "a text behind very many blanks is not", "                                                  无人机", FALSE },
	{ "% is a measure", "%", FALSE },
	{ "so is its wide form", "％", FALSE },
	{ "so is ‰", "‰", FALSE },
	{ "0 is something", "0", FALSE },
	{ "0.00 is something", "0.00", FALSE },
	{ "a sentence that begins with 无 is something", "无障碍设施改造", FALSE },
};

static void a_printed_nothing_is_told_from_text(void **state)
{
	const typeof(nothing_rows[0]) *row = *state;

	assert_int_equal(ys_is_nothing(row->text), row->nothing);
}

static const row stop_rows[] = {
	{ "a stop at the end goes", "光纤租赁。", "光纤租赁" },
	{ "only one does", "完成。。", "完成。" },
	{ "a stop inside stays", "甲。乙", "甲。乙" },
	{ "a stop alone stays", "。", "。" },
	{ "nothing stays nothing", "", "" },
};

static void the_stop_at_the_end_is_not_counted(void **state)
{
	const row *row = *state;

	assert_int_equal(ys_length_before_stop(row->text), strlen(row->expected));
}

static const struct {
	const char *name, *left, *right;
	gboolean same;
} key_rows[] = {
	{ "phenomenon 23: blanks do not count", "单位编 码", "单位编码", TRUE },
	{ "phenomenon 41: not in totals either", "合 计", "合计", TRUE },
	{ "phenomenon 67: a full stop does not count", "光纤租赁。", "光纤租赁", TRUE },
	{ "phenomenon 68: width does not count", "（ＡＢＣ：１２）", "(abc:12)", TRUE },
	{ "phenomenon 69: quotation marks do not count", "“三公”经费", "\"三公\"经费", TRUE },
	{ "traditional characters are the same", "預算經費", "预算经费", TRUE },
	{ "radicals of PDF fonts are the same", "⼀般公共预算", "一般公共预算", TRUE },
	{ "phenomenon 87: names that differ in one character differ", "一期项目", "二期项目", FALSE },
	{ "digits count", "2021年项目", "2022年项目", FALSE },
};

static void a_text_is_longer_than_so_many_characters(void **state)
{
	(void)state;
	assert_false(ys_is_longer("", 0));
	assert_true(ys_is_longer("政", 0));
	assert_false(ys_is_longer("政务1云", 4));
	assert_true(ys_is_longer("政务1云平", 4));
}

static void names_are_compared_by_their_keys(void **state)
{
	const typeof(key_rows[0]) *row = *state;
	g_autofree char *left = ys_name_key(row->left), *right = ys_name_key(row->right);

	assert_int_equal(!strcmp(left, right), row->same);
}

/* One sign that may begin markup after the other, and nothing that ends it. */
static void hostile_markup_takes_linear_time(void **state)
{
	static const char *const signs[] = { "<p", "$\\a ", "^{", "&", "**", "</" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autofree char *clean = NULL;

		while (text->len < 2000000)
			g_string_append(text, signs[i]);
		clean = ys_clean(text->str, text->len);
		assert_true(strlen(clean) <= text->len);
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, clean_rows, a_text_is_cleaned);
	ADD_TEST(tests, only_the_given_bytes_are_cleaned);
	ADD_ROWS(tests, nothing_rows, a_printed_nothing_is_told_from_text);
	ADD_ROWS(tests, stop_rows, the_stop_at_the_end_is_not_counted);
	ADD_TEST(tests, a_text_is_longer_than_so_many_characters);
	ADD_ROWS(tests, key_rows, names_are_compared_by_their_keys);
	ADD_TEST(tests, hostile_markup_takes_linear_time);
	return run_all("clean", tests);
}
