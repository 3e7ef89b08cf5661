/* Every text that pages show, in Chinese and English. */
#ifndef WEB_WORDS_H
#define WEB_WORDS_H

#include "tools/web/request.h"

/* Names and texts stand in words_list.h. */
typedef enum {
#define WORD(name, zh, en) name,
#include "tools/web/words_list.h"
#undef WORD
	W_N_WORDS
} web_word;

/* Plain text, not markup; {1}, {2} and {3} stand for what is filled in. */
const char *web_word_text(web_lang lang, web_word word);

/* What a warning's code means; NULL for a code that is not in the table. */
const char *web_warning_text(web_lang lang, const char *code);

/* What a measure of a line of a budget is called. */
web_word web_measure_word(const char *measure);
/* What the dimensions of comparisons are called, and the values of status; W_N_WORDS: the value itself is shown. */
web_word web_dimension_word(const char *name);
web_word web_status_word(const char *status);
/* The word for a value as records have it (预算; three_public's names; a field's name).
 * W_N_WORDS if there is none: then the value itself is shown. */
web_word web_kind_word(const char *kind);
web_word web_figure_word(const char *name);
web_word web_field_word(const char *name);
web_word web_type_word(ys_record_type type);

#endif
