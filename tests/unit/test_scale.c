/* Large and odd publications: nothing of them is lost, and twice the text takes twice the work.
 * Work is what the modules ask of those below them, counted by wrapping the functions that all
 * of them live on: --wrap of the linker, see Makefile.am.  The sizes here are small, for the
 * growth shows at any size; bench/scale.sh takes the time of large ones. */
#include "tests/unit/publication_fixture.h"

#include "src/error.h"
#include "src/publication/publication.h"
#include "src/text/fold.h"

#define N 1500

/* Work may grow a little faster than the text: longer numbers, a hash table of another size. */
#define GROWTH_MAX_PERCENT 230

#define TITLE "2023年青溪县教育局部门预算\n\n"
#define CAPTION "部门预算项目支出及其他支出预算表\n单位：万元\n"
#define HEADS "项目名称\t合计\t项目内容\n"

/* ---- counting ---- */

static guint64 work;

void __real_ys_fold_append(GString *out, const char *s, gssize n);
void __wrap_ys_fold_append(GString *out, const char *s, gssize n);
void __wrap_ys_fold_append(GString *out, const char *s, gssize n)
{
	work += n < 0 ? strlen(s) : (gsize)n;
	__real_ys_fold_append(out, s, n);
}

char *__real_ys_clean(const char *s, gssize n);
char *__wrap_ys_clean(const char *s, gssize n);
char *__wrap_ys_clean(const char *s, gssize n)
{
	work += n < 0 ? strlen(s) : (gsize)n;
	return __real_ys_clean(s, n);
}

ys_amount __real_ys_amount_parse(const char *s, gint64 unit);
ys_amount __wrap_ys_amount_parse(const char *s, gint64 unit);
ys_amount __wrap_ys_amount_parse(const char *s, gint64 unit)
{
	work += 1 + (s ? strlen(s) : 0);
	return __real_ys_amount_parse(s, unit);
}

const char *__real_ys_row_cell(const ys_row *row, guint column);
const char *__wrap_ys_row_cell(const ys_row *row, guint column);
const char *__wrap_ys_row_cell(const ys_row *row, guint column)
{
	work++;
	return __real_ys_row_cell(row, column);
}

char *__real_g_strdup(const char *s);
char *__wrap_g_strdup(const char *s);
char *__wrap_g_strdup(const char *s)
{
	work += s ? strlen(s) : 0;
	return __real_g_strdup(s);
}

void __real_g_ptr_array_add(GPtrArray *array, gpointer data);
void __wrap_g_ptr_array_add(GPtrArray *array, gpointer data);
void __wrap_g_ptr_array_add(GPtrArray *array, gpointer data)
{
	work++;
	__real_g_ptr_array_add(array, data);
}

/* ---- publications ---- */

typedef enum {
	PUBLICATIONS, SECTIONS, PROJECTS,       /* records of the type */
	TABLES,
	ROWS,                   /* of all tables */
	COLUMNS                 /* of the widest table */
} measure;

static const struct scale {
	const char *name;
	const char *before;
	const char *each[4];    /* each repeated before the next; '#' in it is its number */
	const char *after;
	measure measure;
	guint per_n, plus;      /* what is measured must be per_n * n + plus */
} scales[] = {
	{ "a long line is one paragraph", TITLE, { "政务服务" }, "。\n", PUBLICATIONS, 0, 1 },
	{ "a row of many cells", TITLE CAPTION "项目名称\t合计\n校车\t1.00", { "\t2.00" }, "\n", COLUMNS, 1, 2 },
	{ "three header rows of many columns", TITLE CAPTION "项目名称", { "\t合计", "\t合计", "\t合计" },
	  "\n校车\t1.00\n", TABLES, 0, 1 },
	{ "a wide head above many short rows", TITLE CAPTION "项目名称", { "\t合计", "\n校车\t1.00" }, "\n",
	  PROJECTS, 1, 0 },
	{ "a head of mostly empty cells above many rows", TITLE CAPTION "项目名称", { "\t", "合计\n项目名称\t1.00" },
	  "\n", TABLES, 0, 1 },
	{ "many rows", TITLE CAPTION HEADS, { "校车#\t1.00\t接送\n" }, "", PROJECTS, 1, 0 },
	{ "many rows of one name", TITLE CAPTION HEADS, { "校车\t1.00\t接送\n" }, "", PROJECTS, 1, 0 },
	{ "many rows of 0.00 without text", TITLE CAPTION HEADS, { "校车\t0.00\t\n" }, "", ROWS, 1, 0 },
	{ "one table in many fragments", TITLE, { CAPTION HEADS "校车#\t1.00\t接送\n\n" }, "", ROWS, 1, 0 },
	{ "many tables", TITLE, { "第#表\n" HEADS "校车#\t1.00\t接送\n\n" }, "", ROWS, 1, 0 },
	{ "every row a continuation", TITLE CAPTION HEADS "校车\t1.00\t接\n", { "\t\t送\n" }, "", TABLES, 0, 1 },
	{ "every number cut by a page break", TITLE CAPTION HEADS, { "\n校车#\t1.0\t接送\n\n\t2\t\n" }, "",
	  PROJECTS, 1, 0 },
	{ "nested numbering to absurd depth", TITLE, { "（一）", "\n一、" }, "\n某某文字\n", PUBLICATIONS, 0, 1 },
	{ "one endless numeral", TITLE, { "一" }, "、\n某某文字\n", PUBLICATIONS, 0, 1 },
	{ "many headings", TITLE, { "一、标题#\n" }, "", SECTIONS, 1, 0 },
	{ "captions without rows", TITLE, { "收支总表\n" }, "", TABLES, 0, 0 },
	{ "captions with furniture and no rows", TITLE, { "收支总表\n单位：万元\n" }, "", TABLES, 0, 0 },
	{ "contents, and tables not named in them", TITLE "目录\n", { "二、某某#\n", "第#表\n项目\t合计\n\n" }, "",
	  PUBLICATIONS, 0, 1 },
	{ "a contents page that is begun again and again", TITLE, { "目录\n（一）收支总表……1\n" }, "", PUBLICATIONS,
	  0, 1 },
	{ "lines without a full stop", TITLE "一、说明\n", { "没有句号的一行，\n" }, "", SECTIONS, 0, 1 },
	{ "a line of quotation marks", TITLE, { "“" }, "\n一、说明\n", PUBLICATIONS, 0, 1 },
	{ "brackets that never close", TITLE CAPTION HEADS, { "（", "(" }, "\t1.00\t\n", ROWS, 0, 1 },
	{ "what might be markup and is none", TITLE, { "<a$**^{&am" }, "\n一、说明\n", PUBLICATIONS, 0, 1 },
	{ "a title without end", "", { "2023年" }, "部门预算\n\n收支总表\n项目\t合计\n", PUBLICATIONS, 0, 1 },
	{ "a title of many lines", "", { "2023年某某\n" }, "部门预算\n\n收支总表\n项目\t合计\n", PUBLICATIONS, 0, 1 },
	{ "many subordinate units", TITLE "下属单位包括：", { "第#中心、" }, "。\n", PUBLICATIONS, 0, 1 },
	{ "many goals of many projects", TITLE CAPTION HEADS,
	  { "校车#\t1.00\t接送\n", "", "\n重点项目绩效目标表\n项目名称\t绩效目标\n校车#\t安全\n" }, "", PROJECTS, 1, 0 },
	{ "many forms", "2023年青溪县教育局部门决算\n\n",
	  { "项目支出绩效自评表\n项目名称\t校车#\n项目资金\t\t年初预算数\t全年执行数\n\t年度资金总额\t1.00\t1.00\n\n" },
	  "", PROJECTS, 1, 0 },
	{ "many figures in prose", TITLE "一、收支情况\n", { "本年收入合计#.00万元，比上年减少#.00万元，" }, "。\n",
	  SECTIONS, 0, 1 },
};

static char *publication_text(const struct scale *scale, guint n)
{
	GString *text = g_string_new(scale->before);

	for (gsize part = 0; part < G_N_ELEMENTS(scale->each); part++)
		for (guint i = 1; i <= n && scale->each[part]; i++)
			for (const char *p = scale->each[part]; *p; p++) {
				if (*p == '#')
					g_string_append_printf(text, "%u", i);
				else
					g_string_append_c(text, *p);
			}
	g_string_append(text, scale->after);
	return g_string_free(text, FALSE);
}

static guint measured(const ys_publication *publication, measure measure)
{
	static const ys_record_type types[] = { YS_PUBLICATION, YS_SECTION, YS_PROJECT, YS_TABLE };
	guint found = 0;

	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (measure == COLUMNS)
			found = MAX(found, record->columns->len);
		else if (measure == ROWS)
			found += record->rows->len;
		else
			found += record->type == types[measure];
	}
	return found;
}

/* Read n of it, check the records, and say how much work it was. */
static guint64 read_scale(const struct scale *scale, guint n)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = publication_text(scale, n);
	g_autoptr(ys_publication) publication = NULL;

	work = 0;
	publication = ys_publication_new("scale.txt", text, strlen(text), &error);
	assert_null(error);
	assert_int_equal(measured(publication, scale->measure), scale->per_n * n + scale->plus);
	return work;
}

static void keeps_all_and_takes_linear_work(void **state)
{
	const struct scale *scale = *state;
	guint64 once, twice;

	/* the tables of data/ are loaded with the first publication */
	read_scale(scale, 1);
	once = read_scale(scale, N);
	twice = read_scale(scale, 2 * N);
	assert_true(once >= N);
	assert_in_range(twice, 0, once * GROWTH_MAX_PERCENT / 100);
}

static void refuses_more_lines_than_any_publication_has(G_GNUC_UNUSED void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) text = g_string_new(TITLE);

	for (guint i = 0; i <= YS_PUBLICATION_LINES_MAX; i++)
		g_string_append_c(text, '\n');
	assert_null(ys_publication_new("scale.txt", text->str, text->len, &error));
	assert_int_equal(error->code, YS_ERROR_PUBLICATION);
	assert_non_null(strstr(error->message, "1500003 lines"));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_TEST(tests, refuses_more_lines_than_any_publication_has);
	ADD_ROWS(tests, scales, keeps_all_and_takes_linear_work);
	return run_all("scale", tests);
}
