/* What a file holds, and whether another holds it too. */
#include "src/publication/holds.h"

#include "src/publication/publication.h"

#include "tests/unit/publication_fixture.h"

#define TITLE "青禾县林业局2024年部门预算\n\n"
#define GOALS(name) "项目支出绩效目标表\n项目名称\t金额\t绩效目标\n" name "\t5.00\t按时完成。\n\n"

static const struct {
	const char *name, *left, *right;
	gboolean meet;
} rows[] = {
	{ "the same table", TITLE "收支总表\n收入\t金额\n拨款\t1.00\n", TITLE "收支总表\n收入\t金额\n拨款\t2.00\n", TRUE },
	{ "tables of other names", TITLE "收支总表\n收入\t金额\n拨款\t1.00\n", TITLE "支出总表\n支出\t金额\n教育\t1.00\n", FALSE },
	{ "one of several", TITLE "收支总表\n收入\t金额\n拨款\t1.00\n\n支出总表\n支出\t金额\n教育\t1.00\n",
	  TITLE "支出总表\n支出\t金额\n教育\t1.00\n", TRUE },
	{ "forms of two projects", TITLE GOALS("苗圃管护"), TITLE GOALS("林道维护"), FALSE },
	{ "a form of one project", TITLE GOALS("苗圃管护"), TITLE GOALS("苗圃管护"), TRUE },
	{ "prose and a table below a heading that it has too", TITLE "一、部门概况\n负责造林。\n\n二、收支情况\n详见附件。\n",
	  TITLE "二、收支情况\n收支总表\n收入\t金额\n拨款\t1.00\n", FALSE },
	{ "prose that was corrected", TITLE "一、部门概况\n负责造林。\n\n二、收支情况\n收入1万元。\n",
	  TITLE "一、部门概况\n负责造林和护林。\n\n二、收支情况\n收入2万元。\n", TRUE },
	{ "prose of two parts", TITLE "一、部门概况\n负责造林。\n\n二、机构设置\n三个科室。\n",
	  TITLE "三、收支情况\n收入2万元。\n\n四、名词解释\n财政拨款是指。\n", FALSE },
};

static void two_files_meet(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(ys_publication) left = ys_publication_new("a.txt", row->left, strlen(row->left), NULL);
	g_autoptr(ys_publication) right = ys_publication_new("b.txt", row->right, strlen(row->right), NULL);

	assert_non_null(left);
	assert_non_null(right);
	assert_int_equal(ys_holds_meet(left->holds, right->holds), row->meet);
	assert_int_equal(ys_holds_meet(right->holds, left->holds), row->meet);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, two_files_meet);
	return run_all("holds", tests);
}
