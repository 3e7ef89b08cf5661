#include "tests/unit/reader_fixture.h"

/* Two rows of two cells, the least that is a table with data. */
#define TABLE "<table><tr><td>科目</td><td>金额</td></tr><tr><td>合计</td><td>1.00</td></tr></table>"
#define TABLE_DUMP "table\n  | 0:科目 | 1:金额 |\n  | 0:合计 | 1:1.00 |\n"

typedef struct {
	const char *name, *page, *dump;
} row;

static const row page_rows[] = {
	{ "paragraphs, and headings with their levels",
	  "<html><body><h1>甲局预算</h1><h2>一、职责</h2><p>第一段</p><div>第二段</div></body></html>",
	  "title 甲局预算\ntext level=1: 甲局预算\ntext level=2: 一、职责\ntext: 第一段\ntext: 第二段\n" },
	{ "blanks and line ends of the file are one blank", "<p>a  b\n\tc</p>", "text: a b c\n" },
	{ "<br> ends a line", "<p>一<br/>二<br>三</p>", "text: 一 ¶ 二 ¶ 三\n" },
	{ "entities are spelled out, numbers too", "<p>A&amp;B&nbsp;&#x9884;&#31639;</p>", "text: A&B\u00a0预算\n" },
	{ "inline elements do not cut a paragraph", "<p><strong>第<span>一</span></strong>部分</p>", "text: 第一部分\n" },
	{ "scripts, styles and hidden text are no text",
	  "<p>一</p><script>var a='<p>x</p>'</script><style>p{}</style><noscript>n</noscript>"
	  "<p style='DISPLAY : none'>h</p><p hidden>h</p><p>二</p>", "text: 一\ntext: 二\n" },
	{ "controls of forms are no text, what else the form holds is",
	  "<form id=aspnet><input value=x><select><option>选</select><p>正文</p><button>搜索</button></form>",
	  "text: 正文\n" },
	{ "a comment is no text", "<!-- c --><p>一<!-- c -->二</p>", "text: 一二\n" },
	{ "a table with rows and columns", "<p>表</p>" TABLE "<p>注</p>", "text: 表\n" TABLE_DUMP "text: 注\n" },
	{ "a fragment of a page without <html>", "\r\n\r\n<div class=x>" TABLE "</div>", TABLE_DUMP },
	{ "the rest of a program in front", "<%@ page contentType=\"text/html\" %>\n<table>"
	  "<tr><td>a<td>b<tr><td>c<td>d</table>", "table\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
	{ "a table for layout is walked through, its inner table is read",
	  "<table><tr><td>左</td><td>右</td></tr><tr><td>文</td><td><p>前</p>" TABLE "</td></tr></table>",
	  "text: 左\ntext: 右\ntext: 文\ntext: 前\n" TABLE_DUMP },
	{ "a table of one column is text", "<table><tr><td>一</td></tr><tr><td>二</td></tr></table>",
	  "text: 一\ntext: 二\n" },
	{ "a table of one row is text", "<table><tr><td>一</td><td>二</td></tr></table>", "text: 一\ntext: 二\n" },
	{ "columns without text at the right of a sheet that was saved as a page",
	  "<table><tr><td colspan=256>题<tr><td>a<td>b<td><td colspan=253>&nbsp;<tr><td>c<td>d</table>",
	  "table\n  | 0[2x1]:题 |\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
	{ "a page that is cut off in a character's number", "<p>一&#20108;&#3732", "text: 一二\n" },
	{ "a table without text in it is none", "<p>x</p><table><tr><td>&nbsp;<td><tr><td><td></table>", "text: x\n" },
	{ "spans", "<table><tr><td rowspan=2>科目</td><td colspan=2>金额</td></tr><tr><td>甲</td><td>乙</td></tr>"
	  "<tr><td>a</td><td>1</td><td>2</td></tr></table>",
	  "table\n  | 0[1x2]:科目 | 1[2x1]:金额 |\n  | 1:甲 | 2:乙 |\n  | 0:a | 1:1 | 2:2 |\n" },
	{ "a span down to the last row", "<table><tr><td rowspan=0>a<td>b<tr><td>c<td>d<tr><td>e</table>",
	  "table\n  | 0[1x3]:a | 1:b |\n  | 1:c | 2:d |\n  | 1:e |\n" },
	{ "spans that lead nowhere end with the table",
	  "<table><tr><td rowspan=99999>a<td colspan=-3>b<tr><td>c<td>d</table>",
	  "table\n  | 0[1x2]:a | 1:b |\n  | 1:c | 2:d |\n" },
	{ "<thead> and rows of <th> are head",
	  "<table><caption>表1</caption><thead><tr><td>a<td>b</thead><tbody><tr><th>c<th>d<tr><th>e<td>f</tbody></table>",
	  "text: 表1\ntable\n  head | 0:a | 1:b |\n  head | 0:c | 1:d |\n  | 0:e | 1:f |\n" },
	{ "paragraphs in a cell are lines of it",
	  "<table><tr><td><p>一</p><p>二<br>三</p></td><td>x</td></tr><tr><td>a</td><td>b</td></tr></table>",
	  "table\n  | 0:一 ¶ 二 ¶ 三 | 1:x |\n  | 0:a | 1:b |\n" },
	{ "a hidden row is not seen",
	  "<table><tr><td>a<td>b<tr style='display:none'><td>x<td>y<tr><td>c<td>d</table>",
	  "table\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
	{ "a table in a cell is text of it where the outer one holds more",
	  "<table><tr><td>a<td><table><tr><td>x</table><tr><td>c<td>d</table>",
	  "table\n  | 0:a | 1:x |\n  | 0:c | 1:d |\n" },
	{ "text in front of a table's first row stands in front of it", "<table>散" "<tr><td>a<td>b<tr><td>c<td>d</table>",
	  "text: 散\ntable\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
};

static const row area_rows[] = {
	{ "the article is read, with the heading in front of it; what stands around is not",
	  "<body><div class=top-links>本站通知</div><h1>甲局预算</h1><div class=info>发布时间：2024-02-05</div>"
	  "<div class='TRS_Editor'><p>正文很长很长很长很长很长很长很长很长很长很长</p></div><p>扫一扫</p></body>",
	  "title 甲局预算\ntext level=1: 甲局预算\ntext: 正文很长很长很长很长很长很长很长很长很长很长\n" },
	{ "a title that is no <h1> stands in front of the area",
	  "<body><div class=title>公开目录</div><td><h2>甲局预算</h2></td><div class=info>来源</div><div id=zoom>正文很长很长很长很长</div>",
	  "title 甲局预算\ntext level=1: 甲局预算\ntext: 正文很长很长很长很长\n" },
	{ "or is only called one",
	  "<body><div><p class='bt'>甲局预算</p></div><div><div id=zoom>正文很长很长很长很长</div></div>",
	  "title 甲局预算\ntext level=1: 甲局预算\ntext: 正文很长很长很长很长\n" },
	{ "names of areas are compared without case and hyphens",
	  "<body><p>前</p><div id=UCAP-CONTENT>正文很长很长很长很长</div></body>", "text: 正文很长很长很长很长\n" },
	{ "an area that holds little is not believed",
	  "<body><div id=zoom>空</div><p>正文很长很长很长很长</p></body>", "text: 空\ntext: 正文很长很长很长很长\n" },
	{ "links do not weigh",
	  "<body><ul><li><a>很长很长很长很长很长的菜单</a></ul><div id=zoom>正文</div></body>", "text: 正文\n" },
	{ "a table outside of the area is never lost",
	  "<body><p>头</p><div><div id=zoom>正文很长很长很长很长很长很长很长</div>" TABLE "</div></body>",
	  "text: 正文很长很长很长很长很长很长很长\n" TABLE_DUMP },
	{ "furniture is left out by its name", "<body><div class='clearfix footer'>主办单位</div><p>正文</p></body>",
	  "text: 正文\n" },
	{ "what holds a table is no furniture", "<body><div class=location>" TABLE "</div></body>", TABLE_DUMP },
	{ "<header> with the heading stays", "<body><header>站</header><header><h1>甲局</h1></header><p>x</p></body>",
	  "title 甲局\ntext level=1: 甲局\ntext: x\n" },
	{ "where in the site the page is", "<body><div>您当前的位置：首页 &gt; 公开</div><p>正文</p></body>", "text: 正文\n" },
	{ "a page without an area begins with its heading",
	  "<body><p>站名</p><h1>甲局预算</h1><p>正文</p></body>", "title 甲局预算\ntext level=1: 甲局预算\ntext: 正文\n" },
	{ "but not where most of it stands in front", "<body><p>正文很长很长很长很长</p><h1>站</h1></body>",
	  "title 站\ntext: 正文很长很长很长很长\ntext level=1: 站\n" },
	{ "what the page says of itself",
	  "<head><meta name=ArticleTitle content='甲局2024年预算'><meta name='PubDate' content='2024-02-05 10:00'>"
	  "<meta name=SiteName content='某市政府'><meta name=ContentSource content='甲局'><title>t</title></head><p>x</p>",
	  "title 甲局2024年预算\npublisher 甲局\npublished 2024-02-05\ntext: x\n" },
	{ "its title where it says nothing else", "<title> 甲局 \n 预算 </title><p>x</p>", "title 甲局 预算\ntext: x\n" },
	{ "nor a year that is none", "<meta name=PubDate content='20224-02-05'><p>x</p>", "text: x\n" },
	{ "a day that is none is not told", "<meta name=PubDate content='2024-13-05'><p>x</p>", "text: x\n" },
	{ "nor one that is a day in its low eight bits only", "<meta name=PubDate content='2024-02-261'><p>x</p>", "text: x\n" },
};

static void a_page_is_read(void **state)
{
	const row *row = *state;
	g_autofree char *dump = read_as_dump(row->page, strlen(row->page));
	g_autofree char *expected = g_strconcat("format html\n", row->dump, NULL);

	assert_string_equal(dump, expected);
}

/* ---- encodings ---- */

static const struct {
	const char *name, *declared, *encoding, *text;
} encoding_rows[] = {
	{ "UTF-8", "utf-8", "UTF-8", "预算" },
	{ "UTF-8 whatever is declared", "gb2312", "UTF-8", "预算" },
	{ "GBK", "gbk", "GBK", "预算" },
	{ "what calls itself GB2312 may hold any character of GB18030", "gb2312", "GB18030", "镕\u3400" },
	{ "GBK that calls itself UTF-8", "utf-8", "GBK", "部门预算公开" },
	{ "Big5 where it is declared", "big5", "BIG5", "部門預算" },
	{ "UTF-16 with a mark", "utf-16", "UTF-16", "预算" },
};

static void an_encoding_is_told(void **state)
{
	const typeof(encoding_rows[0]) *row = *state;
	g_autofree char *page = g_strdup_printf("<html><meta charset=\"%s\"><p>%s</p>", row->declared, row->text);
	g_autofree char *expected = g_strdup_printf("format html\ntext: %s\n", row->text), *bytes, *dump;
	gsize len;

	bytes = g_convert(page, -1, row->encoding, "UTF-8", NULL, &len, NULL);
	assert_non_null(bytes);
	dump = read_as_dump(bytes, len);
	assert_string_equal(dump, expected);
}

static void a_mark_in_front_is_no_text(void **state)
{
	static const char page[] = "\xef\xbb\xbf<p>预算</p>";
	g_autofree char *dump = read_as_dump(page, strlen(page));

	(void)state;
	assert_string_equal(dump, "format html\ntext: 预算\n");
}

static void damaged_text_is_remarked(void **state)
{
	static const char page[] = "<p>部门预算公开部门预算公开\xff</p>";
	g_autofree char *dump = read_as_dump(page, strlen(page));

	(void)state;
	assert_dumped(dump, "remark text-damaged");
	assert_dumped(dump, "text: 部门预算公开部门预算公开\xef\xbf\xbd\n");
}

/* ---- what is no page ---- */

static const struct {
	const char *name, *text, *result;
} other_rows[] = {
	{ "text is no page", "部门预算\n合计\t1.00\n", "unknown" },
	{ "text with tags in it is no page", "项目\t<p>光纤<br/>租赁</p>\n<p>x</p>", "unknown" },
	{ "a page without text says what to do", "<html><body><script>load()</script></body></html>",
	  "refused: there is no text in the page; if a browser shows some, a script fetches it: save the page "
	  "from the browser as PDF" },
};

static void it_is_told_from_pages(void **state)
{
	const typeof(other_rows[0]) *row = *state;
	g_autofree char *dump = read_as_dump(row->text, strlen(row->text));

	assert_string_equal(dump, row->result);
}

/* ---- pages made to harm ---- */

static char *read_repeated(const char *before, const char *piece, guint n, const char *after)
{
	g_autoptr(GString) page = g_string_new(before);

	while (n--)
		g_string_append(page, piece);
	g_string_append(page, after);
	return read_as_dump(page->str, page->len);
}

static void deep_elements_become_text_of_what_holds_them(void **state)
{
	g_autofree char *dump = read_repeated("<html>", "<ul><li>", 150, "深<p>层</p></li>");

	(void)state;
	assert_string_equal(dump, "format html\ntext: 深层\n");
}

static void what_only_surrounds_leaves_the_tables_in_it(void **state)
{
	static const char *const pieces[] = { "<font size=3>", "<div class=a><span style='color:red'>", "<b><center>" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autofree char *dump = read_repeated("<html>", pieces[i], 300,
						      "<div>一</div><div>二<table><tr><td>三<td>4.00<tr><td>五<td>6.00</table>七");

		assert_string_equal(dump, "format html\ntext: 一\ntext: 二\ntable\n  | 0:三 | 1:4.00 |\n"
					  "  | 0:五 | 1:6.00 |\ntext: 七\n");
	}
}

static void what_is_hidden_stays_so_however_deep(void **state)
{
	g_autofree char *dump = read_repeated("<html>", "<div>", 300, "深<div style='DISPLAY : none'>层</div><b hidden>次</b>");

	(void)state;
	assert_string_equal(dump, "format html\ntext: 深\n");
}

static void what_goes_on_forever_is_cut_with_a_remark(void **state)
{
	g_autofree char *deep = read_repeated("<html><p>一</p>", "<div><span>", 2000, "深");
	g_autofree char *many = read_repeated("<html><p>一</p>", "<b>", 0, "");

	(void)state;
	assert_dumped(deep, "remark page-cut");
	assert_dumped(deep, "text: 一\n");
	assert_string_equal(many, "format html\ntext: 一\n");
}

static void what_begins_with_very_many_elements_says_so(void **state)
{
	g_autofree char *dump = read_repeated("<html>", "<div>", 2000, "深");

	(void)state;
	assert_string_equal(dump, "refused: the page begins with too many elements inside one another; save it from the "
				  "browser as PDF");
}

static void wide_and_high_cells_take_little(void **state)
{
	g_autofree char *dump = read_repeated("<table>", "<tr><td rowspan=60000 colspan=60000>a<td>b", 2000, "</table>");

	(void)state;
	assert_dumped(dump, "| 0[1x2000]:a |");
}

static void tags_of_very_many_attributes_are_none(void **state)
{
	g_autofree char *many = read_repeated("<html><p ", "a='>'b=\"1\" c ", 20000, ">一</p>");
	g_autofree char *script = read_repeated("<html><script>for (i = 0; i<n; i++) ", "a = b; ", 1000, "</script><p>一");
	g_autofree char *style = read_repeated("<html><p style='", "a : b ; ", 400, "'>一</p><!-- <x --><p>二");

	(void)state;
	assert_string_equal(many, "format html\ntext: 一\n");
	assert_string_equal(script, "format html\ntext: 一\n");
	assert_string_equal(style, "format html\ntext: 一\ntext: 二\n");
}

static void end_tags_of_nothing_take_linear_time(void **state)
{
	g_autofree char *dump = read_repeated("<html><p>一", "</x></b>", 300000, "</p>");

	(void)state;
	assert_string_equal(dump, "format html\ntext: 一\n");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, page_rows, a_page_is_read);
	ADD_ROWS(tests, area_rows, a_page_is_read);
	ADD_ROWS(tests, encoding_rows, an_encoding_is_told);
	ADD_TEST(tests, a_mark_in_front_is_no_text);
	ADD_TEST(tests, damaged_text_is_remarked);
	ADD_ROWS(tests, other_rows, it_is_told_from_pages);
	ADD_TEST(tests, deep_elements_become_text_of_what_holds_them);
	ADD_TEST(tests, what_only_surrounds_leaves_the_tables_in_it);
	ADD_TEST(tests, what_is_hidden_stays_so_however_deep);
	ADD_TEST(tests, what_begins_with_very_many_elements_says_so);
	ADD_TEST(tests, what_goes_on_forever_is_cut_with_a_remark);
	ADD_TEST(tests, wide_and_high_cells_take_little);
	ADD_TEST(tests, tags_of_very_many_attributes_are_none);
	ADD_TEST(tests, end_tags_of_nothing_take_linear_time);
	return run_all("html", tests);
}
