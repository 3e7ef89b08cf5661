/* Lines of two samples against what a reader finds in them: none is missing, none is more, each amount is right. */
#include "tests/unit/records_fixture.h"

static char *file_in_source(const char *directory, const char *name, const char *suffix)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_strdup_printf("%s/%s/%s%s", top ? top : ".", directory, name, suffix);
	char *text = NULL;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		fail_msg("cannot read %s", path);
	return text;
}

/* The line of these columns: class, code or side, name. */
static const ys_record *find(const ys_publication *publication, char *const *columns)
{
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *line = g_ptr_array_index(publication->records, i);
		const char *side = line->path->len ? g_ptr_array_index(line->path, 0) : "";

		if (line->type != YS_LINE || strcmp(line->classification, columns[0]) || strcmp(line->title, columns[2]))
			continue;
		if (!*columns[1] || !strcmp(line->code ? line->code : side, columns[1]))
			return line;
	}
	return NULL;
}

static void check_amount(const ys_record *line, const char *measure_and_amount)
{
	g_auto(GStrv) both = g_strsplit(measure_and_amount, "=", 2);

	for (guint i = 0; i < line->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(line->amounts, i);

		if (strcmp(measured->measure, both[0]))
			continue;
		if (measured->amount != ys_amount_parse(both[1], YS_WAN))
			fail_msg("%s: %s is not %s", line->title, both[0], both[1]);
		return;
	}
	fail_msg("%s has no %s", line->title, both[0]);
}

/* All balances print more rows than 收支总表, which is what the gold has. */
static guint count(const ys_publication *publication)
{
	guint n = 0;

	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *line = g_ptr_array_index(publication->records, i);

		n += line->type == YS_LINE && strcmp(line->classification, "balance") && strcmp(line->classification, "figure");
	}
	return n;
}

static void check(const char *name)
{
	g_autofree char *text = file_in_source("samples", name, ".txt");
	g_autofree char *gold = file_in_source("tests/fixtures/lines", name, ".tsv");
	g_auto(GStrv) rows = g_strsplit(gold, "\n", -1);
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	guint n = 0;

	assert_non_null(publication);
	for (guint r = 0; rows[r]; r++) {
		g_auto(GStrv) columns = g_strsplit(rows[r], "\t", -1);
		const ys_record *line;

		if (*rows[r] == '#' || !*rows[r])
			continue;
		line = find(publication, columns);
		if (!line)
			fail_msg("no line %s %s %s", columns[0], columns[1], columns[2]);
		for (guint c = 3; columns[c]; c++)
			check_amount(line, columns[c]);
		n += strcmp(columns[0], "balance") != 0;
	}
	assert_int_equal(count(publication), n);
}

static void a_budget_has_the_lines_that_a_reader_finds(void **state)
{
	(void)state;
	check("04-luting-jiedao-2024");
}

static void a_final_account_has_the_lines_that_a_reader_finds(void **state)
{
	(void)state;
	check("13-qinghe-zhengwu-juesuan-2023");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_budget_has_the_lines_that_a_reader_finds),
		cmocka_unit_test(a_final_account_has_the_lines_that_a_reader_finds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
