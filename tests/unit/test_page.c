#include "tools/web/page_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* ---- words ---- */

/* The places to be filled in, as bits. */
static guint places_in(const char *text)
{
	guint places = 0;

	for (const char *s = strchr(text, '{'); s; s = strchr(s + 1, '{')) {
		assert_true(s[1] >= '1' && s[1] <= '3' && s[2] == '}');
		places |= 1u << (s[1] - '1');
	}
	return places;
}

static void every_word_is_there_in_both_languages(void **state)
{
	(void)state;
	for (int word = 0; word < W_N_WORDS; word++) {
		const char *zh = web_word_text(WEB_ZH, (web_word)word), *en = web_word_text(WEB_EN, (web_word)word);

		if (!zh || !*zh || !en || !*en)
			fail_msg("word %d is missing", word);
		if (places_in(zh) != places_in(en))
			fail_msg("%s and %s are filled in differently", zh, en);
	}
}

static void values_have_words_and_unknown_ones_have_none(void **state)
{
	(void)state;
	assert_int_equal(web_kind_word("决算"), W_KIND_FINAL);
	assert_int_equal(web_kind_word("草案"), W_N_WORDS);
	assert_int_equal(web_kind_word(NULL), W_N_WORDS);
	assert_int_equal(web_figure_word("vehicle_running"), W_FIGURE_VEHICLE_RUNNING);
	assert_int_equal(web_field_word("goal"), W_FIELD_GOAL);
	assert_int_equal(web_type_word(YS_DEPARTMENT), W_TYPE_DEPARTMENT);
	assert_non_null(web_warning_text(WEB_EN, "number-rebuilt"));
	assert_null(web_warning_text(WEB_ZH, "a code of tomorrow"));
}

/* ---- parts ---- */

typedef struct {
	web_request request;
	web_view view;
	page_out out;
} fixture;

static void begin(fixture *f, web_lang lang)
{
	memset(f, 0, sizeof *f);
	f->request.lang = lang;
	f->request.page = 1;
	f->request.self = (char *)"/y";
	f->view.request = &f->request;
	f->out = (page_out){ g_string_new(NULL), &f->view, &f->request, 0 };
}

static void check_and_end(fixture *f, const char *expected)
{
	assert_string_equal(f->out.out->str, expected);
	g_string_free(f->out.out, TRUE);
}

static void what_is_filled_in_is_escaped(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	page_say(&f.out, W_RESULTS_OF, "<b>{1}&", NULL);
	check_and_end(&f, "“&lt;b&gt;{1}&amp;”的搜索结果");
}

static void arguments_that_lack_are_left_out(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	page_say(&f.out, W_GENERATION, "7", NULL);
	check_and_end(&f, "Index generation 7, updated .");
}

#define ZH(text) "<span lang=\"zh-CN\">" text "</span>"

static const struct {
	const char *text, *expected;
} marked[] = {
	{ "plain & simple", "plain &amp; simple" },
	{ "青禾区政务局", ZH("青禾区政务局") },
	{ "Results for “食堂”", "Results for “" ZH("食堂") "”" },
	{ "2,655.11万元", "2,655.11" ZH("万元") },
	{ "Largest: 2024年12345热线, 9亿元", "Largest: " ZH("2024年12345热线, 9亿元") },
	{ "in 12345热线", "in " ZH("12345热线") },
	{ "三公经费 (three public expenses)", ZH("三公经费") " (three public expenses)" },
	{ "（一）甲<乙>，2023年的《丙》！", ZH("（一）甲&lt;乙&gt;，2023年的《丙》！") },
	{ "甲 10, b 乙", ZH("甲") " 10, b " ZH("乙") },
	{ "", "" },
	{ NULL, "" },
};

static void chinese_on_an_english_page_is_marked(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(marked); i++) {
		fixture f;

		begin(&f, WEB_EN);
		page_text(&f.out, marked[i].text);
		check_and_end(&f, marked[i].expected);
	}
}

static void no_page_marks_what_must_stay_plain_or_is_its_own_language(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	page_plain(&f.out, "<食堂>");
	check_and_end(&f, "&lt;食堂&gt;");
	begin(&f, WEB_ZH);
	page_text(&f.out, "<食堂> in 甲");
	page_paragraphs(&f.out, "乙", 1000);
	check_and_end(&f, "&lt;食堂&gt; in 甲<p>乙</p>\n");
	begin(&f, WEB_EN);
	page_paragraphs(&f.out, "甲\n\n乙", 1000);
	check_and_end(&f, "<p lang=\"zh-CN\">甲</p>\n<p lang=\"zh-CN\">乙</p>\n");
}

static void an_amount_says_its_yuan_too(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	page_amount(&f.out, 2655110000);
	page_amount(&f.out, YS_AMOUNT_NONE);
	check_and_end(&f, "<span class=\"m\" title=\"26,551,100 元\">2,655.11万元</span>");
}

static void a_change_has_a_sign(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	page_change(&f.out, -1191440000, -763);
	page_change(&f.out, 100000000, YS_PERCENT_NONE);
	page_change(&f.out, YS_AMOUNT_NONE, 5);
	check_and_end(&f, "<span class=\"m\">-1,191.44万元 (-7.63%)</span><span class=\"m\">+100.00万元</span>");
}

static const struct {
	web_lang lang;
	int year;
	const char *kind, *expected;
} times[] = {
	{ WEB_ZH, 2023, "预算", "2023年预算" },
	{ WEB_EN, 2023, "决算", "2023 final account" },
	{ WEB_ZH, 2023, NULL, "2023年" },
	{ WEB_EN, 2023, NULL, "2023" },
	{ WEB_ZH, 0, "预算", "预算" },
	{ WEB_EN, 0, NULL, "" },
	{ WEB_EN, 2023, "草案", "2023 草案" },
};

static void year_and_kind_are_said_as_far_as_known(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
		g_autofree char *text = NULL;
		fixture f;

		begin(&f, times[i].lang);
		text = page_year_kind(&f.out, times[i].year, times[i].kind);
		assert_string_equal(text, times[i].expected);
		check_and_end(&f, "");
	}
}

static void a_region_is_said_as_far_as_known(void **state)
{
	const ys_region whole = { "广东省", "广州市", "白云区", "440111" }, direct = { "北京市", NULL, "海淀区", "110108" };
	const ys_region none = { NULL, NULL, NULL, NULL };
	g_autofree char *a = page_region_text(&whole), *b = page_region_text(&direct);

	(void)state;
	assert_string_equal(a, "广东省 广州市 白云区");
	assert_string_equal(b, "北京市 海淀区");
	assert_null(page_region_text(&none));
}

static ys_piece *piece(const char *text, gboolean hit)
{
	ys_piece *p = g_new0(ys_piece, 1);

	p->text = g_strdup(text);
	p->hit = hit;
	return p;
}

static void piece_free(void *data)
{
	g_free(((ys_piece *)data)->text);
	g_free(data);
}

static void hits_are_marked_and_other_wordings_apart(void **state)
{
	g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func(piece_free);
	g_autoptr(GPtrArray) synonyms = g_ptr_array_new();
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	g_ptr_array_add(pieces, piece("机关<", FALSE));
	g_ptr_array_add(pieces, piece("食堂", TRUE));
	g_ptr_array_add(pieces, piece("和", FALSE));
	g_ptr_array_add(pieces, piece("饭 堂", TRUE));
	g_ptr_array_add(synonyms, (char *)"饭堂");
	page_pieces(&f.out, pieces, synonyms);
	check_and_end(&f, "机关&lt;<mark>食堂</mark>和<mark class=\"syn\" title=\"另一种说法\">饭 堂</mark>");
}

static void a_warning_of_an_unknown_code_shows_its_message(void **state)
{
	g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	page_warnings(&f.out, warnings);
	g_ptr_array_add(warnings, ys_warning_new("name-rebuilt", 3, "x"));
	g_ptr_array_add(warnings, ys_warning_new("new", 3, "<new>"));
	page_warnings(&f.out, warnings);
	check_and_end(&f, "<ul class=\"warn\"><li>名称被分页切断，已拼接</li><li>&lt;new&gt;</li></ul>\n");
}

/* ---- lists printed as one text ---- */

static const struct {
	const char *name;
	const char *text;
	const char *expected;   /* entries joined by '|', numbered ones behind '#'; NULL: no list */
} lists[] = {
	{ "numbered", "1、数量指标:(人数)180;2、质量指标:(合格率)98%。", "#数量指标:(人数)180|质量指标:(合格率)98%" },
	{ "full-width", "1、甲；2、乙；3、丙", "#甲|乙|丙" },
	{ "without numbers", "人数：目标18人；合格率：目标98%", "人数：目标18人|合格率：目标98%" },
	{ "a line each", "甲\n乙", "甲|乙" },
	{ "brackets are not cut", "1、甲(一；二)；2、乙", "#甲(一；二)|乙" },
	{ "numbers of some only", "1、甲；乙；2、丙", NULL },
	{ "numbers out of order", "2、甲；1、乙", "2、甲|1、乙" },
	{ "brackets that stay open", "1、甲(一；2、乙", NULL },
	{ "brackets that were never opened", "1、甲)；2、乙", NULL },
	{ "one entry", "1、甲", NULL },
	{ "nothing behind a number", "1、；2、乙", NULL },
	{ "empty entries are none", "甲；；乙；", "甲|乙" },
	{ "empty", "", NULL },
};

static void a_list_falls_apart_only_where_it_does_so_cleanly(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
		gboolean numbered = FALSE;
		g_autoptr(GPtrArray) entries = page_split_list(lists[i].text, &numbered);
		g_autofree char *joined = NULL;

		if (entries) {
			g_autofree char *all = NULL;

			g_ptr_array_add(entries, NULL);
			all = g_strjoinv("|", (char **)entries->pdata);
			joined = g_strconcat(numbered ? "#" : "", all, NULL);
		}
		if (g_strcmp0(joined, lists[i].expected))
			fail_msg("%s: %s", lists[i].name, joined);
	}
}

/* ---- shares ---- */

static void only_a_project_with_money_has_a_share(void **state)
{
	g_autoptr(ys_record) project = ys_record_new(YS_PROJECT), item = ys_record_new(YS_ITEM);
	g_autoptr(ys_record) publication = ys_record_new(YS_PUBLICATION);
	g_autofree char *share = NULL;

	(void)state;
	project->amount = item->amount = 265511000;
	assert_null(page_share_text(project, NULL));
	assert_null(page_share_text(project, publication));
	publication->project = 1299372000;
	assert_null(page_share_text(item, publication));
	share = page_share_text(project, publication);
	assert_string_equal(share, "20.4%");
	project->amount = 0;
	assert_null(page_share_text(project, publication));
}

/* ---- years ---- */

static void a_year_is_compared_with_the_nearest_of_its_kind(void **state)
{
	static const struct {
		int year;
		const char *kind;
		int amount;             /* 万元 */
		const char *change;     /* behind it on the page */
	} rows[] = {
		{ 2024, "预算", 90, "<span class=\"m\">+30.00" }, { 2023, "决算", 80, "<span class=\"m\">+70.00" },
		{ 2022, "预算", 60, "</td>" }, { 2020, "决算", 10, "</td>" }, { 0, "预算", 50, "</td>" },
	};
	g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	g_autoptr(GPtrArray) same = g_ptr_array_new();
	web_record shown = { .same = same };
	fixture f;

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		ys_record *record = ys_record_new(YS_PROJECT);

		record->id = g_strdup("p1");
		record->title = g_strdup("食堂");
		record->year = rows[i].year;
		record->kind = g_strdup(rows[i].kind);
		record->amount = rows[i].amount * YS_WAN;
		g_ptr_array_add(records, record);
		/* in no order */
		if (i)
			g_ptr_array_insert(same, 0, record);
	}
	shown.record = g_ptr_array_index(records, 0);
	begin(&f, WEB_ZH);
	page_project(&f.out, &shown);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *wanted = g_strdup_printf(">%d.00万元</span></td><td class=\"n\"></td><td class=\"n\">%s",
							  rows[i].amount, rows[i].change);

		if (!strstr(f.out.out->str, wanted))
			fail_msg("%d%s: %s", rows[i].year, rows[i].kind, f.out.out->str);
	}
	g_string_free(f.out.out, TRUE);
}

/* ---- tables ---- */

static void add_row(GPtrArray *rows, const char *cells)
{
	g_auto(GStrv) parts = g_strsplit(cells, "|", -1);
	GPtrArray *row = g_ptr_array_new_with_free_func(g_free);

	for (char **part = parts; *part; part++)
		g_ptr_array_add(row, g_strdup(*part));
	g_ptr_array_add(rows, row);
}

static ys_record *table_of(const char *columns)
{
	g_auto(GStrv) names = g_strsplit(columns, "|", -1);
	ys_record *table = ys_record_new(YS_TABLE);

	table->title = g_strdup("表<1>");
	table->unit_text = g_strdup("万元");
	for (char **name = names; *name; name++)
		g_ptr_array_add(table->columns, g_strdup(*name));
	return table;
}

static void a_head_of_several_levels_is_drawn_as_printed(void **state)
{
	g_autoptr(ys_record) table = table_of("科目编码|项目名称|合计|项目支出/小计|项目支出/其他");
	const char *html;
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	add_row(table->rows, "2010302|食堂|12.50|12.40|0.10");
	add_row(table->rows, "|合计|12.50");
	page_table(&f.out, table, (ys_lines){ 1, 100 }, &(ys_lines){ 1, 1 });
	html = f.out.out->str;
	assert_non_null(strstr(html, "<caption id=\"t1\"><span>表&lt;1&gt; <small>单位：万元</small></span></caption>"));
	assert_non_null(strstr(html, "<th scope=\"col\" rowspan=\"2\" class=\"n\">合计</th>"
			       "<th scope=\"colgroup\" colspan=\"2\">项目支出</th></tr>\n"
			       "<tr><th scope=\"col\" class=\"n\">小计</th><th scope=\"col\" class=\"n\">其他</th></tr>"));
	assert_non_null(strstr(html, "<tr id=\"r1\" class=\"here\"><td>2010302</td><th scope=\"row\">食堂</th>"
			       "<td class=\"n\">12.50</td>"));
	assert_non_null(strstr(html, "<tr id=\"r2\" class=\"sum\"><td></td><th scope=\"row\">合计</th><td class=\"n\">12.50</td>"
			       "<td></td><td></td></tr>"));
	g_string_free(f.out.out, TRUE);
}

static void columns_of_the_same_name_stay_apart(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|预算数|预算数");
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	add_row(table->rows, "甲|1.00|2.00|3.00");
	page_table(&f.out, table, (ys_lines){ 1, 1 }, NULL);
	assert_non_null(strstr(f.out.out->str, "<th scope=\"col\" class=\"f\">项目</th><th scope=\"col\" class=\"n\">预算数</th>"
			       "<th scope=\"col\" class=\"n\">预算数</th><th scope=\"col\" class=\"n\"></th></tr>"));
	g_string_free(f.out.out, TRUE);
}

static void a_table_without_rows_says_so(void **state)
{
	g_autoptr(ys_record) table = table_of("甲");
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	page_table(&f.out, table, (ys_lines){ 1, 100 }, NULL);
	check_and_end(&f, "<p>This table has no rows.</p>\n");
}

/* ---- too much of everything ---- */

/* n characters that all are the letter. */
static char *long_text(guint n, char letter)
{
	return g_strnfill(n, letter);
}

static void a_table_of_50000_rows_is_cut_and_says_so(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|金额");
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	table->id = g_strdup("t1");
	f.request.id = (char *)"t1";
	for (int i = 0; i < 50000; i++)
		add_row(table->rows, "甲|1.00");
	page_table(&f.out, table, (ys_lines){ 1, G_MAXINT }, NULL);
	assert_true(f.out.out->len < 200 * 1000);
	assert_non_null(strstr(f.out.out->str, "前 1,000 行，共 50,000 行。 <a href=\"/y?id=t1&amp;format=json\">"));
	g_string_free(f.out.out, TRUE);
}

static void one_row_of_a_large_table_is_drawn_alone(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|金额");
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	for (int i = 0; i < 5000; i++)
		add_row(table->rows, "甲|1.00");
	page_table(&f.out, table, (ys_lines){ 4000, 4002 }, &(ys_lines){ 4001, 4001 });
	assert_non_null(strstr(f.out.out->str, "<tr id=\"r4001\" class=\"here\">"));
	assert_null(strstr(f.out.out->str, "共 5,000 行"));
	g_string_free(f.out.out, TRUE);
}

static void a_row_of_5000_cells_is_cut_and_says_so(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|金额");
	g_autofree char *row = long_text(4999, '|');
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	add_row(table->rows, row);
	page_table(&f.out, table, (ys_lines){ 1, G_MAXINT }, NULL);
	assert_true(f.out.out->len < 20 * 1000);
	assert_non_null(strstr(f.out.out->str, "The first 200 of 5,000 columns are shown."));
	g_string_free(f.out.out, TRUE);
}

static void cells_of_megabytes_do_not_make_a_page_of_them(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|金额");
	g_autofree char *cell = long_text(1000 * 1000, 'x');
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	for (int i = 0; i < 20; i++)
		add_row(table->rows, cell);
	page_table(&f.out, table, (ys_lines){ 1, G_MAXINT }, NULL);
	assert_true(f.out.out->len < 200 * 1000);
	g_string_free(f.out.out, TRUE);
}

static void a_long_text_is_cut_between_characters_and_says_so(void **state)
{
	fixture f;

	(void)state;
	begin(&f, WEB_EN);
	/* seven bytes end inside the third character */
	page_paragraphs(&f.out, "一二三四", 7);
	page_paragraphs(&f.out, "一二", 6);
	page_paragraphs(&f.out, "一", 0);
	page_paragraphs(&f.out, NULL, 0);
	check_and_end(&f, "<p lang=\"zh-CN\">一二</p>\n<p class=\"by\">The first 2 of 4 characters are shown.</p>\n<p lang=\"zh-CN\">一二</p>\n"
			  "<p class=\"by\">The first 0 of 1 characters are shown.</p>\n");
}

static void a_long_snippet_is_cut(void **state)
{
	g_autoptr(GPtrArray) pieces = g_ptr_array_new();
	g_autofree char *text = long_text(400, 'x');
	ys_piece before = { text, FALSE }, hit = { text, TRUE }, behind = { text, FALSE };
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	g_ptr_array_add(pieces, &before);
	g_ptr_array_add(pieces, &hit);
	g_ptr_array_add(pieces, &behind);
	page_pieces(&f.out, pieces, NULL);
	assert_int_equal(f.out.out->len, 600 + strlen("<mark>…</mark>…"));
	assert_true(g_str_has_suffix(f.out.out->str, "x…</mark>…"));
	g_string_free(f.out.out, TRUE);
}

static void a_name_in_a_list_is_cut(void **state)
{
	g_autofree char *whole = page_clipped("一二三", 3), *cut = page_clipped("一二三四", 3);

	(void)state;
	assert_string_equal(whole, "一二三");
	assert_string_equal(cut, "一二三…");
	assert_null(page_clipped(NULL, 3));
}

/* ---- the frame ---- */

static void the_policy_names_the_style_sheet_of_the_page(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *style = NULL, *hash = NULL, *source = NULL;
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	const char *from, *to;
	guint8 digest[32];
	gsize len = sizeof digest;
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	page_error(out, &f.view, 404, NULL);
	from = strstr(out->str, "<style>");
	to = strstr(out->str, "</style>");
	assert_true(from && to);
	style = g_strndup(from + 7, to - from - 7);
	g_checksum_update(sum, (const guchar *)style, -1);
	g_checksum_get_digest(sum, digest, &len);
	hash = g_base64_encode(digest, len);
	source = g_strdup_printf("style-src 'sha256-%s'", hash);
	assert_non_null(strstr(page_security_policy(), source));
	assert_non_null(strstr(page_security_policy(), "default-src 'none'"));
	/* neither would be shown or run under it */
	assert_null(strstr(out->str, " style="));
	assert_null(strstr(out->str, "<script"));
	check_and_end(&f, "");
}

static void an_error_shows_what_the_visitor_typed_as_text(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	fixture f;

	(void)state;
	begin(&f, WEB_ZH);
	f.request.values[WEB_Q] = (char *)"\"><script>alert(1)</script>";
	page_error(out, &f.view, 400, "<script>");
	assert_null(strstr(out->str, "<script"));
	assert_non_null(strstr(out->str, "value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""));
	assert_non_null(strstr(out->str, "&lt;script&gt;</"));
	check_and_end(&f, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_is_there_in_both_languages),
		cmocka_unit_test(values_have_words_and_unknown_ones_have_none),
		cmocka_unit_test(what_is_filled_in_is_escaped),
		cmocka_unit_test(arguments_that_lack_are_left_out),
		cmocka_unit_test(chinese_on_an_english_page_is_marked),
		cmocka_unit_test(no_page_marks_what_must_stay_plain_or_is_its_own_language),
		cmocka_unit_test(an_amount_says_its_yuan_too),
		cmocka_unit_test(a_change_has_a_sign),
		cmocka_unit_test(year_and_kind_are_said_as_far_as_known),
		cmocka_unit_test(a_region_is_said_as_far_as_known),
		cmocka_unit_test(hits_are_marked_and_other_wordings_apart),
		cmocka_unit_test(a_warning_of_an_unknown_code_shows_its_message),
		cmocka_unit_test(a_list_falls_apart_only_where_it_does_so_cleanly),
		cmocka_unit_test(only_a_project_with_money_has_a_share),
		cmocka_unit_test(a_year_is_compared_with_the_nearest_of_its_kind),
		cmocka_unit_test(a_head_of_several_levels_is_drawn_as_printed),
		cmocka_unit_test(columns_of_the_same_name_stay_apart),
		cmocka_unit_test(a_table_without_rows_says_so),
		cmocka_unit_test(a_table_of_50000_rows_is_cut_and_says_so),
		cmocka_unit_test(one_row_of_a_large_table_is_drawn_alone),
		cmocka_unit_test(a_row_of_5000_cells_is_cut_and_says_so),
		cmocka_unit_test(cells_of_megabytes_do_not_make_a_page_of_them),
		cmocka_unit_test(a_long_text_is_cut_between_characters_and_says_so),
		cmocka_unit_test(a_long_snippet_is_cut),
		cmocka_unit_test(a_name_in_a_list_is_cut),
		cmocka_unit_test(the_policy_names_the_style_sheet_of_the_page),
		cmocka_unit_test(an_error_shows_what_the_visitor_typed_as_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
