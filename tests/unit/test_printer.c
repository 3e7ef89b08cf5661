#include "src/output/csv.h"
#include "src/output/printer.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/error.h"
#include "src/refusal.h"

static const struct {
	const char *name;
	const char *text;
	const char *json;
} strings[] = {
	{ "no string is null", NULL, "null" },
	{ "an empty string is empty", "", "\"\"" },
	{ "Chinese stands as it is", "政务云", "\"政务云\"" },
	{ "quote and backslash are escaped", "a\"b\\c", "\"a\\\"b\\\\c\"" },
	{ "a slash is not", "a/b", "\"a/b\"" },
	{ "short escapes are used where there are any", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
	{ "other control characters are numbered", "\x01\x1b[31m", "\"\\u0001\\u001b[31m\"" },
	{ "DEL and C1 controls are numbered", "\x7f\xC2\x85\xC2\x9B", "\"\\u007f\\u0085\\u009b\"" },
	{ "a no-break space is no control", "\u00a0", "\"\u00a0\"" },
	{ "line and paragraph separators are numbered", "\u2028\u2029\u202a", "\"\\u2028\\u2029\u202a\"" },
	{ "four-byte characters stand as they are", "𠮷", "\"𠮷\"" },
	{ "an invalid byte becomes U+FFFD", "a\xff" "b", "\"a\ufffd" "b\"" },
	{ "a character cut at the end becomes U+FFFD", "中\xE4\xB8", "\"中\ufffd\ufffd\"" },
	{ "an overlong form becomes U+FFFD", "\xC0\xAF", "\"\ufffd\ufffd\"" },
	{ "a surrogate becomes U+FFFD", "\xED\xA0\x80", "\"\ufffd\ufffd\ufffd\"" },
};

static void a_string_is_escaped(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(strings); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

		p->string(p, NULL, strings[i].text);
		if (!g_str_equal(out->str, strings[i].json))
			fail_msg("%s: got %s", strings[i].name, out->str);
	}
}

static const struct {
	ys_amount amount;
	const char *yuan, *fen;
} amounts[] = {
	{ 2655110050, "{\"x_yuan\":26551100.5}", "{\"x_fen\":2655110050}" },
	{ 0, "{\"x_yuan\":0}", "{\"x_fen\":0}" },
	{ -1, "{\"x_yuan\":-0.01}", "{\"x_fen\":-1}" },
	{ G_MAXINT64, "{\"x_yuan\":92233720368547758.07}", "{\"x_fen\":9223372036854775807}" },
	{ YS_AMOUNT_NONE, "{\"x_yuan\":null}", "{\"x_fen\":null}" },
};

static void an_amount_is_exact_in_yuan_and_in_fen(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++)
		for (int fen = 0; fen < 2; fen++) {
			g_autoptr(GString) out = g_string_new(NULL);
			g_autoptr(ys_printer) p = ys_printer_json_new(out, fen ? YS_JSON_FEN : YS_JSON_YUAN);

			p->begin_map(p, NULL);
			p->amount(p, "x", amounts[i].amount);
			p->end(p);
			assert_string_equal(out->str, fen ? amounts[i].fen : amounts[i].yuan);
		}
}

static const struct {
	double d;
	int places;
	const char *json;
} reals[] = {
	{ 1.5, 3, "1.500" },
	{ 0.125, 0, "0" },
	{ -2.25, 1, "-2.2" },
	{ 12345.678, 2, "12345.68" },
	{ (double)INFINITY, 2, "null" },
	{ (double)NAN, 2, "null" },
};

static void a_real_has_a_point_in_every_locale(void **state)
{
	static const char *const locales[] = { "C", "de_DE.UTF-8", "fr_FR.UTF-8" };
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	for (gsize l = 0; l < G_N_ELEMENTS(locales); l++) {
		setlocale(LC_ALL, locales[l]);
		for (gsize i = 0; i < G_N_ELEMENTS(reals); i++) {
			g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

			g_string_truncate(out, 0);
			p->real(p, NULL, reals[i].d, reals[i].places);
			assert_string_equal(out->str, reals[i].json);
		}
	}
	setlocale(LC_ALL, "C");
}

static void the_largest_real_is_written_whole(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	(void)state;
	p->real(p, NULL, -G_MAXDOUBLE, 2);
	assert_int_equal(out->len, 1 + 309 + 3);
}

static void commas_stand_between_and_only_between(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	(void)state;
	p->begin_map(p, NULL);
	p->begin_list(p, "empty");
	p->end(p);
	p->begin_list(p, "list");
	p->integer(p, NULL, -1);
	p->boolean(p, NULL, TRUE);
	p->begin_map(p, NULL);
	p->end(p);
	p->begin_list(p, NULL);
	p->string(p, NULL, NULL);
	p->end(p);
	p->money(p, NULL, 50);
	p->real(p, NULL, 1, 1);
	p->end(p);
	p->boolean(p, "a\"b", FALSE);
	p->amount(p, "sum", 100);
	p->end(p);
	assert_string_equal(out->str, "{\"empty\":[],\"list\":[-1,true,{},[null],0.5,1.0],"
			    "\"a\\\"b\":false,\"sum_yuan\":1}");
}

/* A caller of JSON lines ends each line itself: a second value takes no comma. */
static void values_outside_are_not_separated(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	(void)state;
	for (int i = 0; i < 2; i++) {
		p->begin_map(p, NULL);
		p->end(p);
		g_string_append_c(out, '\n');
	}
	assert_string_equal(out->str, "{}\n{}\n");
}

/* ---- records ---- */

static char *print(const ys_record *record, ys_json_money money, ys_record_extent extent)
{
	GString *out = g_string_new(NULL);
	g_autoptr(ys_printer) p = ys_printer_json_new(out, money);

	p->begin_map(p, NULL);
	ys_printer_record_fields(p, record, extent);
	p->end(p);
	return g_string_free(out, FALSE);
}

#define HEAD(type) "{\"id\":null,\"type\":\"" type "\",\"title\":null,\"department\":null,\"aliases\":[],"
#define REGION "\"region\":{\"province\":null,\"city\":null,\"county\":null,\"code\":null},"
#define TIME "\"year\":null,\"kind\":null,\"level\":null,\"scope\":null,\"published\":null,"
#define TAIL "\"source\":null,\"also\":[],\"warnings\":[]}"

static const char *const unknown[YS_N_TYPES] = {
	[YS_PUBLICATION] = HEAD("publication") REGION TIME
		"\"total_income_yuan\":null,\"total_expenditure_yuan\":null,\"basic_yuan\":null,"
		"\"project_yuan\":null,\"three_public\":null,\"procurement\":null,\"change_yuan\":null,"
		"\"change_percent\":null,\"subordinate_units\":[],\"tables\":[]," TAIL,
	[YS_SECTION] = HEAD("section") REGION TIME
		"\"parent\":null,\"parent_title\":null,\"publication\":null,\"text\":null," TAIL,
	[YS_TABLE] = HEAD("table") REGION TIME
		"\"publication\":null,\"canonical\":null,\"columns\":[],\"rows\":[],\"n_rows\":0,\"own_rows\":[],\"notes\":[],\"unit_text\":null,"
		"\"declared_total_yuan\":null,\"reconciliation\":{\"status\":\"unchecked\",\"sum_yuan\":null,"
		"\"declared_yuan\":null,\"residual_yuan\":null}," TAIL,
	[YS_PROJECT] = HEAD("project") "\"unit\":null," REGION TIME
		"\"amount_yuan\":null,\"amount_text\":null,\"executed_yuan\":null,\"funding\":{},"
		"\"category\":null,\"content\":null,\"goal\":null,\"indicators\":null,\"publication\":null," TAIL,
	[YS_ITEM] = HEAD("item") "\"unit\":null," REGION TIME
		"\"amount_yuan\":null,\"amount_text\":null,\"parent\":null,\"parent_title\":null,\"publication\":null," TAIL,
	[YS_DEPARTMENT] = HEAD("department") REGION TIME TAIL,
	[YS_LINE] = HEAD("line") REGION TIME
		"\"code\":null,\"classification\":null,\"path\":[],\"amount_yuan\":null,\"amounts\":[],"
		"\"publication\":null," TAIL,
};

static void an_unknown_record_prints_the_fields_of_its_type(void **state)
{
	(void)state;
	for (guint type = 0; type < YS_N_TYPES; type++) {
		g_autoptr(ys_record) record = ys_record_new((ys_record_type)type);
		g_autofree char *json = print(record, YS_JSON_YUAN, YS_RECORD_WHOLE);

		assert_string_equal(json, unknown[type]);
	}
}

static ys_record *a_project(void)
{
	ys_record *r = ys_record_new(YS_PROJECT);
	ys_source *also = ys_source_new("b.txt", NULL);

	r->id = g_strdup("pabc");
	r->title = g_strdup("政务云租用");
	r->department = g_strdup("云溪区数据局");
	g_ptr_array_add(r->aliases, g_strdup("云溪区大数据中心"));
	r->unit = g_strdup("云溪区数据局本级");
	r->region = (ys_region){ "甲省", NULL, "云溪区", "990101" };
	r->year = 2023;
	r->kind = g_strdup("预算");
	r->amount = 2655110050;
	r->amount_text = g_strdup("2,655.11005万元");
	g_ptr_array_add(r->funding, ys_funding_new("一般公共预算", 2655110000));
	g_ptr_array_add(r->funding, ys_funding_new("单位资金", YS_AMOUNT_NONE));
	r->goal = g_strdup("保障\n运行");
	r->source = ys_source_new("a.txt", "项目支出表");
	ys_source_add_line(r->source, 7);
	ys_source_add_line(r->source, 9);
	ys_source_add_line(r->source, 10);
	g_ptr_array_add(r->also, also);
	g_ptr_array_add(r->warnings, ys_warning_new("number-rebuilt", 7, "joined %s", "2,530.0 and 2"));
	g_ptr_array_add(r->warnings, ys_warning_new("unit-missing", 0, "no unit"));
	return r;
}

#define NOWHERE "\"page\":null,\"pages\":null,\"part\":null,\"sheet\":null,\"cell\":null,"
#define PROJECT(yuan, amount, fund) \
	"{\"id\":\"pabc\",\"type\":\"project\",\"title\":\"政务云租用\",\"department\":\"云溪区数据局\"," \
	"\"aliases\":[\"云溪区大数据中心\"],\"unit\":\"云溪区数据局本级\"," \
	"\"region\":{\"province\":\"甲省\",\"city\":null,\"county\":\"云溪区\",\"code\":\"990101\"}," \
	"\"year\":2023,\"kind\":\"预算\"," \
	"\"level\":null,\"scope\":null,\"published\":null,\"amount_" yuan "\":" amount ",\"amount_text\":\"2,655.11005万元\"," \
	"\"executed_" yuan "\":null,\"funding\":{\"一般公共预算\":" fund ",\"单位资金\":null}," \
	"\"category\":null,\"content\":null,\"goal\":\"保障\\n运行\",\"indicators\":null,\"publication\":null," \
	"\"source\":{\"path\":\"a.txt\",\"format\":null,\"lines\":[[7,7],[9,10]]," NOWHERE "\"table\":\"项目支出表\",\"table_no\":null,\"rows\":null,\"url\":null}," \
	"\"also\":[{\"path\":\"b.txt\",\"format\":null,\"lines\":[]," NOWHERE "\"table\":null,\"table_no\":null,\"rows\":null,\"url\":null}]," \
	"\"warnings\":[{\"code\":\"number-rebuilt\",\"message\":\"joined 2,530.0 and 2\",\"line\":7}," \
	"{\"code\":\"unit-missing\",\"message\":\"no unit\",\"line\":null}]}"

static void a_project_prints_what_is_known_of_it(void **state)
{
	g_autoptr(ys_record) r = a_project();
	g_autofree char *yuan = print(r, YS_JSON_YUAN, YS_RECORD_WHOLE);
	g_autofree char *fen = print(r, YS_JSON_FEN, YS_RECORD_WITHOUT_ROWS);

	(void)state;
	assert_string_equal(yuan, PROJECT("yuan", "26551100.5", "26551100"));
	assert_string_equal(fen, PROJECT("fen", "2655110050", "2655110000"));
}

static void an_item_prints_its_content_only_when_known(void **state)
{
	g_autoptr(ys_record) r = ys_record_new(YS_ITEM);
	g_autofree char *json = NULL;

	(void)state;
	r->content = g_strdup("复印纸");
	json = print(r, YS_JSON_YUAN, YS_RECORD_WHOLE);
	assert_non_null(strstr(json, "\"content\":\"复印纸\""));
	assert_null(strstr(json, "\"goal\""));
}

static void figures_are_named_by_their_unit(void **state)
{
	g_autoptr(ys_record) r = ys_record_new(YS_PUBLICATION);
	g_autofree char *yuan = NULL;
	g_autofree char *fen = NULL;

	(void)state;
	g_ptr_array_add(r->three_public, ys_funding_new("total", 180000050));
	g_ptr_array_add(r->three_public, ys_funding_new("abroad", 0));
	g_ptr_array_add(r->three_public, ys_funding_new("reception", YS_AMOUNT_NONE));
	r->change = -119144;
	r->change_percent = -763;
	yuan = print(r, YS_JSON_YUAN, YS_RECORD_WHOLE);
	fen = print(r, YS_JSON_FEN, YS_RECORD_WHOLE);
	assert_non_null(strstr(yuan, "\"three_public\":{\"total_yuan\":1800000.5,\"abroad_yuan\":0,"
			       "\"reception_yuan\":null},\"procurement\":null,"
			       "\"change_yuan\":-1191.44,\"change_percent\":-7.63,"));
	assert_non_null(strstr(fen, "\"three_public\":{\"total_fen\":180000050,\"abroad_fen\":0,"
			       "\"reception_fen\":null},\"procurement\":null,"
			       "\"change_fen\":-119144,\"change_basis_points\":-763,"));
}

static const struct {
	ys_percent percent;
	const char *yuan, *fen;
} percents[] = {
	{ 25244, "\"change_percent\":252.44", "\"change_basis_points\":25244" },
	{ -3208, "\"change_percent\":-32.08", "\"change_basis_points\":-3208" },
	{ 4720, "\"change_percent\":47.2", "\"change_basis_points\":4720" },
	{ -5, "\"change_percent\":-0.05", "\"change_basis_points\":-5" },
	{ 0, "\"change_percent\":0", "\"change_basis_points\":0" },
	{ YS_PERCENT_NONE, "\"change_percent\":null", "\"change_basis_points\":null" },
};

static void a_percent_is_exact(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(percents); i++)
		for (int stored = 0; stored < 2; stored++) {
			g_autoptr(GString) out = g_string_new(NULL);
			g_autoptr(ys_printer) p = ys_printer_json_new(out, stored ? YS_JSON_FEN : YS_JSON_YUAN);

			p->percent(p, "change", percents[i].percent);
			assert_string_equal(out->str, stored ? percents[i].fen : percents[i].yuan);
		}
}

static void a_hit_leaves_out_the_rows_of_a_table_and_counts_them(void **state)
{
	g_autoptr(ys_record) r = ys_record_new(YS_TABLE);
	GPtrArray *row = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *whole = NULL;
	g_autofree char *hit = NULL;

	(void)state;
	g_ptr_array_add(r->columns, g_strdup("项目/名称"));
	g_ptr_array_add(row, g_strdup("食堂"));
	g_ptr_array_add(row, NULL);
	g_ptr_array_add(r->rows, row);
	r->n_rows = 1;
	r->declared_total = 5;
	r->reconciliation = (ys_reconciliation){ YS_MISMATCH, 7, 5, -2 };
	whole = print(r, YS_JSON_YUAN, YS_RECORD_WHOLE);
	hit = print(r, YS_JSON_YUAN, YS_RECORD_WITHOUT_ROWS);
	assert_non_null(strstr(whole, "\"columns\":[\"项目/名称\"],"
			       "\"rows\":[[\"食堂\",null]],\"n_rows\":1,"));
	assert_non_null(strstr(whole, "\"declared_total_yuan\":0.05,"
			       "\"reconciliation\":{\"status\":\"mismatch\",\"sum_yuan\":0.07,"
			       "\"declared_yuan\":0.05,\"residual_yuan\":-0.02}"));
	assert_non_null(strstr(hit, "\"columns\":[\"项目/名称\"],\"n_rows\":1,"));
	assert_null(strstr(hit, "\"rows\""));
}

/* ---- errors: what they answer is output, too ---- */

static const struct {
	int code;
	int exit_status, http_status;
} answers[] = {
	{ YS_ERROR_INPUT, 2, 400 },
	{ YS_ERROR_NO_INDEX, 3, 503 },
	{ YS_ERROR_SCHEMA, 4, 503 },
	{ YS_ERROR_IO, 74, 500 },
	{ YS_ERROR_LOCKED, 75, 503 },
	{ YS_ERROR_PUBLICATION, 74, 500 },
	{ YS_ERROR_FOREIGN, 74, 500 },
	{ YS_ERROR_INTERNAL, 70, 500 },
	{ 999, 70, 500 },
};

static void what_an_office_program_reads_cannot_be_read_here(void **state)
{
	g_autoptr(GError) error = g_error_new(YS_SAVE_AS, YS_SAVE_AS_PDF, "secret path");

	(void)state;
	assert_int_equal(ys_error_answer(error)->code, YS_ERROR_PUBLICATION);
}

static void an_error_answers_with_its_exit_and_http_status(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(answers); i++) {
		g_autoptr(GError) error = g_error_new(YS_ERROR, answers[i].code, "secret path");
		const ys_error_row *row = ys_error_answer(error);

		assert_int_equal(row->exit_status, answers[i].exit_status);
		assert_int_equal(row->http_status, answers[i].http_status);
		assert_true(*row->visitor);
	}
}

static void errors_of_other_domains_answer_as_ours(void **state)
{
	g_autoptr(GError) error = g_error_new(G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone"), refusal = NULL;

	(void)state;
	YS_REFUSE(&refusal, YS_REASON_METHOD);
	assert_int_equal(ys_error_answer(error)->code, YS_ERROR_IO);
	assert_int_equal(ys_error_answer(refusal)->code, YS_ERROR_INPUT);
	assert_int_equal(ys_error_answer(NULL)->code, YS_ERROR_INTERNAL);
}

/* ---- CSV for spreadsheets ---- */

static void a_spreadsheet_computes_nothing_that_was_printed(void **state)
{
	static const struct {
		const char *title, *cell;
	} rows[] = {
		{ "食堂", ",食堂," },
		{ "=1+1", ",'=1+1," },
		{ "@SUM(A1)", ",'@SUM(A1)," },
		{ "+A1", ",'+A1," },
		{ "-2+3", ",'-2+3," },
		{ "-12.50万元", ",-12.50万元," },
		{ "-", ",-," },
		{ "\t=1", ",'\t=1," },
		{ "＝1", ",'＝1," },
		{ "a=1", ",a=1," },
		{ "=HYPERLINK(\"x\")", ",\"'=HYPERLINK(\"\"x\"\")\"," },
		{ "", ",," },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(ys_record) record = ys_record_new(YS_PROJECT);
		g_autoptr(GString) sheet = g_string_new(NULL), plain = g_string_new(NULL);

		record->title = g_strdup(rows[i].title);
		ys_csv_append_sheet_record(sheet, record);
		assert_true(g_str_has_prefix(strstr(sheet->str, ",project") + strlen(",project"), rows[i].cell));
		/* programs get what was printed */
		ys_csv_append_record(plain, record);
		assert_null(strchr(plain->str, '\''));
	}
}

static void a_spreadsheet_knows_utf_8_by_its_mark(void **state)
{
	g_autoptr(GString) sheet = g_string_new(NULL), plain = g_string_new(NULL);

	(void)state;
	ys_csv_append_sheet_head(sheet);
	ys_csv_append_head(plain);
	assert_true(g_str_has_prefix(sheet->str, "\xEF\xBB\xBFid,type,"));
	assert_true(g_str_has_prefix(plain->str, "id,type,"));
}

static GPtrArray *cells_of(const char *line)
{
	g_auto(GStrv) cells = g_strsplit(line, "|", -1);
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);

	for (char **cell = cells; *cell; cell++)
		g_ptr_array_add(out, g_strdup(*cell));
	return out;
}

static void rows_of_a_table_are_as_wide_as_its_widest(void **state)
{
	static const struct {
		const char *columns, *rows[3], *plain, *sheet;
	} tables[] = {
		{ "科目|合计/小计", { "办公费|1,234.50", "会议费" },
		  "科目,合计/小计\r\n办公费,\"1,234.50\"\r\n会议费,\r\n",
		  "科目,合计/小计\r\n办公费,\"1,234.50\"\r\n会议费,\r\n" },
		{ "科目", { "办公费|1.00|2.00" }, "科目,,\r\n办公费,1.00,2.00\r\n", "科目,,\r\n办公费,1.00,2.00\r\n" },
		{ "=A1|变动", { "@SUM(A1)|-3.20", "-cmd|+5" }, "=A1,变动\r\n@SUM(A1),-3.20\r\n-cmd,+5\r\n",
		  "'=A1,变动\r\n'@SUM(A1),-3.20\r\n'-cmd,+5\r\n" },
		{ "一\n二|\"甲\"", { NULL }, "\"一\n二\",\"\"\"甲\"\"\"\r\n", "\"一\n二\",\"\"\"甲\"\"\"\r\n" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) {
		g_autoptr(ys_record) table = ys_record_new(YS_TABLE);
		g_autoptr(GString) sheet = g_string_new(NULL), plain = g_string_new(NULL);

		g_clear_pointer(&table->columns, g_ptr_array_unref);
		table->columns = cells_of(tables[i].columns);
		for (const char *const *row = tables[i].rows; *row; row++)
			g_ptr_array_add(table->rows, cells_of(*row));
		ys_csv_append_table(plain, table);
		assert_string_equal(plain->str, tables[i].plain);
		ys_csv_append_sheet_table(sheet, table);
		assert_true(g_str_has_prefix(sheet->str, "\xEF\xBB\xBF"));
		assert_string_equal(sheet->str + strlen("\xEF\xBB\xBF"), tables[i].sheet);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_string_is_escaped),
		cmocka_unit_test(an_amount_is_exact_in_yuan_and_in_fen),
		cmocka_unit_test(a_real_has_a_point_in_every_locale),
		cmocka_unit_test(the_largest_real_is_written_whole),
		cmocka_unit_test(commas_stand_between_and_only_between),
		cmocka_unit_test(values_outside_are_not_separated),
		cmocka_unit_test(an_unknown_record_prints_the_fields_of_its_type),
		cmocka_unit_test(a_project_prints_what_is_known_of_it),
		cmocka_unit_test(an_item_prints_its_content_only_when_known),
		cmocka_unit_test(figures_are_named_by_their_unit),
		cmocka_unit_test(a_percent_is_exact),
		cmocka_unit_test(a_hit_leaves_out_the_rows_of_a_table_and_counts_them),
		cmocka_unit_test(an_error_answers_with_its_exit_and_http_status),
		cmocka_unit_test(what_an_office_program_reads_cannot_be_read_here),
		cmocka_unit_test(errors_of_other_domains_answer_as_ours),
		cmocka_unit_test(a_spreadsheet_computes_nothing_that_was_printed),
		cmocka_unit_test(a_spreadsheet_knows_utf_8_by_its_mark),
		cmocka_unit_test(rows_of_a_table_are_as_wide_as_its_widest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
