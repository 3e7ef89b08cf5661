#include "src/publication/publication.h"

#include "src/error.h"
#include "tests/unit/publication_fixture.h"

/* An invented budget with a record of almost each type in it. */
static const char budget[] =
	"2023 年\n湖南省云栖县交通局部\n门预算\n\n"
	"目 录\n第一部分 概况\n一、主要职责\n二、单位构成\n第二部分 预算表\n\n"
	"第一部分 概况\n一、主要职责\n承担全县农村公路的养\n\n护和桥梁检测。\n二、单位构成\n"
	"所属事业单位2个，分别为云栖县公路养护中心、云栖县渡口管理站。\n"
	"第二部分 预算表\n"
	"收支总体情况表\n单位：万元\n收入\t\t支出\t\n项目\t预算\t项目\t预算\n"
	"一、一般公共预算\t25.00\t一、交通运输支出\t25.00\n收入总计\t25.00\t支出总计\t25.00\n\n"
	"支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t25.00\t10.00\t15.00\n"
	"214\t交通运输支出\t25.00\t10.00\t15.00\n21401\t公路水路运输\t25.00\t10.00\t15.00\n\n"
	"部门预算项目支出预算表\n单位：万元\n项目名称\t总计\t一般公共预算\t绩效目标\n合计\t15.00\t15.00\t\n"
	"云栖县交通局\t10.00\t10.00\t\n农村公路养护\t10.00\t10.00\t县道\n\n"
	"部门预算项目支出预算表\n单位：万元\n项目名称\t总计\t一般公共预算\t绩效目标\n\t\t\t完好率九成。\n"
	"云栖县渡口管理站\t5.00\t5.00\t\n渡船更新\t5.00\t5.00\t安全\n注：无。\n";

static ys_publication *read_text(const char *path, const char *text)
{
	g_autoptr(GError) error = NULL;
	ys_publication *publication = ys_publication_new(path, text, strlen(text), &error);

	if (!publication)
		fail_msg("%s: %s", path, error->message);
	return publication;
}

/* The n-th record of the type; NULL. */
static const ys_record *record_of(const ys_publication *publication, ys_record_type type, guint n)
{
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type == type && !n--)
			return record;
	}
	return NULL;
}

/* ---- records ---- */

static void the_publication_is_the_first_record(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);
	const ys_record *record = ys_publication_record(publication);

	(void)state;
	assert_int_equal(record->type, YS_PUBLICATION);
	assert_string_equal(record->department, "湖南省云栖县交通局");
	assert_int_equal(record->year, 2023);
	assert_string_equal(record->kind, "预算");
	assert_string_equal(record->level, "部门");
	assert_string_equal(record->region.province, "湖南省");
	assert_null(record->region.county);
	assert_true(record->total_income == 25 * YS_WAN);
	assert_true(record->total_expenditure == 25 * YS_WAN);
	assert_true(record->basic == 10 * YS_WAN);
	assert_true(record->project == 15 * YS_WAN);
	assert_int_equal(record->subordinate_units->len, 2);
	assert_string_equal(record->source->path, "a.txt");
}

static void every_record_knows_its_publication(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		assert_string_equal(record->department, "湖南省云栖县交通局");
		assert_int_equal(record->year, 2023);
		assert_string_equal(record->kind, "预算");
		assert_string_equal(record->region.province, "湖南省");
		assert_non_null(record->id);
		assert_non_null(record->title);
		assert_string_equal(record->source->path, "a.txt");
		assert_true(record->source->lines->len > 0);
	}
}

static void there_is_a_department(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);
	const ys_record *record = record_of(publication, YS_DEPARTMENT, 0);

	(void)state;
	assert_non_null(record);
	assert_string_equal(record->title, "湖南省云栖县交通局");
	assert_int_equal(record->subordinate_units->len, 2);
	assert_null(record_of(publication, YS_DEPARTMENT, 1));
}

static void phenomenon_4_sections_are_those_of_the_body(void **state)
{
	static const char *const titles[] = { "第一部分概况", "一、主要职责", "二、单位构成", "第二部分预算表" };
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);

	(void)state;
	for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
		const ys_record *record = record_of(publication, YS_SECTION, i);

		assert_non_null(record);
		assert_string_equal(record->title, titles[i]);
	}
	assert_null(record_of(publication, YS_SECTION, G_N_ELEMENTS(titles)));
	assert_string_equal(record_of(publication, YS_SECTION, 1)->text, "承担全县农村公路的养护和桥梁检测。");
}

static void a_section_knows_the_one_above_it(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);
	const ys_record *chapter = record_of(publication, YS_SECTION, 0);
	const ys_record *section = record_of(publication, YS_SECTION, 1);

	(void)state;
	assert_null(chapter->parent);
	assert_string_equal(section->parent, chapter->id);
	assert_string_equal(section->parent_title, chapter->title);
	assert_string_equal(record_of(publication, YS_SECTION, 2)->parent, chapter->id);
	assert_null(record_of(publication, YS_SECTION, 3)->parent);
}

static void a_table_has_its_rows_and_its_reconciliation(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);
	const ys_record *table = record_of(publication, YS_TABLE, 2);

	(void)state;
	assert_non_null(table);
	assert_null(record_of(publication, YS_TABLE, 3));
	assert_string_equal(table->title, "部门预算项目支出预算表");
	assert_string_equal(table->canonical, "proj");
	assert_string_equal(table->unit_text, "万元");
	assert_int_equal(table->columns->len, 4);
	assert_int_equal(table->n_rows, 5);
	assert_int_equal(table->rows->len, 5);
	assert_true(table->declared_total == 15 * YS_WAN);
	assert_int_equal(table->reconciliation.status, YS_OK);
	assert_int_equal(record_of(publication, YS_TABLE, 1)->reconciliation.status, YS_OK);
}

static void projects_have_units_and_texts_over_page_ends(void **state)
{
	g_autoptr(ys_publication) publication = read_text("a.txt", budget);
	const ys_record *first = record_of(publication, YS_PROJECT, 0), *second = record_of(publication, YS_PROJECT, 1);

	(void)state;
	assert_string_equal(first->title, "农村公路养护");
	assert_string_equal(first->goal, "县道完好率九成。");
	assert_int_equal(first->source->lines->len, 2);
	assert_true(first->amount == 10 * YS_WAN);
	assert_string_equal(second->title, "渡船更新");
	assert_string_equal(second->unit, "云栖县渡口管理站");
	assert_null(record_of(publication, YS_PROJECT, 2));
}

/* ---- identity ---- */

static void assert_same_ids(const ys_publication *a, const ys_publication *b)
{
	assert_string_equal(a->identity, b->identity);
	assert_int_equal(a->records->len, b->records->len);
	for (guint i = 0; i < a->records->len; i++)
		assert_string_equal(((ys_record *)a->records->pdata[i])->id, ((ys_record *)b->records->pdata[i])->id);
}

static void ids_stay_when_the_file_is_read_again_under_another_name(void **state)
{
	g_autoptr(ys_publication) before = read_text("a.txt", budget);
	g_autoptr(ys_publication) again = read_text("a.txt", budget);
	g_autoptr(ys_publication) renamed = read_text("/somewhere/else/b.md", budget);

	(void)state;
	assert_same_ids(before, again);
	assert_same_ids(before, renamed);
}

static void ids_stay_when_the_file_has_another_encoding(void **state)
{
	gsize len;
	g_autofree char *gb = g_convert(budget, -1, "GB18030", "UTF-8", NULL, &len, NULL);
	g_autoptr(ys_publication) before = read_text("a.txt", budget);
	g_autoptr(ys_publication) after = ys_publication_new("a.txt", gb, len, NULL);

	(void)state;
	assert_non_null(after);
	assert_same_ids(before, after);
}

static void no_two_records_have_one_id(void **state)
{
	g_autoptr(GString) text = g_string_new(budget);
	g_autoptr(ys_publication) publication = NULL;
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);

	(void)state;
	g_string_append(text, "三、同名\n甲。\n三、同名\n乙。\n部门预算项目支出预算表\n项目名称\t总计\t绩效目标\n"
			      "宣传\t1.00\t甲\n宣传\t1.00\t乙\n宣传 \t2.00\t丙\n");
	publication = read_text("a.txt", text->str);
	for (guint i = 0; i < publication->records->len; i++)
		assert_true(g_hash_table_add(ids, ((ys_record *)publication->records->pdata[i])->id));
}

/* What changes in the text, and whether it is another publication then. */
static const struct {
	const char *name, *from, *to;
	gboolean another;
} identity_rows[] = {
	{ "another year is another publication", "2023 年", "2024 年", TRUE },
	{ "another department is another publication", "云栖县交通局部", "云栖县水利局部", TRUE },
	{ "another kind is another publication", "门预算\n\n", "门决算\n\n", TRUE },
	{ "another province is another publication", "湖南省云栖县交通局部", "江西省云栖县交通局部", TRUE },
	{ "a unit's budget is another publication", "交通局部\n门预算", "交通局单\n位预算", TRUE },
	{ "a corrected amount is the same publication", "农村公路养护\t10.00", "农村公路养护\t10.01", FALSE },
	{ "a corrected text is the same publication", "完好率九成", "完好率八成", FALSE },
	{ "phenomenon 2: a year in the text is none of the title", "承担全县", "截至2020年12月31日，承担全县", FALSE },
};

static void identity_is_what_the_title_says(void **state)
{
	const typeof(identity_rows[0]) *row = *state;
	g_autoptr(GString) text = g_string_new(budget);
	g_autoptr(ys_publication) before = read_text("a.txt", budget), after = NULL;

	assert_true(g_string_replace(text, row->from, row->to, 1) == 1);
	after = read_text("a.txt", text->str);
	assert_int_equal(strcmp(before->identity, after->identity) != 0, row->another);
	assert_int_equal(strcmp(ys_publication_record(before)->id, ys_publication_record(after)->id) != 0, row->another);
	assert_int_equal(strcmp(record_of(before, YS_PROJECT, 0)->id, record_of(after, YS_PROJECT, 0)->id) != 0,
			 row->another);
}

static void without_a_department_the_file_name_tells_publications_apart(void **state)
{
	static const char text[] = "2023年部门预算\n单位：万元\n项目名称\t总计\n道路养护\t1.00\n";
	g_autoptr(ys_publication) a = read_text("/x/a.txt", text), b = read_text("/x/b.txt", text);
	g_autoptr(ys_publication) moved = read_text("/y/a.txt", text);

	(void)state;
	assert_string_not_equal(a->identity, b->identity);
	assert_string_equal(a->identity, moved->identity);
	assert_null(record_of(a, YS_DEPARTMENT, 0));
}

#define COVER "舟曲县2025年县级部门预算\n"
#define ROWS "项目\t金额\n甲\t1.00\n合计\t1.00\n"
#define PROSE "第一部分 概况\n\n一、职责\n\n养护公路。\n\n二、机构\n\n内设股室三个。\n\n三、说明\n\n收支平衡。\n\n第二部分 报表\n\n"

static const struct {
	const char *name, *text, *department;
} owner_rows[] = {
	{ "a cover names the department below the title", COVER "预算主管部门：舟曲县星火局\n目 录\n" PROSE ROWS, "舟曲县星火局" },
	{ "a cover names it above the title", "部门名称：舟曲县星火局\n" COVER PROSE ROWS, "舟曲县星火局" },
	{ "of a department and its unit the unit", COVER "预算主管部门：舟曲县星火局\n预算单位：舟曲县星火站\n\n" PROSE ROWS,
	  "舟曲县星火站" },
	{ "a web page names it above its first table",
	  COVER "发布时间：2025-02-01\n" PROSE "收支预算总表\n编制单位：舟曲县烛光局  单位：万元\n\n" ROWS, "舟曲县烛光局" },
	{ "the first row names it", COVER PROSE "编制部门：舟曲县烛光局\t\t单位：万元\n" ROWS, "舟曲县烛光局" },
	{ "a table far below is of another body", COVER PROSE ROWS "\n支出表\n编制部门：舟曲县烛光局\n\n" ROWS, NULL },
	{ "a name far above the first table is of a part",
	  COVER PROSE PROSE "单位名称：舟曲县烛光局\n\n" PROSE ROWS, NULL },
	{ "a unit of money is no body", COVER PROSE "收支预算总表\n单位：人民币万元\n" ROWS, NULL },
	{ "a label that was not filled in names none", COVER "部门名称：  单位：万元\n" PROSE ROWS, NULL },
	{ "a title with a body is not contradicted", "舟曲县星火局2025年部门预算\n部门名称：舟曲县烛光局\n" PROSE ROWS, "舟曲县星火局" },
};

static void a_label_names_the_body(void **state)
{
	const typeof(owner_rows[0]) *row = *state;
	g_autoptr(ys_publication) publication = read_text("a.txt", row->text);
	const ys_record *record = ys_publication_record(publication);

	if (row->department)
		assert_string_equal(record->department, row->department);
	else
		assert_null(record->department);
	assert_string_equal(record->region.code, "623023");
}

static void covers_that_name_other_bodies_are_other_publications(void **state)
{
	g_autoptr(ys_publication) a = read_text("a.txt", COVER "预算主管部门：舟曲县星火局\n" PROSE ROWS);
	g_autoptr(ys_publication) b = read_text("a.txt", COVER "预算主管部门：舟曲县烛光局\n" PROSE ROWS);

	(void)state;
	assert_string_not_equal(a->identity, b->identity);
}

/* ---- warnings and errors ---- */

static const struct {
	const char *name, *text, *code;
} warning_rows[] = {
	{ "a title without a department is said", "2023年部门预算\n项目\t金额\n甲\t1\n", "department-unknown" },
	{ "a title without a year is said", "云栖县交通局部门预算\n项目\t金额\n甲\t1\n", "year-unknown" },
	{ "phenomenon 3: a region that nothing tells is said", "2023年云栖县交通局部门预算\n项目\t金额\n甲\t1\n",
	  "region-unresolved" },
	{ "damage is said", "2023年云栖县交通局部门预算\n一、职责\n养\xff护公路和桥梁。\n", "text-damaged" },
};

static void what_is_shaky_is_said(void **state)
{
	const typeof(warning_rows[0]) *row = *state;
	g_autoptr(ys_publication) publication = read_text("a.txt", row->text);
	const ys_record *record = ys_publication_record(publication);

	for (guint i = 0; i < record->warnings->len; i++)
		if (!strcmp(((ys_warning *)record->warnings->pdata[i])->code, row->code))
			return;
	fail_msg("no warning %s", row->code);
}

static const struct {
	const char *name, *text;
} refused_rows[] = {
	{ "an empty file is refused", "" },
	{ "blanks are refused", "\n\n \n" },
	{ "a story is refused", "从前有座山\n山里有座庙。\n" },
	{ "a text on budgets is refused", "# How to read a budget（部门预算）\n\n| status | meaning |\n|---|---|\n| 0 | done |\n" },
	{ "a page of code is refused", "int main(void)\n{\n        return 0;\n}\n" },
};

static void what_is_no_publication_is_refused(void **state)
{
	const typeof(refused_rows[0]) *row = *state;
	g_autoptr(GError) error = NULL;

	assert_null(ys_publication_new("a.txt", row->text, strlen(row->text), &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_FOREIGN));
}

static void a_budget_cut_anywhere_is_read_or_refused(void **state)
{
	(void)state;
	for (gsize len = 0; len < strlen(budget); len += 7) {
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_publication) publication = ys_publication_new("a.txt", budget, len, &error);

		assert_true(publication != NULL || error != NULL);
	}
}

/* ---- the samples ---- */

#define SAMPLES_TABLE "tests/fixtures/samples.tsv"

/* As people compare: compatibility forms and blanks do not count. */
static char *canonical(const char *s)
{
	g_autofree char *nfkc = s ? g_utf8_normalize(s, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
	GString *out = g_string_new(NULL);

	for (const char *p = nfkc ? nfkc : ""; *p; p = g_utf8_next_char(p))
		if (!g_unichar_isspace(g_utf8_get_char(p)))
			g_string_append_unichar(out, g_utf8_get_char(p));
	return g_string_free(out, FALSE);
}

typedef struct {
	GHashTable *publications;       /* base name -> ys_publication */
	const char *root;
	guint wrong;
} samples;

static void wrong(samples *s, char *const *fields, const char *what, const char *got)
{
	print_error("%s: %s: %s is %s\n", fields[1], fields[2], what, got ? got : "missing");
	s->wrong++;
}

static const ys_publication *sample(samples *s, const char *name)
{
	ys_publication *publication = g_hash_table_lookup(s->publications, name);
	g_autofree char *path = g_build_filename(s->root, "samples", name, NULL);
	g_autofree char *text = NULL;
	gsize len;

	if (publication)
		return publication;
	assert_true(g_file_get_contents(path, &text, &len, NULL));
	publication = ys_publication_new(path, text, len, NULL);
	assert_non_null(publication);
	g_hash_table_insert(s->publications, g_strdup(name), publication);
	return publication;
}

/* P file year kind department n_projects_with_amount sum_wanyuan */
static void check_sample_publication(samples *s, char *const *fields)
{
	const ys_publication *publication = sample(s, fields[1]);
	const ys_record *record = ys_publication_record(publication), *project;
	g_autoptr(GString) sum_text = g_string_new(NULL);
	ys_amount sum = 0;
	guint n = 0;

	if (record->year != atoi(fields[2]))
		wrong(s, fields, "the year", NULL);
	if (strcmp(record->kind, fields[3]))
		wrong(s, fields, "the kind", record->kind);
	if (g_strcmp0(record->department, fields[4]))
		wrong(s, fields, "the department", record->department);
	for (guint i = 0; (project = record_of(publication, YS_PROJECT, i)); i++) {
		if (project->amount == YS_AMOUNT_NONE)
			continue;
		sum += project->amount;
		n++;
	}
	ys_amount_append_yuan(sum_text, sum);
	if (n != (guint)atoi(fields[5]) || sum != ys_amount_parse(fields[6], YS_WAN))
		wrong(s, fields, "the sum of the projects", sum_text->str);
}

static const ys_record *sample_project(samples *s, char *const *fields)
{
	const ys_publication *publication = sample(s, fields[1]);
	g_autofree char *wanted = canonical(fields[2]);
	const ys_record *found = NULL, *project;

	for (guint i = 0; (project = record_of(publication, YS_PROJECT, i)); i++) {
		g_autofree char *title = canonical(project->title);

		if (strcmp(title, wanted))
			continue;
		if (found)
			wrong(s, fields, "the project", "there twice");
		found = project;
	}
	if (!found)
		wrong(s, fields, "the project", NULL);
	return found;
}

static void check_text(samples *s, char *const *fields, const char *what, const char *got, const char *expected)
{
	g_autofree char *left = canonical(got), *right = canonical(expected);

	if (*right && strcmp(left, right))
		wrong(s, fields, what, got);
}

static void check_amount(samples *s, char *const *fields, const char *what, ys_amount got, const char *expected)
{
	g_autoptr(GString) text = g_string_new(NULL);

	ys_amount_append_yuan(text, got == YS_AMOUNT_NONE ? 0 : got);
	if (got != ys_amount_parse(expected, YS_WAN))
		wrong(s, fields, what, got == YS_AMOUNT_NONE ? NULL : text->str);
}

/* J file name amount_wanyuan unit category goal_first goal_last [executed_wanyuan] */
static void check_sample_project(samples *s, char *const *fields)
{
	const ys_record *project = sample_project(s, fields);
	g_autofree char *goal = canonical(project ? project->goal : NULL);
	g_autofree char *first = canonical(fields[6]), *last = canonical(fields[7]);

	if (!project)
		return;
	check_amount(s, fields, "the amount", project->amount, fields[3]);
	check_text(s, fields, "the unit", project->unit, fields[4]);
	check_text(s, fields, "the category", project->category, fields[5]);
	if (!g_str_has_prefix(goal, first) || !g_str_has_suffix(goal, last))
		wrong(s, fields, "the goal", goal);
	if (fields[8] && *fields[8])
		check_amount(s, fields, "the executed amount", project->executed, fields[8]);
}

static void the_samples_come_out_as_the_table_says(void **state)
{
	samples s = { .root = g_getenv("top_srcdir") };
	g_autofree char *path = g_build_filename(s.root ? s.root : ".", SAMPLES_TABLE, NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	guint checked = 0;

	(void)state;
	if (!s.root || !g_file_get_contents(path, &text, NULL, NULL)) {
		g_clear_pointer(&path, g_free);
		print_message("there is no " SAMPLES_TABLE "\n");
		skip();
	}
	s.publications = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)ys_publication_free);
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);

		if (**line == 'P')
			check_sample_publication(&s, fields);
		else if (**line == 'J')
			check_sample_project(&s, fields);
		else
			continue;
		checked++;
	}
	assert_true(checked > 100);
	g_hash_table_unref(s.publications);
	assert_int_equal(s.wrong, 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_TEST(tests, the_publication_is_the_first_record);
	ADD_TEST(tests, every_record_knows_its_publication);
	ADD_TEST(tests, there_is_a_department);
	ADD_TEST(tests, phenomenon_4_sections_are_those_of_the_body);
	ADD_TEST(tests, a_section_knows_the_one_above_it);
	ADD_TEST(tests, a_table_has_its_rows_and_its_reconciliation);
	ADD_TEST(tests, projects_have_units_and_texts_over_page_ends);
	ADD_TEST(tests, ids_stay_when_the_file_is_read_again_under_another_name);
	ADD_TEST(tests, ids_stay_when_the_file_has_another_encoding);
	ADD_TEST(tests, no_two_records_have_one_id);
	ADD_ROWS(tests, identity_rows, identity_is_what_the_title_says);
	ADD_ROWS(tests, owner_rows, a_label_names_the_body);
	ADD_TEST(tests, covers_that_name_other_bodies_are_other_publications);
	ADD_TEST(tests, without_a_department_the_file_name_tells_publications_apart);
	ADD_ROWS(tests, warning_rows, what_is_shaky_is_said);
	ADD_ROWS(tests, refused_rows, what_is_no_publication_is_refused);
	ADD_TEST(tests, a_budget_cut_anywhere_is_read_or_refused);
	ADD_TEST(tests, the_samples_come_out_as_the_table_says);
	return run_all("publication", tests);
}
