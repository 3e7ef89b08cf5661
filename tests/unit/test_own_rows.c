#include "tests/unit/records_fixture.h"

#define TITLE "岚汀市石蕖区水务局2024年部门预算"

/* Of each table its title, notes and the words of its own rows. */
static void own_rows_of_tables(void **state)
{
	const records_row *row = *state;
	g_autofree char *text = g_strconcat(TITLE, "\n\n", row->text, NULL);
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	g_autoptr(GString) out = g_string_new(NULL);

	assert_non_null(publication);
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *table = g_ptr_array_index(publication->records, i);

		if (table->type != YS_TABLE)
			continue;
		g_string_append_printf(out, "%s\n", table->title);
		for (guint n = 0; n < table->notes->len; n++)
			g_string_append_printf(out, "note %s\n", (char *)g_ptr_array_index(table->notes, n));
		for (guint k = 0; k < table->own_rows->len; k++) {
			const ys_lines *range = &g_array_index(table->own_rows, ys_lines, k);

			for (int r = range->first; r <= range->last; r++) {
				g_autofree char *words = ys_record_row_text(table, r - 1);

				g_string_append_printf(out, "%d %s\n", r, words);
			}
		}
	}
	assert_string_equal(out->str, row->expected);
}

static const records_row rows[] = {
	{ "units and what they are",
	  "部门构成情况表\n\n序号\t单位名称\t单位性质\t编制数\n1\t石蕖区水务局本级\t行政单位\t32\n2\t石蕖区水文站\t公益一类\t15\n\n",
	  "部门构成情况表\n1 石蕖区水务局本级 | 行政单位\n2 石蕖区水文站 | 公益一类\n" },
	{ "rows that are lines are found as those, and a total is nobody's",
	  "支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t12.00\t8.00\t4.00\n"
	  "213\t农林水支出\t12.00\t8.00\t4.00\n21303\t水利\t12.00\t8.00\t4.00\n\n",
	  "支出总表\n" },
	{ "rows that are projects are found as those, the unit above them is not",
	  "项目支出表\n单位：万元\n\n单位名称（项目名称）\t合计\n石蕖区水务局\t7.00\n水闸启闭机检修\t3.00\n河道保洁\t4.00\n\n",
	  "项目支出表\n1 石蕖区水务局\n" },
	{ "a note says something, unless there is nothing to note",
	  "政府性基金预算支出表\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n注：石蕖区水务局没有政府性基金。\n\n"
	  "国有资本经营预算支出表\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n注：无。\n",
	  "政府性基金预算支出表\nnote 注：石蕖区水务局没有政府性基金。\n国有资本经营预算支出表\n" },
};

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, own_rows_of_tables);
	return run_all("own_rows", tests);
}
