#include "tests/unit/reader_fixture.h"

/* A workbook of one sheet «表» with these elements, and what its parts say besides. */
typedef struct book {
	const char *sheet, *strings, *styles, *workbook, *sheets;
} book;

static GByteArray *workbook_of(const book *book)
{
	static const char no[] = "";
	g_autofree char *workbook = g_strdup_printf(
		"<workbook xmlns:r='r'>%s<sheets>%s</sheets><definedNames>%s</definedNames></workbook>",
		book->workbook && g_str_has_prefix(book->workbook, "<workbookPr") ? book->workbook : no,
		book->sheets ? book->sheets : "<sheet name='表' r:id='r1'/>",
		book->workbook && g_str_has_prefix(book->workbook, "<defined") ? book->workbook : no);
	g_autofree char *sheet = g_strdup_printf("<worksheet>%s</worksheet>", book->sheet);
	g_autofree char *strings = g_strdup_printf("<sst>%s</sst>", book->strings ? book->strings : no);
	g_autofree char *styles = g_strdup_printf("<styleSheet>%s</styleSheet>", book->styles ? book->styles : no);

	return archive_of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels",
			  "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
			  "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>",
			  "xl/worksheets/sheet1.xml", sheet, "xl/worksheets/sheet2.xml",
			  "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>第二</v></c></row></sheetData></worksheet>",
			  "xl/sharedStrings.xml", strings, "xl/styles.xml", styles, NULL);
}

#define DATA(rows) "<sheetData>" rows "</sheetData>"
#define ROW(n, cells) "<row r='" n "'>" cells "</row>"
#define S(place, text) "<c r='" place "' t='str'><v>" text "</v></c>"
#define N(place, style, number) "<c r='" place "' s='" style "'><v>" number "</v></c>"
/* a second row that makes a table of the sheet */
#define REST ROW("2", S("A2", "x") S("B2", "y"))
#define REST_DUMP "  | 0:x | 1:y |\n"
#define TABLE "table sheet=表 row=1\n"

static const struct {
	const char *name;
	book book;
	const char *dump;
} rows[] = {
	{ "a table, its rows as the sheet counts them",
	  { .sheet = DATA(ROW("3", S("A3", "科目") S("B3", "金额")) ROW("5", S("A5", "合计") S("B5", "1.00"))) },
	  "table sheet=表 row=3\n  | 0:科目 | 1:金额 |\n  | 0:合计 | 1:1.00 |\n" },
	{ "a sheet without two texts in a row is prose", { .sheet = DATA(ROW("1", S("A1", "封面")) ROW("3", S("B3", "甲局"))) },
	  "text sheet=表 row=1: 封面\ntext sheet=表 row=3: 甲局\n" },
	{ "cells and rows without places follow one another",
	  { .sheet = DATA("<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row><c/><c t='str'><v>c</v></c></row>") },
	  TABLE "  | 0:a | 1:b |\n  | 1:c |\n" },
	{ "shared strings, rich ones too, without what is read aloud",
	  { .sheet = DATA(ROW("1", "<c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>2</v></c>") REST),
	    .strings = "<si/><si><r><t>预</t></r><r><t>算</t></r><rPh><t>yusuan</t></rPh></si><si><t xml:space='preserve'> 金额 </t></si>" },
	  TABLE "  | 0:预算 | 1:金额 |\n" REST_DUMP },
	{ "a string that is not there", { .sheet = DATA(ROW("1", "<c r='A1' t='s'><v>9</v></c>" S("B1", "b")) REST) },
	  TABLE "  | 1:b |\n" REST_DUMP },
	{ "strings in cells, truth, errors",
	  { .sheet = DATA(ROW("1", "<c r='A1' t='inlineStr'><is><r><t>甲</t></r><r><t>乙</t></r></is></c>"
				   "<c r='B1' t='b'><v>1</v></c><c r='C1' t='e'><v>#REF!</v></c>") REST) },
	  "remark cell-error sheet=表 row=1: 1 cells of sheet 表 print an error instead of a value\n"
	  TABLE "  | 0:甲乙 | 1:TRUE | 2:#REF! |\n" REST_DUMP },
	{ "numbers as their formats print them, values of formulas as they were",
	  { .sheet = DATA(ROW("1", N("A1", "0", "201") N("B1", "1", "1234.5") N("C1", "2", "0.9985") N("D1", "3", "45327")
			      "<c r='E1' s='1'><f>SUM(B1)</f><v>1422.8400000000001</v></c>") REST),
	    .styles = "<numFmts><numFmt numFmtId='176' formatCode='#,##0.00_ &quot;元&quot;'/></numFmts>"
		      "<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf numFmtId='10'/><xf numFmtId='31'/></cellXfs>" },
	  TABLE "  | 0:201 | 1:1,234.50元 | 2:99.85% | 3:2024年2月5日 | 4:1,422.84元 |\n" REST_DUMP },
	{ "a workbook of a Macintosh", { .sheet = DATA(ROW("1", N("A1", "0", "43865") S("B1", "b")) REST), .workbook = "<workbookPr date1904='1'/>",
	    .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>" }, TABLE "  | 0:2024/2/5 | 1:b |\n" REST_DUMP },
	{ "zeros that are not shown", { .sheet = "<sheetViews><sheetView showZeros='0'/></sheetViews>"
					DATA(ROW("1", N("A1", "0", "0") N("B1", "0", "1")) REST) },
	  TABLE "  | 1:1 |\n" REST_DUMP },
	{ "hidden rows and columns are not printed, what is right of them moves up",
	  { .sheet = "<cols><col min='2' max='2' hidden='1'/><col min='4' max='4' width='0'/></cols>"
		     DATA(ROW("1", S("A1", "a") S("B1", "b") S("C1", "c") S("D1", "d") S("E1", "e"))
			  "<row r='2' hidden='1'>" S("A2", "x") "</row><row r='3' ht='0'>" S("A3", "x") "</row>"
			  ROW("4", S("A4", "f") S("C4", "g"))) },
	  TABLE "  | 0:a | 1:c | 2:e |\n  | 0:f | 1:g |\n" },
	{ "merged cells", { .sheet = DATA(ROW("1", S("A1", "科目") S("B1", "金额")) ROW("2", S("A2", "under") S("B2", "甲") S("C2", "乙"))
					  ROW("3", S("A3", "a") S("B3", "1") S("C3", "2")))
			    "<mergeCells><mergeCell ref='B1:C1'/><mergeCell ref='A1:A2'/></mergeCells>" },
	  TABLE "  | 0[1x2]:科目 | 1[2x1]:金额 |\n  | 1:甲 | 2:乙 |\n  | 0:a | 1:1 | 2:2 |\n" },
	{ "merged cells do not count what is hidden, blank or right of the table",
	  { .sheet = "<cols><col min='2' max='2' hidden='1'/></cols>"
		     DATA(ROW("1", S("A1", "题") ) ROW("2", S("A2", "高") S("C2", "c")) "<row r='3' hidden='1'/>"
			  ROW("5", S("C5", "d")))
		     "<mergeCells><mergeCell ref='A1:IV1'/><mergeCell ref='A2:A5'/></mergeCells>" },
	  TABLE "  | 0[2x1]:题 |\n  | 0[1x2]:高 | 1:c |\n  | 1:d |\n" },
	{ "a merged cell whose first column is hidden is seen in its second",
	  { .sheet = "<cols><col min='1' max='1' hidden='1'/></cols>" DATA(ROW("1", S("A1", "题") S("C1", "c")) ROW("2", S("B2", "x") S("C2", "y")))
		     "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>" },
	  TABLE "  | 0:题 | 1:c |\n  | 0:x | 1:y |\n" },
	{ "blank rows cut no table, styled cells make it no wider",
	  { .sheet = DATA(ROW("1", S("B1", "a") S("C1", "b") "<c r='IV1' s='1'/>") ROW("2", "<c r='A2' s='1'/>") ROW("9", S("B9", "c") S("C9", " "))) },
	  TABLE "  | 0:a | 1:b |\n  | 0:c |\n" },
	{ "rows printed on each page are head",
	  { .sheet = DATA(ROW("1", S("A1", "a") S("B1", "b")) REST),
	    .workbook = "<definedName name='_xlnm.Print_Titles' localSheetId='0'>表!$A:$B,表!$1:$1</definedName>" },
	  TABLE "  head | 0:a | 1:b |\n" REST_DUMP },
	{ "sheets in the order of their tabs, without the hidden ones",
	  { .sheet = DATA(ROW("1", S("A1", "第一"))), .sheets = "<sheet name='b' r:id='r2'/><sheet name='h' state='veryHidden' r:id='r1'/>"
	    "<sheet name='h2' state='hidden' r:id='r1'/><sheet name='a' r:id='r1'/><sheet name='c' r:id='r1'/>" },
	  "text sheet=b row=1: 第二\ntext sheet=a row=1: 第一\n" },
	{ "a sheet that is not there is remarked", { .sheet = DATA(ROW("1", S("A1", "一"))),
	    .sheets = "<sheet name='图' r:id='r9'/><sheet name='表' r:id='r1'/>" },
	  "remark sheet-missing sheet=图: sheet 图 has no cells in the file: a chart, or lost\ntext sheet=表 row=1: 一\n" },
	{ "of merged cells that overlap the first counts",
	  { .sheet = DATA(ROW("1", S("A1", "a") S("B1", "b") S("D1", "d")) REST)
		     "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='B1:D2'/></mergeCells>" },
	  TABLE "  | 0[2x1]:a | 3:d |\n" REST_DUMP },
	{ "places beyond any sheet", { .sheet = DATA(ROW("99999999999", S("A1", "a") S("ZZZZZZZZ99999999999", "b")) ROW("0", S("AMK0", "c"))) },
	  "text sheet=表 row=1: a\n" },
	{ "spans beyond any sheet", { .sheet = DATA(ROW("1", S("A1", "a") S("B1", "b")) REST)
				      "<mergeCells><mergeCell ref='A1:ZZZZZ99999999'/><mergeCell ref='B2:A1'/><mergeCell ref=':'/></mergeCells>" },
	  "text sheet=表 row=1: a\n" },
};

static void a_workbook_is_read(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autofree char *dump = read_bytes(workbook_of(&row->book));
	g_autofree char *expected = g_strconcat("format xlsx\n", row->dump, NULL);

	assert_string_equal(dump, expected);
}

static const struct {
	const char *name;
	book book;
	const char *result;
} refused_rows[] = {
	{ "a sheet that is cut off", { .sheet = DATA("<row><c") }, "sheet 表 is damaged" },
	{ "a workbook with nothing to see", { .sheet = DATA("") }, "no sheet of the workbook that is not hidden has text" },
	{ "a sheet with a document type", { .sheet = "<!DOCTYPE d><a/>" }, "sheet 表 is damaged" },
	{ "texts that are damaged", { .sheet = DATA(REST), .strings = "<si><t>a</si>" }, "(xl/sharedStrings.xml) are damaged" },
	{ "styles that are damaged", { .sheet = DATA(REST), .styles = "<a" }, "xl/styles.xml is damaged" },
};

static void it_is_refused(void **state)
{
	const typeof(refused_rows[0]) *row = *state;
	g_autofree char *dump = read_bytes(workbook_of(&row->book));

	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, row->result);
}

static void a_workbook_without_its_directory_is_refused(void **state)
{
	g_autofree char *dump = read_bytes(archive_of("xl/workbook.xml", "<workbook/>", NULL));

	(void)state;
	assert_dumped(dump, "the workbook has no xl/_rels/workbook.xml.rels");
}

/* All merges lie over all cells. */
static void many_merges_take_little(void **state)
{
	g_autoptr(GString) sheet = g_string_new("<sheetData>");
	g_autofree char *dump = NULL;
	book book;

	(void)state;
	for (int r = 1; r <= 3000; r++)
		g_string_append_printf(sheet, "<row r='%d'>" S("A%d", "a") S("B%d", "b") "</row>", r, r, r);
	g_string_append(sheet, "</sheetData><mergeCells>");
	for (int r = 1; r <= 3000; r++)
		g_string_append_printf(sheet, "<mergeCell ref='A%d:XFD1048576'/>", r);
	g_string_append(sheet, "</mergeCells>");
	book = (struct book){ .sheet = sheet->str };
	dump = read_bytes(workbook_of(&book));
	assert_dumped(dump, "text sheet=表 row=1: a\n");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_workbook_is_read);
	ADD_ROWS(tests, refused_rows, it_is_refused);
	ADD_TEST(tests, a_workbook_without_its_directory_is_refused);
	ADD_TEST(tests, many_merges_take_little);
	return run_all("xlsx", tests);
}
