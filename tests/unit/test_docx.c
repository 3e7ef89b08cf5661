#include "tests/unit/reader_fixture.h"

/* A document of this body, with these styles and lists. */
static char *read_document(const char *body, const char *styles, const char *numbering, const char *notes)
{
	g_autofree char *document = g_strdup_printf("<w:document xmlns:w='w' xmlns:mc='mc'><w:body>%s</w:body></w:document>",
						    body);
	g_autofree char *style_part = g_strdup_printf("<w:styles xmlns:w='w'>%s</w:styles>", styles);
	g_autofree char *numbering_part = g_strdup_printf("<w:numbering xmlns:w='w'>%s</w:numbering>", numbering);
	g_autofree char *notes_part = g_strdup_printf("<w:footnotes xmlns:w='w'>%s</w:footnotes>", notes);

	return read_bytes(archive_of("[Content_Types].xml", "<Types/>", "word/document.xml", document,
					      "word/styles.xml", style_part, "word/numbering.xml", numbering_part,
					      "word/footnotes.xml", notes_part, NULL));
}

/* ---- text ---- */

#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define BOX(text) "<w:txbxContent>" P(R(text)) "</w:txbxContent>"
#define C(text) "<w:tc>" P(R(text)) "</w:tc>"
#define CP(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(R(text)) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl>" rows "</w:tbl>"

typedef struct {
	const char *name, *body, *dump;
} row;

static const row text_rows[] = {
	{ "paragraphs", P(R("一") R("二")) P(R("三")), "text: 一二\ntext: 三\n" },
	{ "a tab in prose is a blank", P(R("一") "<w:r><w:tab/></w:r>" R("12")), "text: 一 12\n" },
	{ "breaks end lines", P(R("一") "<w:r><w:br/></w:r>" R("二") "<w:r><w:cr/></w:r>" R("三")),
	  "text: 一 ¶ 二 ¶ 三\n" },
	{ "line ends of the file are blanks", P(R("a\nb")), "text: a b\n" },
	{ "a hyphen that never breaks", P(R("A") "<w:r><w:noBreakHyphen/></w:r>" R("1")), "text: A-1\n" },
	{ "what was deleted or moved away is not printed, what was inserted is",
	  P(R("一") "<w:del><w:r><w:delText>二</w:delText></w:r></w:del><w:ins>" R("三")
	    "</w:ins><w:moveFrom>" R("四") "</w:moveFrom><w:moveTo>" R("五") "</w:moveTo>"), "text: 一三五\n" },
	{ "a paragraph whose end was deleted goes on in the next",
	  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("一") "</w:p>" P(R("二")), "text: 一二\n" },
	{ "hidden text is not printed, unhidden text is",
	  P("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r>"),
	  "text: 显\n" },
	{ "a style hides too", P("<w:r><w:rPr><w:rStyle w:val='Hid'/></w:rPr><w:t>隐</w:t></w:r>" R("显")), "text: 显\n" },
	{ "what a field came to is printed, its instruction is not",
	  P(R("第") FIELD("begin") "<w:r><w:instrText> PAGE </w:instrText></w:r>" FIELD("separate") R("3") FIELD("end")
	    R("页")), "text: 第3页\n" },
	{ "text within an instruction is none", P(FIELD("begin") R("x") FIELD("begin") FIELD("separate") R("y") FIELD("end")
						  FIELD("separate") R("z") FIELD("end")), "text: z\n" },
	{ "a field over paragraphs", P(FIELD("begin") FIELD("separate") R("一")) P(R("二") FIELD("end")) P(R("三")),
	  "text: 一\ntext: 二\ntext: 三\n" },
	{ "a field that never ends swallows its paragraph at most", P(FIELD("begin") R("x")) P(R("二")), "text: 二\n" },
	{ "a simple field, a link, a smart tag, a content control",
	  P("<w:fldSimple>" R("一") "</w:fldSimple><w:hyperlink>" R("二") "</w:hyperlink><w:smartTag>" R("三")
	    "</w:smartTag><w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>" R("四") "</w:sdtContent></w:sdt>"),
	  "text: 一二三四\n" },
	{ "a content control around paragraphs", "<w:sdt><w:sdtContent>" P(R("一")) "</w:sdtContent></w:sdt>" P(R("二")),
	  "text: 一\ntext: 二\n" },
	{ "what is read aloud beside characters is not printed",
	  P("<w:r><w:ruby><w:rt>" R("yù") "</w:rt><w:rubyBase>" R("预") "</w:rubyBase></w:ruby></w:r>" R("算")),
	  "text: 预算\n" },
	{ "a text box stands once, behind its paragraph",
	  P(R("一") "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" BOX("框") "</w:drawing></mc:Choice><mc:Fallback>"
	    "<w:pict>" BOX("框") "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" R("二")) P(R("三")),
	  "text: 一二\ntext: 框\ntext: 三\n" },
	{ "an old text box", P(R("一") "<w:r><w:pict>" BOX("框") "</w:pict></w:r>"), "text: 一\ntext: 框\n" },
	{ "a drawing with only a fallback",
	  P("<w:r><mc:AlternateContent><mc:Fallback><w:pict>" BOX("框") "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
	  "text: 框\n" },
	{ "headings by the level of the paragraph, of its style, of the style that is based on, by name",
	  "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>" R("一") "</w:p><w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr>"
	  R("二") "</w:p><w:p><w:pPr><w:pStyle w:val='H2a'/></w:pPr>" R("三") "</w:p><w:p><w:pPr><w:pStyle w:val='H3'/></w:pPr>"
	  R("四") "</w:p><w:p><w:pPr><w:pStyle w:val='H2'/><w:outlineLvl w:val='9'/></w:pPr>" R("五") "</w:p>",
	  "text level=1: 一\ntext level=2: 二\ntext level=2: 三\ntext level=3: 四\ntext: 五\n" },
	{ "a document in a document is remarked", P(R("一")) "<w:altChunk/>",
	  "remark part-not-read: another document is included that was not read; open the file in an office program "
	  "and save it anew\ntext: 一\n" },
};

#define STYLE(id, inside) "<w:style w:styleId='" id "'>" inside "</w:style>"

static const char styles[] =
	STYLE("Hid", "<w:rPr><w:vanish/></w:rPr>") STYLE("H2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>")
	STYLE("H2a", "<w:basedOn w:val='H2'/>") STYLE("H3", "<w:name w:val='heading 3'/><w:basedOn w:val='H3'/>")
	STYLE("Item", "<w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr>")
	STYLE("Outline", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>");

static const row table_rows[] = {
	{ "a table", P(R("表")) TBL(TR(C("科目") C("金额")) TR(C("合计") C("1.00"))),
	  "text: 表\ntable\n  | 0:科目 | 1:金额 |\n  | 0:合计 | 1:1.00 |\n" },
	{ "one row of two texts is a table", TBL(TR(C("合计") C("1.00"))), "table\n  | 0:合计 | 1:1.00 |\n" },
	{ "a frame is text", TBL(TR(C("一"))) TBL(TR(C("二")) TR(C("三"))), "text: 一\ntext: 二\ntext: 三\n" },
	{ "merged cells",
	  TBL(TR(CP("<w:vMerge w:val='restart'/>", "科目") CP("<w:gridSpan w:val='2'/>", "金额"))
	      TR(CP("<w:vMerge/>", "") C("甲") C("乙")) TR(C("a") C("1") C("2"))),
	  "table\n  | 0[1x2]:科目 | 1[2x1]:金额 |\n  | 1:甲 | 2:乙 |\n  | 0:a | 1:1 | 2:2 |\n" },
	{ "what is under a merged cell is not printed, and begins anew behind another",
	  TBL(TR(CP("<w:vMerge w:val='restart'/>", "a") C("b")) TR(CP("<w:vMerge/>", "x") C("c")) TR(C("d") C("e"))
	      TR(CP("<w:vMerge/>", "f") C("g"))),
	  "table\n  | 0[1x2]:a | 1:b |\n  | 1:c |\n  | 0:d | 1:e |\n  | 0:f | 1:g |\n" },
	{ "cells merged the old way", TBL(TR(CP("<w:hMerge w:val='restart'/>", "a") CP("<w:hMerge/>", "") C("b"))),
	  "table\n  | 0[2x1]:a | 2:b |\n" },
	{ "a row that begins further right", TBL(TR(C("a") C("b") C("c"))
						  "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" C("d") C("e") "</w:tr>"),
	  "table\n  | 0:a | 1:b | 2:c |\n  | 1:d | 2:e |\n" },
	{ "rows repeated on each page are head, if they are the first",
	  TBL("<w:tr><w:trPr><w:tblHeader/></w:trPr>" C("a") C("b") "</w:tr>" TR(C("c") C("d"))
	      "<w:tr><w:trPr><w:tblHeader/></w:trPr>" C("e") C("f") "</w:tr>"),
	  "table\n  head | 0:a | 1:b |\n  | 0:c | 1:d |\n  | 0:e | 1:f |\n" },
	{ "deleted rows and cells are not printed",
	  TBL(TR(C("a") C("b")) "<w:tr><w:trPr><w:del/></w:trPr>" C("x") C("y") "</w:tr>"
	      TR(CP("<w:cellDel/>", "z") C("c") C("d"))), "table\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
	{ "content controls around rows and cells",
	  TBL("<w:sdt><w:sdtContent>" TR(C("a") "<w:sdt><w:sdtContent>" C("b") "</w:sdtContent></w:sdt>")
	      "</w:sdtContent></w:sdt>" TR(C("c") C("d"))), "table\n  | 0:a | 1:b |\n  | 0:c | 1:d |\n" },
	{ "paragraphs of a cell are its lines", TBL(TR("<w:tc>" P(R("一")) P("") P(R("二")) "</w:tc>" C("b"))),
	  "table\n  | 0:一 ¶ 二 | 1:b |\n" },
	{ "a table for layout is walked through",
	  TBL(TR(C("左") "<w:tc>" P(R("前")) TBL(TR(C("a") C("b"))) "</w:tc>")),
	  "text: 左\ntext: 前\ntable\n  | 0:a | 1:b |\n" },
	{ "a frame in a cell is lines of it", TBL(TR(C("a") "<w:tc>" TBL(TR(C("框"))) P(R("b")) "</w:tc>")),
	  "table\n  | 0:a | 1:框 ¶ b |\n" },
	{ "cells for numbers that Word counts",
	  TBL(TR("<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr></w:p></w:tc>" C("a"))
	      TR("<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr></w:p></w:tc>" C("b") C("c"))),
	  "table\n  | 0:1. | 1:a |\n  | 0:2. | 1:b | 2:c |\n" },
};

/* ---- lists ---- */

#define LVL(i, start, format, text, more) \
	"<w:lvl w:ilvl='" i "'><w:start w:val='" start "'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/>" more "</w:lvl>"
#define NOTHING "<w:suff w:val='nothing'/>"
#define NUM(id, abstract, more) "<w:num w:numId='" id "'><w:abstractNumId w:val='" abstract "'/>" more "</w:num>"

static const char numbering[] =
	"<w:abstractNum w:abstractNumId='0'>" LVL("0", "1", "chineseCounting", "%1、", NOTHING "<w:pStyle w:val='Outline'/>")
	LVL("1", "1", "chineseCounting", "（%2）", NOTHING) LVL("2", "1", "decimal", "%3.", "") LVL("3", "1", "decimal", "%1.%3.%4", "<w:isLgl/>")
	"</w:abstractNum><w:abstractNum w:abstractNumId='1'>" LVL("0", "1", "decimal", "%1.", "") LVL("1", "5", "lowerLetter", "%2)", "")
	LVL("2", "1", "bullet", "*", "") LVL("3", "9", "ideographDigital", "%4", NOTHING) LVL("4", "1", "upperRoman", "%5 ", NOTHING)
	LVL("5", "1", "decimalEnclosedCircle", "%6", NOTHING) LVL("6", "1", "ideographTraditional", "%7.", NOTHING)
	LVL("7", "9", "decimalZero", "%8", "") LVL("8", "1", "none", "", NOTHING)
	"</w:abstractNum><w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='Item'/></w:abstractNum>"
	NUM("1", "0", "") NUM("2", "1", "") NUM("3", "1", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>")
	NUM("4", "2", "");

#define L(list, level, text) \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" R(text) "</w:p>"

static const row list_rows[] = {
	{ "headings counted in Chinese, sections anew in each",
	  L("1", "0", "职责") L("1", "1", "甲") L("1", "1", "乙") L("1", "2", "丙") L("1", "0", "机构") L("1", "1", "丁"),
	  "text: 一、职责\ntext: （一）甲\ntext: （二）乙\ntext: 1. 丙\ntext: 二、机构\ntext: （一）丁\n" },
	{ "numbers of upper levels, all decimal", L("1", "0", "a") L("1", "0", "b") L("1", "3", "c"),
	  "text: 一、a\ntext: 二、b\ntext: 2.1.1 c\n" },
	{ "a list goes on behind text", L("2", "0", "a") P(R("文")) L("2", "0", "b"), "text: 1. a\ntext: 文\ntext: 2. b\n" },
	{ "another list of the same kind begins anew where it says so", L("2", "0", "a") L("3", "0", "b") L("3", "0", "c"),
	  "text: 1. a\ntext: 1. b\ntext: 2. c\n" },
	{ "letters from a start", L("2", "1", "a") L("2", "1", "b"), "text: e) a\ntext: f) b\n" },
	{ "bullets are no text", L("2", "2", "a"), "text: a\n" },
	{ "Chinese digits", L("2", "3", "a") L("2", "3", "b"), "text: 九a\ntext: 一〇b\n" },
	{ "Roman numbers, signs, stems, noughts, nothing", L("2", "4", "a") L("2", "5", "b") L("2", "6", "c") L("2", "7", "d") L("2", "8", "e"),
	  "text: I a\ntext: ①b\ntext: 甲.c\ntext: 09 d\ntext: e\n" },
	{ "the style gives the list", "<w:p><w:pPr><w:pStyle w:val='Outline'/></w:pPr>" R("职责") "</w:p>", "text: 一、职责\n" },
	{ "the paragraph takes it away again",
	  "<w:p><w:pPr><w:pStyle w:val='Outline'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>" R("职责") "</w:p>", "text: 职责\n" },
	{ "a list that is what a style says", L("4", "0", "a") L("2", "0", "b"), "text: 1. a\ntext: 2. b\n" },
	{ "a list that is not there", L("77", "0", "a"), "text: a\n" },
};

static void a_document_is_read(void **state)
{
	const row *row = *state;
	g_autofree char *dump = read_document(row->body, styles, numbering, "");
	g_autofree char *expected = g_strconcat("format docx\n", row->dump, NULL);

	assert_string_equal(dump, expected);
}

static void notes_stand_at_the_end(void **state)
{
	g_autofree char *dump = read_document(P(R("一")), "", "", "<w:footnote w:type='separator'>" P(R("x"))
					      "</w:footnote><w:footnote>" P(R("注")) "</w:footnote>");

	(void)state;
	assert_string_equal(dump, "format docx\ntext: 一\ntext: 注\n");
}

static const struct {
	const char *name, *document, *result;
} refused_rows[] = {
	{ "a document that is cut off", "<w:document xmlns:w='w'><w:body><w:p>", "word/document.xml is damaged or cut off" },
	{ "a document without text", "<document/>", "there is no text in the document" },
	{ "a document with a document type",
	  "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d>&b;</d>", "declares a document type" },
};

static void it_is_refused(void **state)
{
	const typeof(refused_rows[0]) *row = *state;
	g_autofree char *dump = read_bytes(archive_of("word/document.xml", row->document, NULL));

	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, row->result);
}

static void too_many_elements_are_refused(void **state)
{
	g_autoptr(GString) document = g_string_new("<d>");
	g_autofree char *dump = NULL;

	(void)state;
	for (int i = 0; i < 2000001; i++)
		g_string_append(document, "<p/>");
	g_string_append(document, "</d>");
	dump = read_bytes(archive_of("word/document.xml", document->str, NULL));
	assert_dumped(dump, "has more than 2000000 elements");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, text_rows, a_document_is_read);
	ADD_ROWS(tests, table_rows, a_document_is_read);
	ADD_ROWS(tests, list_rows, a_document_is_read);
	ADD_TEST(tests, notes_stand_at_the_end);
	ADD_ROWS(tests, refused_rows, it_is_refused);
	ADD_TEST(tests, too_many_elements_are_refused);
	return run_all("docx", tests);
}
