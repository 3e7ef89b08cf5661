#include "src/publication/words/numbering.h"

#include "tests/unit/publication_fixture.h"

static const struct {
	const char *name, *text;
	ys_number_kind kind;
	guint value;
	const char *behind;
} number_rows[] = {
	{ "第一部分 numbers a chapter", "第一部分概况", YS_NUMBER_PART, 1, "概况" },
	{ "so does 第２部分", "第２部分报表", YS_NUMBER_PART, 2, "报表" },
	{ "一、 numbers a heading", "一、职责", YS_NUMBER_HAN, 1, "职责" },
	{ "一. does too", "一.职责", YS_NUMBER_HAN, 1, "职责" },
	{ "so does 一．", "一．职责", YS_NUMBER_HAN, 1, "职责" },
	{ "ten is one character", "十、其他", YS_NUMBER_HAN, 10, "其他" },
	{ "twelve are two", "十二、结转", YS_NUMBER_HAN, 12, "结转" },
	{ "twenty-one are three", "二十一、附则", YS_NUMBER_HAN, 21, "附则" },
	{ "a hundred and three", "一百零三、附则", YS_NUMBER_HAN, 103, "附则" },
	{ "nine is the last digit", "九、附件", YS_NUMBER_HAN, 9, "附件" },
	{ "（一） is one", "（三）机构", YS_NUMBER_HAN_BRACKET, 3, "机构" },
	{ "(一) is the same", "(四)机构", YS_NUMBER_HAN_BRACKET, 4, "机构" },
	{ "so is 一） without its first bracket", "五）机构", YS_NUMBER_HAN_BRACKET, 5, "机构" },
	{ "brackets may be of two widths", "（六)机构", YS_NUMBER_HAN_BRACKET, 6, "机构" },
	{ "1. is one", "1.养护", YS_NUMBER_DIGIT, 1, "养护" },
	{ "1、 is one", "12、养护", YS_NUMBER_DIGIT, 12, "养护" },
	{ "１． is one", "１２．养护", YS_NUMBER_DIGIT, 12, "养护" },
	{ "(1) is one", "(7)养护", YS_NUMBER_DIGIT_BRACKET, 7, "养护" },
	{ "（１） is one", "（８）养护", YS_NUMBER_DIGIT_BRACKET, 8, "养护" },
	{ "1) is one", "9)养护", YS_NUMBER_DIGIT_BRACKET, 9, "养护" },
	{ "① is one", "①养护", YS_NUMBER_SIGN, 1, "养护" },
	{ "⑳ is the last of them", "⑳养护", YS_NUMBER_SIGN, 20, "养护" },
	{ "⑵ is one", "⑵养护", YS_NUMBER_SIGN, 2, "养护" },
	{ "⒊ is one", "⒊养护", YS_NUMBER_SIGN, 3, "养护" },
	{ "⒜ is a letter", "⒜养护", YS_NUMBER_NONE, 0, "⒜养护" },
	{ "一是 numbers a clause", "二是养护", YS_NUMBER_CLAUSE, 2, "养护" },
	{ "1是 does not", "1是养护", YS_NUMBER_NONE, 0, "1是养护" },
	{ "nor does （一是", "（一是养护", YS_NUMBER_NONE, 0, "（一是养护" },

	{ "a name may begin with a numeral", "十堰市", YS_NUMBER_NONE, 0, "十堰市" },
	{ "or with several", "三百六十五天服务", YS_NUMBER_NONE, 0, "三百六十五天服务" },
	{ "三公 is a word", "三公经费", YS_NUMBER_NONE, 0, "三公经费" },
	{ "一般 is one", "一般公共预算", YS_NUMBER_NONE, 0, "一般公共预算" },
	{ "a bracket may hold more than a numeral", "（一般债务）", YS_NUMBER_NONE, 0, "（一般债务）" },
	{ "a mark inside a bracket ends no number", "（一、二期）", YS_NUMBER_NONE, 0, "（一、二期）" },
	{ "a bracket may never be closed", "（一", YS_NUMBER_NONE, 0, "（一" },
	{ "a number of a service is none", "12345热线", YS_NUMBER_NONE, 0, "12345热线" },
	{ "three digits are none", "120、急救", YS_NUMBER_NONE, 0, "120、急救" },
	{ "a year is none", "2023.12", YS_NUMBER_NONE, 0, "2023.12" },
	{ "a year in brackets is none", "(2023)", YS_NUMBER_NONE, 0, "(2023)" },
	{ "nothing counts from zero", "0.5", YS_NUMBER_NONE, 0, "0.5" },
	{ "零、 neither", "零、养护", YS_NUMBER_NONE, 0, "零、养护" },
	{ "第一 alone is none", "第一中学", YS_NUMBER_NONE, 0, "第一中学" },
	{ "第部分 is none", "第部分", YS_NUMBER_NONE, 0, "第部分" },
	{ "部分 without 第 is none", "一部分资金", YS_NUMBER_NONE, 0, "一部分资金" },
	{ "nor is it with another word before it", "共二部分", YS_NUMBER_NONE, 0, "共二部分" },
	{ "a mark alone is none", "、养护", YS_NUMBER_NONE, 0, "、养护" },
	{ "nothing is none", "", YS_NUMBER_NONE, 0, "" },

	{ "a colon behind it goes with it", "第二部分：报表", YS_NUMBER_PART, 2, "报表" },
	{ "so does a narrow one and a blank", "第二部分: 报表", YS_NUMBER_PART, 2, "报表" },
	{ "so does a comma", "（二）、报表", YS_NUMBER_HAN_BRACKET, 2, "报表" },
	{ "a number may be all there is", "三、", YS_NUMBER_HAN, 3, "" },
	{ "a name behind it may begin with a digit", "1.2023年养护", YS_NUMBER_DIGIT, 1, "2023年养护" },
	{ "a deeper number behind it goes too", "一、（二）3.④养护", YS_NUMBER_HAN, 1, "养护" },
	{ "one of the same kind is part of the name", "1.12、15楼改造", YS_NUMBER_DIGIT, 1, "12、15楼改造" },
	{ "one above it is too", "（一）三、四期工程", YS_NUMBER_HAN_BRACKET, 1, "三、四期工程" },
};

static void a_number_is_read(void **state)
{
	const typeof(number_rows[0]) *row = *state;
	ys_number number = ys_number_at(row->text);

	assert_int_equal(number.kind, row->kind);
	assert_int_equal(number.value, row->value);
	assert_string_equal(ys_behind_number(row->text), row->behind);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, number_rows, a_number_is_read);
	return run_all("numbering", tests);
}
