/* What is read out of queries, and what must stay text; each word of data/asking in an example of its class. */
#include "src/query/query.h"
#include "src/query/understand/understand.h"
#include "tests/unit/publication_fixture.h"

#define NEWEST 2024

/* The readings of a text as "as=value as=value", then what is left, its blanks squeezed. */
static char *read_query(const char *text)
{
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GPtrArray) readings = NULL;
	g_autofree char *rest = NULL;
	g_auto(GStrv) words = NULL;
	GString *out = g_string_new(NULL);

	assert_true(ys_query_set_text(query, text, NULL));
	readings = ys_understand(query->text, query->words_tree, NEWEST);
	for (guint i = 0; i < readings->len; i++) {
		const ys_reading *reading = g_ptr_array_index(readings, i);

		if (reading->as != YS_READ_QUESTION)
			g_string_append_printf(out, "%s=%s ", ys_reading_name(reading->as), reading->value);
	}
	rest = ys_understood_rest(text, readings);
	words = g_strsplit(rest, " ", -1);
	g_string_append_c(out, '|');
	for (char **word = words; *word; word++)
		if (**word)
			g_string_append_printf(out, " %s", *word);
	return g_string_free(out, FALSE);
}

static const struct row {
	const char *name, *text, *expected;
} rows[] = {
	/* years */
	{ "a year before words is a filter", "2022年路灯维护", "year=2022 | 路灯维护" },
	{ "a year behind words too, at the end", "路灯维护2022年", "year=2022 | 路灯维护" },
	{ "in Chinese figures", "二〇一九年绿化", "year=2019 | 绿化" },
	{ "in digits of full width", "２０２２年绿化", "year=2022 | 绿化" },
	{ "with 年度", "2020年度公厕", "year=2020 | 公厕" },
	{ "of two digits", "22年的公厕", "year=2022 | 公厕" },
	{ "two digits of a time to come are none", "30年质保", "| 30年质保" },
	{ "a span", "2019至2022年除雪", "year=2019..2022 | 除雪" },
	{ "a span with a dash", "2019-2022年除雪", "year=2019..2022 | 除雪" },
	{ "two years", "2020年和2022年的除雪", "year=2020 year=2022 | 除雪" },
	{ "the last years", "最近四年校车", "year=2021..2024 | 校车" },
	{ "the last years in digits", "近2年校车", "year=2023..2024 | 校车" },
	{ "last year", "去年校车", "year=2023 | 校车" },
	{ "since a year", "2021年以来校车", "year=2021.. | 校车" },
	{ "since a year, with 自", "自2021年起的校车", "year=2021.. | 校车" },
	{ "up to a year", "2021年及以前的校车", "year=..2021 | 校车" },
	{ "before a year", "2021年以前校车", "year=..2020 | 校车" },
	{ "后 is no 后勤", "2021年后勤保障", "year=2021 | 后勤保障" },
	{ "后 by itself is", "2021年后的保障", "year=2021.. | 保障" },
	{ "a year inside a name is part of it", "校车系统2021年升级项目", "| 校车系统2021年升级项目" },
	{ "a number is no year", "12345热线", "| 12345热线" },
	{ "nor a code", "2010302", "| 2010302" },

	/* amounts */
	{ "at least", "绿化300万以上", "amount=3000000元.. | 绿化" },
	{ "at least, in words", "至少三百万的绿化", "amount=3000000元.. | 绿化" },
	{ "more than", "超过两千万的绿化", "amount=>20000000元 | 绿化" },
	{ "at most", "不高于八十万元的绿化", "amount=..800000元 | 绿化" },
	{ "less than", "不到5万的绿化", "amount=<50000元 | 绿化" },
	{ "a sign", "绿化 >300万", "amount=>3000000元 | 绿化" },
	{ "a span", "80万到120万的绿化", "amount=800000元..1200000元 | 绿化" },
	{ "a span with one unit", "80—120万元绿化", "amount=800000元..1200000元 | 绿化" },
	{ "a span in words", "五十万至一百二十万之间的绿化", "amount=500000元..1200000元 | 绿化" },
	{ "in 亿", "1.5亿以上", "amount=150000000元.. |" },
	{ "two parts", "1亿2000万以上", "amount=120000000元.. |" },
	{ "in 亿 as people say it", "两个亿以上", "amount=200000000元.. |" },
	{ "上 before a power of ten", "上千万的绿化", "amount=10000000元.. | 绿化" },
	{ "near an amount", "100万左右的绿化", "amount=900000元..1100000元 | 绿化" },
	{ "with what it is of", "金额在300万以上的绿化", "amount=3000000元.. | 绿化" },
	{ "exactly, in words", "一千二百万", "amount=12000000元 |" },
	{ "in digits it is a word that finds amounts", "1,156.36万元", "| 1,156.36万元" },
	{ "a number of things is no amount", "197个卫生站", "| 197个卫生站" },
	{ "nor a percentage", "每三年递增10%", "| 每三年递增10%" },

	/* places */
	{ "a region before words", "花都区绿化", "region=花都区 | 绿化" },
	{ "regions one behind the other", "广州市花都区绿化", "region=广州市花都区 | 绿化" },
	{ "by its short name", "天河绿化养护", "region=天河 | 绿化养护" },
	{ "two regions", "天河区和花都区的绿化", "region=天河区 region=花都区 | 绿化" },
	{ "a short name inside a name is part of it", "智慧天河", "| 智慧天河" },
	{ "a road is no region", "北京路绿化", "| 北京路绿化" },
	{ "a body is a word of its own", "天河区教育局校车", "department=天河区教育局 | 天河区教育局 校车" },
	{ "a body alone is no more than that", "天河区教育局", "| 天河区教育局" },
	{ "a government that is none", "数字政府建设规划", "| 数字政府建设规划" },

	/* sorts of publications */
	{ "behind a region", "花都区预算绿化", "region=花都区 kind=预算 | 绿化" },
	{ "as a word", "绿化 决算", "kind=决算 | 绿化" },
	{ "in full", "部门决算绿化", "kind=决算 | 绿化" },
	{ "with 里的", "预算里的绿化", "kind=预算 | 绿化" },
	{ "of a name it is part", "预算绩效管理", "| 预算绩效管理" },

	/* order */
	{ "the most", "绿化最多", "order=most | 绿化" },
	{ "the most, before words", "最贵的绿化", "order=most | 绿化" },
	{ "the least", "最便宜的绿化", "order=least | 绿化" },
	{ "with what it is of", "绿化花钱最多", "order=most | 绿化" },
	{ "behind it", "最高金额的绿化", "order=most | 绿化" },
	{ "the first ten", "绿化前十名", "order=most | 绿化" },
	{ "some of the largest", "最大的三个绿化项目", "order=most | 绿化" },
	{ "a ranking", "绿化项目排行", "order=most | 绿化" },
	{ "an order", "绿化从低到高", "order=least | 绿化" },
	{ "最低 of 最低生活保障", "最低生活保障", "| 最低生活保障" },
	{ "前 of 学前", "学前三年教育", "| 学前三年教育" },

	/* comparisons */
	{ "departments", "哪个部门绿化最多", "by=department order=most | 绿化" },
	{ "departments at the end", "绿化最多的部门", "order=most by=department | 绿化" },
	{ "who", "绿化谁最多", "by=department order=most | 绿化" },
	{ "regions", "哪个县的绿化最少", "by=region order=least | 绿化" },
	{ "regions at the end", "绿化最高的区", "order=most by=region | 绿化" },
	{ "each region", "各区绿化对比", "by=region order=most | 绿化" },
	{ "the largest rise", "预算涨幅最大的单位", "kind=预算 change=most rise by=department |" },
	{ "a fall", "预算比上年下降的部门", "kind=预算 change=fall by=department |" },
	{ "a fall with 了", "预算减少了的部门", "kind=预算 change=fall by=department |" },
	{ "none of it", "没有绿化费的部门", "none=0 by=department | 绿化费" },
	{ "没有 alone is text", "没有绿化", "| 没有绿化" },
	{ "an increase alone is text", "编制增加", "| 编制增加" },
	{ "部门 of a name is text", "部门信息化", "| 部门信息化" },

	/* questions */
	{ "how much", "请问绿化多少钱", "| 绿化" },
	{ "how much in all", "绿化一共花了多少钱", "| 绿化" },
	{ "how much on something", "2022年天河区在绿化上花了多少钱", "year=2022 region=天河区 | 绿化" },
	{ "which", "天河区有哪些绿化项目", "region=天河区 | 绿化" },
	{ "a wish", "帮我找绿化", "| 绿化" },
	{ "a wish inside a name is part of it", "信用查询系统", "| 信用查询系统" },
	{ "项目 alone says nothing to be left out", "绿化项目", "| 绿化项目" },

	/* never */
	{ "in quotation marks", "\"2022年绿化\"", "| \"2022年绿化\"" },
	{ "in a field", "year:2022 绿化", "| year:2022 绿化" },
	{ "where one character would be left of a name", "2022年版", "| 2022年版" },
};

static void reads(void **state)
{
	const struct row *row = *state;
	g_autofree char *found = read_query(row->text);

	assert_string_equal(found, row->expected);
}

/* ---- the table ---- */

/* A class of data/asking, an example where % stands for a word of it, and what is read then. */
static const struct {
	const char *class, *example, *expected;
} examples[] = {
	{ "about_before", "%100万的绿化", "amount=900000元..1100000元 | 绿化" },
	{ "about_behind", "100万%的绿化", "amount=900000元..1100000元 | 绿化" },
	{ "above_before", "绿化 %100万", "amount=>1000000元 | 绿化" },
	{ "least_before", "绿化 %100万", "amount=1000000元.. | 绿化" },
	{ "below_before", "绿化 %100万", "amount=<1000000元 | 绿化" },
	{ "most_before", "绿化 %100万", "amount=..1000000元 | 绿化" },
	{ "least_behind", "100万%的绿化", "amount=1000000元.. | 绿化" },
	{ "most_behind", "100万%的绿化", "amount=..1000000元 | 绿化" },
	{ "up_to", "%百万的绿化", "amount=1000000元.. | 绿化" },
	{ "between", "100万到200万%的绿化", "amount=1000000元..2000000元 | 绿化" },
	{ "to", "2020%2022年绿化", "year=2020..2022 | 绿化" },
	{ "amount_of", "%100万以上的绿化", "amount=1000000元.. | 绿化" },
	{ "and", "2020年%2022年绿化", "year=2020 year=2022 | 绿化" },
	{ "budget", "2020年%绿化", "year=2020 kind=预算 | 绿化" },
	{ "account", "2020年%绿化", "year=2020 kind=决算 | 绿化" },
	{ "ascending", "绿化%", "order=least | 绿化" },
	{ "descending", "绿化%", "order=most | 绿化" },
	{ "most", "绿化%", "order=most | 绿化" },
	{ "least", "绿化%", "order=least | 绿化" },
	{ "first", "绿化%三名", "order=most | 绿化" },
	{ "five_of", "绿化前三%", "order=most | 绿化" },
	{ "order_behind", "绿化最大%", "order=most" },
	{ "by_department", "%绿化最多", "by=department order=most | 绿化" },
	{ "by_who", "绿化%最多", "by=department order=most | 绿化" },
	{ "by_region", "%绿化最多", "by=region order=most | 绿化" },
	{ "by_department_end", "绿化最多%", "order=most by=department | 绿化" },
	{ "by_region_end", "绿化最多%", "order=most by=region | 绿化" },
	{ "rise", "%最快的部门", "change=most rise by=department |" },
	{ "fall", "%最快的部门", "change=most fall by=department |" },
	{ "than_last", "预算%增加的部门", "kind=预算 change=rise by=department |" },
	{ "superlative", "增长%的部门", "change=most rise by=department |" },
	{ "done", "增加%的部门", "change=rise by=department |" },
	{ "joint", "2020年%绿化", "year=2020 | 绿化" },
	{ "this_year", "%绿化", "year=2024 | 绿化" },
	{ "last_year", "%绿化", "year=2023 | 绿化" },
	{ "year_before", "%绿化", "year=2022 | 绿化" },
	{ "recent", "%三年绿化", "year=2022..2024 | 绿化" },
	{ "recent_behind", "近三年%绿化", "year=2022..2024 | 绿化" },
	{ "from", "%2020年以来绿化", "year=2020.. | 绿化" },
	{ "since", "2020年%绿化", "year=2020.. | 绿化" },
	{ "since_end", "2020年%的绿化", "year=2020.. | 绿化" },
	{ "until", "2020年%绿化", "year=..2020 | 绿化" },
	{ "before", "2020年%绿化", "year=..2019 | 绿化" },
	{ "before_end", "2020年%的绿化", "year=..2019 | 绿化" },
	{ "not_any", "%绿化的部门", "none=0 by=department | 绿化" },
	{ "question", "2020年绿化%", "year=2020 | 绿化" },
	{ "please", "%绿化", "| 绿化" },
	{ "spending", "绿化%最多", "order=most | 绿化" },
	{ "spending_alone", "%最多的部门", "order=most by=department |" },
	{ "things", "2020年绿化%", "year=2020 | 绿化" },
};

static void check_word(const char *class, const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(examples); i++) {
		g_auto(GStrv) parts = g_strsplit(examples[i].example, "%", 2);
		g_autofree char *text = g_strconcat(parts[0], word, parts[1], NULL);
		g_autofree char *found = NULL;

		if (strcmp(examples[i].class, class))
			continue;
		found = read_query(text);
		if (!g_str_has_prefix(found, examples[i].expected))
			fail_msg("%s %s: %s gives %s, not %s", class, word, text, found, examples[i].expected);
		return;
	}
	/* of the line that stands for all */
	if (strcmp(class, "total"))
		fail_msg("no example of the class %s", class);
}

static void every_word_of_the_table_is_read(void **state)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir") ? g_getenv("top_srcdir") : ".", "data", "asking", NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	(void)state;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = **line && **line != '#' ? g_strsplit(*line, "\t", 2) : NULL;

		if (fields)
			check_word(fields[0], fields[1]);
	}
}

/* ---- without a reading ---- */

static void one_reading_can_be_taken_away(void **state)
{
	static const char text[] = "2022年天河区绿化";
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GPtrArray) readings = NULL;
	g_autofree char *without = NULL, *rest = NULL;

	(void)state;
	assert_true(ys_query_set_text(query, text, NULL));
	readings = ys_understand(query->text, query->words_tree, NEWEST);
	assert_int_equal(readings->len, 2);
	without = ys_understood_without(text, g_ptr_array_index(readings, 0));
	assert_string_equal(without, "天河区绿化");
	/* what is put back into the text is a word of its own */
	((ys_reading *)g_ptr_array_index(readings, 0))->taken = FALSE;
	rest = ys_understood_rest(text, readings);
	assert_string_equal(g_strstrip(rest), "2022年   绿化");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, reads);
	ADD_TEST(tests, every_word_of_the_table_is_read);
	ADD_TEST(tests, one_reading_can_be_taken_away);
	return run_all("understand", tests);
}
