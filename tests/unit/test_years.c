/* What a publication says of the year before against what that year's prints: texts of two or three
 * publications of invented bodies, read in their order, and the remarks of each. */
#include "src/publication/checks/remarks.h"
#include "src/publication/publication.h"
#include "tests/unit/publication_fixture.h"

#define PUBLICATIONS_MAX 3

#define BALANCE(total)                                                                                        \
	"收支总表\n\n单位：万元\n\n收入\t金额\t支出\t金额\n一、财政拨款\t" total "\t一、交通运输支出\t" total            \
	"\n收入总计\t" total "\t支出总计\t" total "\n\n"
/* Basic and project expenditure, by two digits of fraction. */
#define SPENT(total, basic, project)                                                                          \
	"支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t" total "\t" basic "\t" project   \
	"\n214\t交通运输支出\t" total "\t" basic "\t" project "\n\n"
#define PROSE "一、收支说明\n\n"
#define ACCOUNT(year) "云栖县交通局" year "年度部门决算\n\n"
#define BUDGET(year)  "云栖县交通局" year "年部门预算\n\n"

/* A table of functions with the last year's column. */
#define BY_FUNCTION(last, before, now)                                                                        \
	"一般公共预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t" last "\t本年预算数\n\t合计\t" before "\t" now          \
	"\n214\t交通运输支出\t" before "\t" now "\n\n"

static const struct row {
	const char *name;
	const char *texts[PUBLICATIONS_MAX];
	const char *expected;   /* number of the publication and line of each remark */
} rows[] = {
	{ "the change of a figure leads to what the year before prints",
	  { ACCOUNT("2021") SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算增加6.00万元，增长10.0%。\n" }, "" },
	{ "the change of a figure leads elsewhere",
	  { ACCOUNT("2021") SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。\n" }, "1:5" },
	{ "the later year was read first",
	  { ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。\n",
	    ACCOUNT("2021") SPENT("90.00", "60.00", "30.00") }, "1:8" },
	{ "it is compared as exactly as it is printed",
	  { ACCOUNT("2021") SPENT("90.04", "60.04", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.0万元，比上年决算增加6.0万元，增长10.0%。\n" }, "" },
	{ "a budget is no account of the year before",
	  { BUDGET("2021") SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。\n" }, "" },
	{ "another body's account says nothing of this one",
	  { "云栖县水利局2021年度部门决算\n\n" SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。\n" }, "" },
	{ "an account of two years before is not asked",
	  { ACCOUNT("2020") SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。\n" }, "" },
	{ "a budget is compared with what was executed",
	  { BUDGET("2021") SPENT("90.00", "60.00", "30.00"),
	    BUDGET("2022") PROSE "1.基本支出66.00万元，比上年执行数减少6.00万元，下降8.3%。\n" }, "" },
	{ "one of two versions of the year before fits",
	  { ACCOUNT("2021") SPENT("90.00", "50.00", "40.00"), ACCOUNT("2021") SPENT("90.00", "60.00", "30.00"),
	    ACCOUNT("2022") PROSE "1.基本支出66.00万元，比上年决算增加6.00万元，增长10.0%。\n" }, "" },
	{ "income and expenditure at once are said once",
	  { BUDGET("2021") BALANCE("90.00"), BUDGET("2022") PROSE "2022年收支总预算80.00万元，比上年增加5.00万元，增长6.7%。\n" },
	  "1:5" },

	{ "what has no figure of its own is told by its words and the heading above",
	  { ACCOUNT("2021") PROSE "1.事业收入50.00万元。\n", ACCOUNT("2022") PROSE "1.事业收入40.00万元，比上年决算减少5.00万元。\n" },
	  "1:5" },
	{ "the same words under another heading are another amount",
	  { ACCOUNT("2021") PROSE "1.事业收入50.00万元。\n",
	    ACCOUNT("2022") "二、下属单位情况\n\n1.事业收入40.00万元，比上年决算减少5.00万元。\n" }, "" },
	{ "words that stand before two amounts tell neither",
	  { ACCOUNT("2021") PROSE "1.事业收入50.00万元。\n\n2.事业收入45.00万元。\n",
	    ACCOUNT("2022") PROSE "1.事业收入40.00万元，比上年决算减少9.00万元。\n" }, "" },
	{ "the name of a budget does not say what is planned",
	  { ACCOUNT("2021") PROSE "1.一般公共预算财政拨款收入50.00万元。\n",
	    ACCOUNT("2022") PROSE "1.一般公共预算财政拨款收入40.00万元，比上年决算减少5.00万元。\n" }, "1:5" },
	{ "what is compared with its budget says nothing of the year before",
	  { ACCOUNT("2021") PROSE "1.事业收入50.00万元。\n", ACCOUNT("2022") PROSE "1.事业收入40.00万元，比年初预算减少5.00万元。\n" },
	  "" },

	{ "a column of the last budget is what that printed",
	  { BUDGET("2021") BY_FUNCTION("上年预算数", "50.00", "60.00"), BUDGET("2022") BY_FUNCTION("上年预算数", "60.00", "70.00") },
	  "" },
	{ "a column of the last budget is something else",
	  { BUDGET("2021") BY_FUNCTION("上年预算数", "50.00", "60.00"), BUDGET("2022") BY_FUNCTION("上年预算数", "61.00", "70.00") },
	  "1:8, 1:9" },
	{ "a column of what was executed is no budget",
	  { BUDGET("2021") BY_FUNCTION("上年执行数", "50.00", "60.00"), BUDGET("2022") BY_FUNCTION("上年执行数", "61.00", "70.00") },
	  "" },
};

static ys_publication *publication_of(const char *text)
{
	g_autoptr(GError) error = NULL;
	ys_publication *publication = ys_publication_new("a.txt", text, strlen(text), &error);

	assert_null(error);
	return publication;
}

static void take(ys_years_book *book, const ys_publication *publication)
{
	g_autoptr(GString) bytes = g_string_new(NULL);

	ys_years_write(publication->years, bytes);
	assert_true(ys_years_book_take(book, "a.txt", bytes->str, bytes->len));
}

static void years_are_compared(void **state)
{
	const struct row *row = *state;
	g_autoptr(ys_years_book) book = ys_years_book_new();
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < PUBLICATIONS_MAX && row->texts[i]; i++) {
		g_autoptr(ys_publication) publication = publication_of(row->texts[i]);
		g_autoptr(GPtrArray) remarks = NULL;

		ys_years_compare(publication->years, book, publication->remarks);
		remarks = ys_remarks_with_warnings(publication->remarks, publication->records);
		for (guint k = 0; k < remarks->len; k++) {
			const ys_warning *remark = g_ptr_array_index(remarks, k);

			if (!strcmp(remark->code, "last-year-differs"))
				g_string_append_printf(got, "%s%u:%d", got->len ? ", " : "", i, remark->line);
		}
		take(book, publication);
	}
	assert_string_equal(got->str, row->expected);
}

/* What another process wrote may be anything. */
static void bytes_that_are_no_years_are_not_taken(void **state)
{
	g_autoptr(ys_publication) publication = publication_of(rows[1].texts[0]);
	g_autoptr(ys_publication) later = publication_of(rows[1].texts[1]);
	g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);
	g_autoptr(ys_years_book) book = ys_years_book_new();
	g_autoptr(GString) bytes = g_string_new(NULL);

	(void)state;
	ys_years_write(publication->years, bytes);
	for (gsize len = 0; len < bytes->len; len++)
		assert_false(ys_years_book_take(book, "a.txt", bytes->str, len));
	g_string_append_c(bytes, 'x');
	assert_false(ys_years_book_take(book, "a.txt", bytes->str, bytes->len));
	ys_years_compare(later->years, book, remarks);
	assert_int_equal(remarks->len, 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, years_are_compared);
	ADD_TEST(tests, bytes_that_are_no_years_are_not_taken);
	return run_all("years", tests);
}
