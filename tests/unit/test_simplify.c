#include "src/publication/lines/simplify.h"

#include "src/publication/lines/read.h"
#include "tests/unit/publication_fixture.h"

#define PAGE "青禾縣財政局2023年部門預算\n一、職責\n負責縣級財務\n"

static const struct {
	const char *name, *printed, *read;
} rows[] = {
	{ "traditional characters are simplified", PAGE, "青禾县财政局2023年部门预算\n一、职责\n负责县级财务\n" },
	{ "with the pinyin of a mirror", "青禾縣財(cái)政局2023年部門（mén）預(yù)算\n負責縣級財務(wù)\n",
	  "青禾县财政局2023年部门预算\n负责县级财务\n" },
	{ "a bracket without tones stays", PAGE "財務(cai)、項目(A)、門(ABC)\n",
	  "青禾县财政局2023年部门预算\n一、职责\n负责县级财务\n财务(cai)、项目(A)、门(ABC)\n" },
	{ "a bracket that never closes stays", PAGE "財(cái", "青禾县财政局2023年部门预算\n一、职责\n负责县级财务\n财(cái\n" },
	{ "tabs and blanks stay", PAGE "項 目\t金額\n", "青禾县财政局2023年部门预算\n一、职责\n负责县级财务\n项 目\t金额\n" },
	{ "a name in a simplified text stays", "青禾县財政局2023年部门预算\n负责全县的公路养护和桥梁检测以及渡口管理工作\n", NULL },
	{ "and so does pinyin there", "青禾县财政局2023年部门预算\n崟(yín)山公园的养护和管理\n", NULL },
};

static void a_text_is_read_in_simplified_characters(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(ys_input) input = ys_input_new(row->printed, strlen(row->printed), NULL);
	guint lines = input->lines->len, warnings = input->warnings->len;

	ys_input_simplify(input);
	assert_string_equal(input->text, row->read ? row->read : row->printed);
	assert_int_equal(input->lines->len, lines);
	assert_int_equal(input->warnings->len, warnings + (row->read != NULL));
	for (guint i = 0; i < lines; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		assert_true(line->text >= input->text && strcspn(line->text, "\n") == line->len);
	}
}

int main(void)
{
	struct CMUnitTest tests[G_N_ELEMENTS(rows)];

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		tests[i] = (struct CMUnitTest){ rows[i].name, a_text_is_read_in_simplified_characters, NULL, NULL,
						(void *)&rows[i] };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
